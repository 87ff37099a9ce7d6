package io.callcheck.engine;

import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What became of the entries of a recording.
 *
 * @param entries how many there are
 * @param judged how many were judged
 * @param others how many are of no operation of the target
 * @param skipped how many could not be judged
 * @param told the first of these, each with its place and the reason
 * @param broken where and why the file breaks off; empty when it does not
 * @param hint where its exchanges are that are not where they were looked for; empty when there is nothing to tell
 * @param notes what was left unjudged in exchanges that were judged, for people
 */
public record AuditCount(
        int entries,
        int judged,
        int others,
        int skipped,
        List<String> told,
        String broken,
        String hint,
        List<String> notes) {
    private static final int TOLD = 20;

    /** Counts. */
    static final class Counter {
        private int entries;
        private int judged;
        private int others;
        private int skipped;
        private final List<String> told = new ArrayList<>();
        private String broken = "";
        private final Set<Api> matched = EnumSet.noneOf(Api.class);
        private final AuditAddresses addresses = new AuditAddresses();
        private final AuditAccounts accounts = new AuditAccounts();

        void entry() {
            entries++;
        }

        void judged() {
            judged++;
        }

        void other(AuditMap map, String method, String url) {
            others++;
            addresses.add(map, method, url);
        }

        void matched(Api api) {
            matched.add(api);
        }

        AuditAccounts accounts() {
            return accounts;
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

        int entries() {
            return entries;
        }

        AuditCount count(Target target, Redaction redaction) {
            return new AuditCount(
                    entries,
                    judged,
                    others,
                    skipped,
                    List.copyOf(told),
                    broken,
                    redaction.text(addresses.hint(target, matched)),
                    accounts.notes());
        }
    }
}
