package io.callcheck.bench;

import java.util.Arrays;
import java.util.Locale;

/** What the benchmark prints: rows of a Markdown table. */
final class Table {
    private Table() {}

    /** Prints a row. */
    static void line(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }

    /** The middle one; of an even number the upper of the two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Whole milliseconds. */
    static String millis(double millis) {
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }

    /** How many times as long, or as much. */
    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
