package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many of something have an outcome.
 *
 * @param sign the outcome
 * @param number how many
 * @param count the same, for people
 */
record Tally(Sign sign, int number, String count) {
    /** What a person looks for first stands first. */
    static final List<Outcome> ORDER =
            List.of(Outcome.FAIL, Outcome.ERROR, Outcome.WARN, Outcome.UNSEEN, Outcome.NOT_APPLICABLE, Outcome.PASS);

    /** How grave an outcome is: a clause has that of its gravest case. */
    static int gravity(Outcome outcome) {
        return -ORDER.indexOf(outcome);
    }

    static Tally of(Outcome outcome, int number) {
        return new Tally(Sign.of(outcome), number, Figures.count(number));
    }

    /** The tallies of outcomes, without those that none have. */
    static List<Tally> of(Iterable<Outcome> outcomes) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(o -> counts.merge(o, 1, Integer::sum));
        List<Tally> tallies = new ArrayList<>();
        for (Outcome outcome : ORDER) {
            int number = counts.getOrDefault(outcome, 0);
            if (number > 0) {
                tallies.add(of(outcome, number));
            }
        }
        return tallies;
    }
}
