package io.callcheck.expect;

/** Two names of one value. */
public final class Aliases {
    private Aliases() {}

    /** Two members are equal; judged where both are texts. */
    public static Sightings.Law equal(String member, String other) {
        return (seen, tally) -> {
            if (seen.call().path(member).isTextual() && seen.call().path(other).isTextual()) {
                tally.count(
                        seen.text(member).equals(seen.text(other)),
                        seen,
                        member,
                        seen.call().path(other) + ", as " + other);
            }
        };
    }
}
