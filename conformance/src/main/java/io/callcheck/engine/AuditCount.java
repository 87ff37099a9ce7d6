package io.callcheck.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the entries of a recording.
 *
 * @param entries how many there are
 * @param judged how many were judged
 * @param others how many are of no operation of the target
 * @param skipped how many could not be judged
 * @param told the first of these, each with its place and the reason
 * @param broken where and why the file breaks off; empty when it does not
 */
public record AuditCount(int entries, int judged, int others, int skipped, List<String> told, String broken) {
    private static final int TOLD = 20;

    /** Counts. */
    static final class Counter {
        private int entries;
        private int judged;
        private int others;
        private int skipped;
        private final List<String> told = new ArrayList<>();
        private String broken = "";

        void entry() {
            entries++;
        }

        void judged() {
            judged++;
        }

        void other() {
            others++;
        }

        void skipped(String place, String why) {
            skipped++;
            if (told.size() < TOLD) {
                told.add(place + ": " + why);
            }
        }

        void broken(String place, String why) {
            broken = (place.isEmpty() ? "" : "after " + place + ": ") + why;
        }

        AuditCount count() {
            return new AuditCount(entries, judged, others, skipped, List.copyOf(told), broken);
        }
    }
}
