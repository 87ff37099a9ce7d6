package io.callcheck.reports.diff;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A case whose outcome is not the same in two runs.
 *
 * @param kind what became of it
 * @param before its verdict in the old run; null when it is new
 * @param after its verdict in the new run; null when it is gone
 */
public record Change(
        Kind kind, @Nullable Verdict before, @Nullable Verdict after) {

    /** What became of a case. */
    public enum Kind {
        /** It holds now, or is broken less gravely. */
        BETTER,
        /** It is broken now, or more gravely, or could not be found out. */
        WORSE,
        /** One of the runs was not asked for its clause. */
        NOT_RUN,
        /** It was not judged before. */
        NEW,
        /** It is not judged any more. */
        GONE,
        /** Neither: it is seen now or seen no more, or what was broken could not be found out or was not seen. */
        OTHER
    }

    /** What became of a case that both runs judge; null when it is the same. */
    static @Nullable Kind between(Outcome before, Outcome after) {
        if (before == after) {
            return null;
        }
        boolean broken = before == Outcome.FAIL || before == Outcome.WARN;
        if (broken && (after == Outcome.ERROR || !judged(after))) {
            // Not to be seen broken is not to be seen to hold.
            return Kind.OTHER;
        }
        int step = gravity(after) - gravity(before);
        if (step == 0 || (before == Outcome.ERROR && !judged(after))) {
            return Kind.OTHER;
        }
        return step > 0 ? Kind.WORSE : Kind.BETTER;
    }

    private static boolean judged(Outcome outcome) {
        return outcome != Outcome.UNSEEN && outcome != Outcome.NOT_APPLICABLE;
    }

    private static int gravity(Outcome outcome) {
        return switch (outcome) {
            case PASS, UNSEEN, NOT_APPLICABLE -> 0;
            case ERROR -> 1;
            case WARN -> 2;
            case FAIL -> 3;
        };
    }

    /** The verdict that tells which case it is. */
    public Verdict verdict() {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("a change of no case");
    }

    /** The clause's id. */
    public String clause() {
        return verdict().clause();
    }

    /** The change in words: {@code FAIL, was PASS}. */
    public String words() {
        if (after == null) {
            return "was " + verdict().outcome();
        }
        return before == null ? after.outcome().toString() : after.outcome() + ", was " + before.outcome();
    }
}
