package io.callcheck.behaviour;

import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.cases.bird.BirdBench;
import io.callcheck.cases.bird.BirdLawCases;
import io.callcheck.cases.bird.BirdScripts;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.exchange.Transcript;
import io.callcheck.exchange.Wire;
import io.callcheck.expect.Judgement;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Plays the hand-written scripts of Bird against a reference server and judges their cases. */
final class BirdStand {
    private static final Set<String> SCRIPTS =
            Set.of("access to retrieve", "three calls and their ends", "access to list", "two calls in the list");

    private BirdStand() {}

    /**
     * What came of a run.
     *
     * @param judged the judgements of each case, by the id of the clause
     * @param exercised whether every fault showed
     */
    record Played(Map<String, List<Judgement>> judged, boolean exercised) {

        /** The clauses with a judgement of a kind. */
        Set<String> with(Class<? extends Judgement> kind) {
            Set<String> clauses = new TreeSet<>();
            judged.forEach((clause, found) -> {
                if (found.stream().anyMatch(kind::isInstance)) {
                    clauses.add(clause);
                }
            });
            return clauses;
        }
    }

    /** Plays the scripts one after the other; waits of the server are a twentieth, the kit waits for effects 200 ms. */
    static Played play(List<String> faults, List<String> variants) throws IOException, InterruptedException {
        Settings settings = Settings.defaults()
                .withSpeed(20)
                .withFaults(faults.toArray(String[]::new))
                .withVariants(variants.toArray(String[]::new));
        try (ReferenceServer server = ReferenceServer.start(settings);
                CallbackInbox inbox = CallbackInbox.open(null)) {
            Target target = target(server);
            BirdTarget bird = Objects.requireNonNull(target.bird());
            BirdBench side = BirdBench.of(Documents.contract(Api.BIRD), target, bird, inbox);
            Wire wire = new Wire(target, new CallBudget(0));
            Map<String, List<Judgement>> judged = new LinkedHashMap<>();
            List<Step> steps = new ArrayList<>();
            for (Script script : BirdScripts.of(side)) {
                if (SCRIPTS.contains(script.name())) {
                    Transcript transcript = new Transcript(Api.BIRD, wire, Transcript.Company.none(Runnable::run));
                    script.action().play(transcript);
                    steps.addAll(transcript.evidence().steps());
                    judge(script.cases(), transcript.evidence(), judged);
                }
            }
            judge(BirdLawCases.of(side), new Evidence(steps), judged);
            return new Played(judged, faults.stream().allMatch(f -> server.exercised(f) > 0));
        }
    }

    private static void judge(List<Case> cases, Evidence evidence, Map<String, List<Judgement>> judged) {
        for (Case of : cases) {
            judged.computeIfAbsent(of.clause().id(), k -> new ArrayList<>())
                    .add(of.expectation().judge(evidence));
        }
    }

    private static Target target(ReferenceServer server) {
        Settings settings = server.settings();
        return new TargetFile(
                        null,
                        Map.of(),
                        Map.of(
                                "bird.url", server.baseUrl(),
                                "bird.workspace", settings.bird().workspace(),
                                "bird.channel", settings.bird().channel(),
                                "bird.second-channel", Settings.Bird.OTHER_CHANNEL,
                                "bird.access-key", settings.bird().accessKey(),
                                "bird.to.answered", "+15005550001",
                                "limits.settle", "200ms"))
                .read();
    }
}
