package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Behaviour;
import io.callcheck.fixtures.fault.Fault;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Keywords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults of behaviour: few share a run, for most of them bend the life of every call. */
final class BehaviourRounds {
    /** Clauses whose faults share a run, as far as each has one fault; all others are tried alone. */
    private static final List<String> TOGETHER = List.of(
            "call\\.(to_formatted|from_formatted)\\.alias|call\\.(uri|subresource_uris)\\.self"
                    + "|call\\.(date_created|price_unit)\\.constant|call\\.date_updated\\.rising|call\\.audio_.*\\.order"
                    + "|call\\.duration\\.(live|bound)|call\\.(start_time|price)\\.unknown|unauthorized\\.data",
            "call\\.account_sid\\.path|call\\.(to|from)\\.echo|call\\.end_time\\..*|call\\.immutable"
                    + "|call\\.status\\.(failed|unanswered|transitions)|call\\.answered_by\\.human",
            "list\\..*\\.filter|list\\.Page\\.token|list\\.paging|call\\.duration\\.talk",
            "update\\.finished(\\.unanswered)?|update\\.redirect\\..*|update\\.canceled\\.answered|create\\.refused"
                    + "|unauthorized\\.effect|list\\.PageSize\\.effect",
            "update\\.completed(\\.waiting)?",
            "update\\.canceled|delete\\.gone|call\\.status\\.busy|call\\.answered_by\\.machine"
                    + "|call\\.start_time\\.order|list\\.paging\\.(first|previous|number|filters)",
            "delete\\.live|create\\.listed|call\\.status\\.final",
            "call\\.sid\\.(stable|unique)",
            "[a-zA-Z]+\\.(unknown|isolation)",
            "(delete|createRecording|createStream)\\.plain",
            "(updateRecording|updateStream)\\.plain",
            "statusCallback\\.(identity|SequenceNumber\\.unique|unsubscribed)|recordingStatusCallback\\.identity"
                    + "|asyncAmdStatusCallback\\.identity",
            "statusCallback\\.(form|SequenceNumber\\.rising|CallStatus\\.final|CallDuration\\.figure|retries|signature)",
            "statusCallback\\.(undisturbed|signed|subscribed)|recordingStatusCallback\\.delivered"
                    + "|asyncAmdStatusCallback\\.delivered",
            "statusCallback\\.(unasked|CallDuration\\.end|method)|recordingStatusCallback\\.(subscribed|method)",
            "document\\.(method|fallback\\.method|Record|Reject|Hangup)",
            "document\\.(identity|Play|Pause|fallback\\.broken)",
            "document\\.(Redirect|fallback\\.status|fallback\\.refused)");

    private static final String CALLBACKS =
            "signalwire\\.(statusCallback|recordingStatusCallback|asyncAmdStatusCallback)\\..*";
    private static final String DOCUMENTS = "signalwire\\.document\\..*";

    /** What the rounds are about, those first that wait longest for something that never comes. */
    private static final List<String> ORDER = List.of("stale", "documents", "access", "calls", "callbacks");

    private static final Set<String> CLAUSES = Stream.of(Api.values())
            .flatMap(api -> Catalogue.load(api).clauses().stream())
            .filter(c -> c.keyword().equals(Keywords.BEHAVIOUR) && c.unchecked() == null)
            .map(Clause::id)
            .collect(Collectors.toUnmodifiableSet());

    private BehaviourRounds() {}

    static List<Round> all(List<Faults.Entry> entries) {
        List<Faults.Entry> own =
                entries.stream().filter(e -> CLAUSES.contains(e.clause())).toList();
        Map<String, List<Faults.Entry>> groups = new TreeMap<>();
        int alone = 100;
        List<Faults.Entry> rest = new ArrayList<>();
        for (Faults.Entry entry : own) {
            String name = entry.clause().substring(entry.clause().indexOf('.') + 1);
            int group = -1;
            for (int i = 0; i < TOGETHER.size() && entry.api() == Api.SIGNALWIRE; i++) {
                group = name.matches(TOGETHER.get(i)) ? i : group;
            }
            if (group < 0) {
                groups.put("alone " + alone++, List.of(entry));
            } else {
                String key = "group " + (10 + group);
                boolean second = groups.getOrDefault(key, List.of()).stream()
                        .anyMatch(e -> e.clause().equals(entry.clause()));
                if (second) {
                    rest.add(entry);
                } else {
                    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
                }
            }
        }
        for (Faults.Entry entry : rest) {
            groups.put("alone " + alone++, List.of(entry));
        }
        return rounds(List.copyOf(groups.values()));
    }

