package io.callcheck.exchange;

import java.util.Set;

/**
 * One exchange of a script and its part in it.
 *
 * @param name what it was for, unique in its script but for what was sent anew
 * @param control the step that is the same but for the probed value, and lawful; empty for none
 * @param carries the names of the lawful values that it carries
 * @param exchange what went over the wire
 */
public record Step(String name, String control, Set<String> carries, Exchange exchange) {

    /** The step that asks, after the wrong values, whether the subject still takes a lawful request. */
    public static final String STILL = "still";

    /** The name of a step begins with this when the contract leaves its answer free: it is reported, never judged. */
    public static final String OBSERVED = "observed: ";

    /** A step without control that carries nothing. */
    public Step(String name, Exchange exchange) {
        this(name, "", Set.of(), exchange);
    }
}
