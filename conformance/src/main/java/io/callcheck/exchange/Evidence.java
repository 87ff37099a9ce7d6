package io.callcheck.exchange;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one stimulus saw, in order; never empty.
 *
 * @param steps in the order in which they were sent
 */
public record Evidence(List<Step> steps) {

    /** @throws IllegalArgumentException when there is no step: nothing seen is no evidence */
    public Evidence {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no evidence");
        }
    }

    /** The exchange of a step, when the step was reached. */
    public Optional<Exchange> step(String name) {
        return steps.stream().filter(s -> s.name().equals(name)).map(Step::exchange).findFirst();
    }
}
