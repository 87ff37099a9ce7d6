package io.callcheck.expect;

import io.callcheck.exchange.Exchange;
import java.util.List;

/** What evidence says of a clause. */
public sealed interface Judgement {

    /** The exchanges that the judgement rests on. */
    List<Exchange> evidence();

    /**
     * Whether it rests on waiting: something did not come in time that may come another time. Never so of what was seen
     * on the wire.
     */
    default boolean waited() {
        return false;
    }

    /**
     * The clause was seen to hold.
     *
     * @param evidence what it was seen in
     */
    record Held(List<Exchange> evidence) implements Judgement {}

    /**
     * The clause was seen to be broken.
     *
     * @param findings what is wrong; never empty
     * @param evidence what it was seen in
     * @param waited whether it is only that something did not come in time
     */
    record Broken(List<Finding> findings, List<Exchange> evidence, boolean waited) implements Judgement {
        /** Seen on the wire. */
        public Broken(List<Finding> findings, List<Exchange> evidence) {
            this(findings, evidence, false);
        }

        /** Something that had to come did not, as long as it was waited for. */
        static Broken late(Finding finding, List<Exchange> evidence) {
            return new Broken(List.of(finding), evidence, true);
        }
    }

    /**
     * The target never showed what the clause speaks of.
     *
     * @param reason what was not seen
     * @param evidence what was seen instead
     */
    record Unseen(String reason, List<Exchange> evidence) implements Judgement {}

    /**
     * The kit could not find out.
     *
     * @param reason why, and what to do
     * @param evidence what was seen
     */
    record Unknown(String reason, List<Exchange> evidence) implements Judgement {
        @Override
        public boolean waited() {
            return evidence.stream().anyMatch(e -> e.late() || Unanswered.forNow(e));
        }
    }

    /**
     * Another clause is broken, and this one cannot be judged without it.
     *
     * @param clause the id of the other clause
     * @param reason how it stands in the way
     * @param evidence what was seen
     */
    record Blocked(String clause, String reason, List<Exchange> evidence) implements Judgement {}

    /**
     * The target declares that it lacks what the clause speaks of.
     *
     * @param reason what it lacks
     */
    record NotApplicable(String reason) implements Judgement {
        @Override
        public List<Exchange> evidence() {
            return List.of();
        }
    }
}
