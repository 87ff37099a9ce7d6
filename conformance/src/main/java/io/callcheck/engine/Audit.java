package io.callcheck.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.callcheck.cases.Case;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.SharedItems;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Judges exchanges that somebody else recorded, by the cases of answers and the laws of calls; nothing is sent. The
 * recording is read once, from its beginning to its end, and judged in stretches: of its exchanges those are kept that
 * a verdict cites. What a call showed is remembered of the last 2,000 calls.
 */
public final class Audit {
    private static final int KEPT = 20 * 1024;
    private static final int VALUES = 50;

    private final Map<Api, Catalogue> catalogues = new EnumMap<>(Api.class);
    private final Map<Api, AuditCourt> courts = new EnumMap<>(Api.class);
    private final Map<Api, AuditStretch> stretches = new EnumMap<>(Api.class);
    private final Map<Api, AuditMemory> memories = new EnumMap<>(Api.class);
    private final Map<String, AuditTally> tallies = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> observed = new LinkedHashMap<>();
    private final Verdicts verdicts = new Verdicts();
    private final Redaction redaction;
    private final Instant started = Instant.now();
    private Target target;
    private int creations;

    private Audit(Target target) {
        this.target = target;
        this.redaction = Redaction.ofRecording(target);
        target.apis().forEach(api -> catalogues.put(api, Catalogue.load(api)));
    }

    /**
     * What came of an audit.
     *
     * @param run the verdicts
     * @param count what became of the entries
     */
    public record Outcome(Run run, AuditCount count) {}

