package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.util.List;
import java.util.function.Function;

/**
 * A call that was made to hear of it, and one of its own addresses.
 *
 * @param step the step that created the call
 * @param token the unguessable part of the address
 * @param beside whether the target and our receiver are on one machine, so that nothing can be in the way
 */
public record Line(String step, String token, boolean beside) {

    /** Judges what came to the address, once the call was created. */
    public Expectation judged(Function<Heard, Judgement> judge) {
        return evidence -> {
            Exchange created = evidence.exchange(step).orElse(null);
            if (created == null) {
                return new Judgement.Unseen("no call was made for it", List.of());
            }
            return created.accepted()
                    ? judge.apply(heard(created, evidence))
                    : new Judgement.Unseen("the call for it was answered with " + created.outcome(), List.of(created));
        };
    }

    private Heard heard(Exchange created, Evidence evidence) {
        return new Heard(
                this, created, evidence.at(token).stream().map(Told::of).toList(), evidence);
    }
}
