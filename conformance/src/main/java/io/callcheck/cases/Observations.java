package io.callcheck.cases;

import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests that the contract leaves free: what the target does with them is told in the report and never judged. */
public final class Observations {
    private Observations() {}

    /**
     * The script that sends them, one after the other, to one live call.
     *
     * @param begin brings the call into progress
     * @param bodies what each is, and its body as it goes over the wire
     */
    public static Script ofUpdate(Bench bench, Bench.Beginning begin, Map<String, String> bodies) {
        return new Script(
                "what the contract leaves free",
                bench.catalogue().api(),
                Set.of("update"),
                List.of(),
                transcript -> play(bench, begin, bodies, transcript));
    }

    private static void play(Bench bench, Bench.Beginning begin, Map<String, String> bodies, Transcript transcript)
            throws InterruptedException {
        Optional<String> call = begin.begin(transcript);
        if (call.isPresent()) {
            Sent plain = bench.onCall("update", call.get(), Bench.empty());
            bodies.forEach((what, body) -> transcript.send(Step.OBSERVED + what, "update", plain.body(body)));
        }
    }
}
