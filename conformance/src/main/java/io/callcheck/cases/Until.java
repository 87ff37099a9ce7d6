package io.callcheck.cases;

import io.callcheck.exchange.Pause;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Asks again and again: the target tells of a change only when it is asked. */
public final class Until {
    private static final long FIRST_PAUSE = 20;
    private static final long LONGEST_PAUSE = 250;
    private static final double CLOSELY = 1.2;

    private Until() {}

    /**
     * Looks, each time a little later, until what is seen is enough or the time is over; at least once.
     *
     * @param longest how long
     * @param look looks, with its number from 1
     * @return what was seen last
     * @throws InterruptedException when the run is cut short
     */
    public static <T> T enough(Duration longest, IntFunction<T> look, Predicate<T> enough) throws InterruptedException {
        return enough(longest, 2, look, enough);
    }

    /**
     * As {@link #enough}, with looks that move apart more slowly: for what is measured by how long it is seen.
     *
     * @throws InterruptedException when the run is cut short
     */
    public static <T> T closely(Duration longest, IntFunction<T> look, Predicate<T> enough)
            throws InterruptedException {
        return enough(longest, CLOSELY, look, enough);
    }

    private static <T> T enough(Duration longest, double growth, IntFunction<T> look, Predicate<T> enough)
            throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        double pause = FIRST_PAUSE;
        T seen = look.apply(1);
        for (int number = 2; !enough.test(seen) && System.nanoTime() < deadline; number++) {
            Pause.of(Duration.ofMillis(Math.round(pause)));
            pause = Math.min(pause * growth, LONGEST_PAUSE);
            seen = look.apply(number);
        }
        return seen;
    }

    /**
     * Asks, each time a little later, until the answer is yes or the time is over; at least once.
     *
     * @param longest how long
     * @param asked the question, with its number from 1
     * @return whether the answer was yes
     * @throws InterruptedException when the run is cut short
     */
    public static boolean yes(Duration longest, IntPredicate asked) throws InterruptedException {
        return enough(longest, asked::test, yes -> yes);
    }
}