    /**
     * Judges a recording.
     *
     * @param target whose addresses are looked for, as {@link TargetFile#readOffline()} reads it
     * @param file a HAR when its name ends in {@code .har}, else one exchange of {@code run.json} on each line
     * @throws IOException when the file cannot be read or is no recording at all
     */
    public static Outcome of(Target target, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            boolean har = file.toString().toLowerCase(Locale.ROOT).endsWith(".har");
            Function<SharedItems, AuditSource> source =
                    har ? items -> new AuditHar(file.toString(), items) : AuditLines::new;
            return new Audit(target).read(file.toString(), in, source);
        }
    }

    /**
     * Judges a recording that is in no file: one with its credentials, as it came, which none should be.
     *
     * @param target whose addresses are looked for
     * @param lines one exchange of {@code run.json} on each line
     * @throws IOException when our own receiver, which cases are planned with, cannot be opened
     */
    public static Outcome of(Target target, InputStream lines) throws IOException {
        return new Audit(target).read("the recording", lines, AuditLines::new);
    }

    private Outcome read(String name, InputStream in, Function<SharedItems, AuditSource> source) throws IOException {
        AuditDesk desk = new AuditDesk(AuditMap.of(target, catalogues.values()), this::take);
        try {
            source.apply(new SharedItems()).read(in, desk);
        } catch (JsonProcessingException e) {
            if (desk.entries() == 0) {
                throw new IOException(name + ": this is not a recording: it is not JSON", e);
            }
            desk.broken(
                    "the file is not JSON any more at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
        for (Api api : courts.keySet()) {
            judge(api);
        }
        courts.forEach((api, court) -> court.cases()
                .forEach(law -> desk.accounts()
                        .missing(api, law)
                        .ifPresent(why -> tallies.computeIfAbsent(AuditCourt.key(law), k -> new AuditTally())
                                .unjudged(why))));
        AuditCount count = desk.count(target, redaction);
        AuditRun maker = new AuditRun(target, catalogues, tallies, verdicts, redaction);
        return new Outcome(maker.make(started, count, creations, observed), count);
    }

    private void take(AuditMap.Match match, AuditEntry entry, AuditAccounts accounts) throws IOException {
        Api api = match.api();
        AuditCourt court = courts.get(api);
        if (court == null) {
            target = named(target, match);
            try (CallbackInbox inbox = CallbackInbox.open(null)) {
                court = AuditCourt.of(api, catalogue(api), target, inbox);
            }
            courts.put(api, court);
        }
        accounts.add(target, match);
        Exchange exchange = entry.exchange(api, match.operation().id());
        redaction.learn(exchange.sent().headers(), exchange.sent().body());
        String call =
                court.call(exchange, match.variables().get(court.bench().names().callVariable()));
        AuditLook look = new AuditLook(exchange, call.toLowerCase(Locale.ROOT));
        AuditMemory memory = memories.computeIfAbsent(api, k -> new AuditMemory());
        if (memory.repeats(look)) {
            return;
        }
        if (exchange.operation().equals("create") && exchange.accepted()) {
            creations++;
        }
        AuditStretch stretch = stretches.computeIfAbsent(api, k -> new AuditStretch());
        stretch.add(look, memory);
        if (stretch.isFull()) {
            judge(api);
        }
    }

    private void judge(Api api) {
        AuditStretch stretch = stretches.remove(api);
        AuditCourt court = courts.get(api);
        if (stretch == null || court == null) {
            return;
        }
        IdentityHashMap<Exchange, Exchange> kept = new IdentityHashMap<>();
        var answers = court.judge(stretch, (of, evidence) -> count(of, evidence, kept));
        for (Exchange exchange : stretch.exchanges()) {
            answers.assess(exchange).observations().forEach((clause, values) -> {
                TreeSet<String> all = observed.computeIfAbsent(clause, k -> new TreeSet<>());
                values.stream().filter(v -> all.size() < VALUES).forEach(all::add);
            });
        }
    }

    private void count(Case of, Evidence evidence, IdentityHashMap<Exchange, Exchange> kept) {
        tallies.computeIfAbsent(AuditCourt.key(of), k -> new AuditTally())
                .add(verdicts.judge(of, evidence), e -> kept.computeIfAbsent(e, Audit::cut));
    }

    /** An exchange as it is kept: the beginning of its bodies alone. */
    private static Exchange cut(Exchange exchange) {
        Sent sent = exchange.sent();
        Answer answer = exchange.answer();
        return new Exchange(
                exchange.api(),
                exchange.operation(),
                exchange.at(),
                sent.body().length() <= KEPT ? sent : sent.body(sent.body().substring(0, KEPT)),
                answer == null || answer.length() <= KEPT
                        ? answer
                        : new Answer(
                                answer.status(),
                                answer.headers(),
                                Arrays.copyOf(answer.body(), KEPT),
                                true,
                                answer.micros()),
                exchange.problem());
    }

    private Catalogue catalogue(Api api) {
        Catalogue catalogue = catalogues.get(api);
        return catalogue == null ? Catalogue.load(api) : catalogue;
    }

    /** The target with the account of the first exchange, where nobody said which is its own. */
    private static Target named(Target target, AuditMap.Match match) {
        SignalWireTarget signalwire = target.signalwire();
        BirdTarget bird = target.bird();
        Map<String, String> seen = match.variables();
        if (match.api() == Api.SIGNALWIRE
                && signalwire != null
                && signalwire.account().equals(TargetFile.UNKNOWN)) {
            signalwire = new SignalWireTarget(
                    signalwire.url(),
                    seen.getOrDefault("AccountSid", TargetFile.UNKNOWN),
                    signalwire.token(),
                    signalwire.from(),
                    signalwire.to(),
                    signalwire.signingKey(),
                    signalwire.applicationSid(),
                    signalwire.second(),
                    signalwire.streamUrl());
        }
        if (match.api() == Api.BIRD && bird != null && bird.channel().equals(TargetFile.UNKNOWN)) {
            bird = new BirdTarget(
                    bird.url(),
                    seen.getOrDefault("workspaceId", TargetFile.UNKNOWN),
                    seen.getOrDefault("channelId", TargetFile.UNKNOWN),
                    bird.accessKey(),
                    bird.from(),
                    bird.to(),
                    bird.secondChannel());
        }
        return target.of(signalwire, bird);
    }
}
