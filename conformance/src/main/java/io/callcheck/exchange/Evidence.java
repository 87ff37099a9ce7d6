package io.callcheck.exchange;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one stimulus saw, in order; never empty.
 *
 * @param steps in the order in which they were sent
 * @param deliveries what the target sent to us, in the order of its coming
 */
public record Evidence(List<Step> steps, List<Delivery> deliveries) {

    /** @throws IllegalArgumentException when there is no step: nothing seen is no evidence */
    public Evidence {
        steps = List.copyOf(steps);
        deliveries = List.copyOf(deliveries);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("no evidence");
        }
    }

    /** Evidence to which no delivery belongs. */
    public Evidence(List<Step> steps) {
        this(steps, List.of());
    }

    /** The step of a name, when the script came to it. */
    public Optional<Step> step(String name) {
        return steps.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The last step of a name: what was sent anew on another call counts, when the script came to it. */
    public Optional<Step> last(String name) {
        return steps.stream().filter(s -> s.name().equals(name)).reduce((first, second) -> second);
    }

    /** The exchange of a step, when the script came to it. */
    public Optional<Exchange> exchange(String name) {
        return step(name).map(Step::exchange);
    }

    /** The exchanges of an operation. */
    public List<Exchange> of(String operation) {
        return steps.stream()
                .map(Step::exchange)
                .filter(e -> e.operation().equals(operation))
                .toList();
    }

    /** The deliveries to the address with a token. */
    public List<Delivery> at(String token) {
        return deliveries.stream().filter(d -> d.token().equals(token)).toList();
    }
}