    private static List<Round> rounds(List<List<Faults.Entry>> groups) {
        List<List<Faults.Entry>> bird = new ArrayList<>();
        Map<String, List<List<Faults.Entry>>> signalwire = new TreeMap<>();
        for (List<Faults.Entry> group : groups) {
            if (group.get(0).api() == Api.BIRD) {
                bird.add(group);
            } else {
                signalwire
                        .computeIfAbsent(subject(group), k -> new ArrayList<>())
                        .add(group);
            }
        }
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        ORDER.forEach(subject -> rounds.put(subject, new ArrayList<>()));
        for (Map.Entry<String, List<List<Faults.Entry>>> side : signalwire.entrySet()) {
            int most = side.getKey().equals("stale")
                    ? 0
                    : Math.min(bird.size(), side.getValue().size());
            List<List<Faults.Entry>> beside = List.copyOf(bird.subList(0, most));
            bird = bird.subList(most, bird.size());
            Objects.requireNonNull(rounds.get(side.getKey()))
                    .addAll(rounds(side.getKey(), List.of(side.getValue(), beside)));
        }
        Objects.requireNonNull(rounds.get("calls")).addAll(rounds("calls", List.of(bird)));
        // Where many things do not come, many are waited for.
        Comparator<Round> longest = Comparator.comparing(r -> -r.faults().size());
        return rounds.values().stream().flatMap(r -> r.stream().sorted(longest)).toList();
    }

    private static List<Round> rounds(String subject, List<List<List<Faults.Entry>>> sides) {
        List<Round> rounds = new ArrayList<>();
        for (Round round : Packing.rounds("behaviour: " + subject, sides, id -> false)) {
            rounds.add(new Round(round.name(), round.faults(), judged(subject, round)));
        }
        return rounds;
    }

    private static String subject(List<Faults.Entry> group) {
        String clause = group.get(0).clause();
        if (clause.matches(CALLBACKS) || clause.equals("signalwire.update.StatusCallback.effect")) {
            return "callbacks";
        }
        if (clause.matches(".*\\.(unknown|isolation|plain|handler)")) {
            return "access";
        }
        if (entryIsStale(group)) {
            return "stale";
        }
        return clause.matches(DOCUMENTS) || clause.equals("signalwire.update.redirect") ? "documents" : "calls";
    }

    private static boolean entryIsStale(List<Faults.Entry> group) {
        return group.stream().anyMatch(e -> Fault.parse(e.id()).kind().equals(Behaviour.STALE.id()));
    }

    /** A clause on updates brings every script of updates with it: it is judged where it is broken. */
    private static Predicate<String> judged(String subject, Round round) {
        Set<String> own = round.expected();
        // Whoever shows calls that there are none of shows them inconsistently.
        boolean anything = own.stream().anyMatch(id -> id.startsWith("bird.") && id.endsWith(".unknown"));
        Predicate<String> bird = anything ? own::contains : BehaviourRounds::bird;
        return switch (subject) {
            case "callbacks" -> id -> own.contains(id) || id.matches(CALLBACKS) || bird.test(id);
            case "access" ->
                id -> id.matches("signalwire\\..*\\.(unknown|isolation|plain|handler|security)") || bird.test(id);
            // Whoever never sees a call change waits for everything: one clause is enough.
            case "stale" -> own::contains;
            case "documents" -> id -> own.contains(id) || id.matches(DOCUMENTS) || bird.test(id);
            default ->
                id -> own.contains(id)
                        || bird.test(id)
                        || (CLAUSES.contains(id)
                                && !id.matches(CALLBACKS + "|" + DOCUMENTS)
                                && !id.matches(
                                        ".*\\.(Timeout|StatusCallback)\\.effect|signalwire\\.update\\.redirect"));
        };
    }

    private static boolean bird(String id) {
        return id.startsWith("bird.") && CLAUSES.contains(id);
    }
}
