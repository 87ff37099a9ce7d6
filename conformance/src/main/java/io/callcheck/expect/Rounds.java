package io.callcheck.expect;

import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A list before and after requests that are to make no call. A call that is new in every one of several rounds, and in no
 * time without such requests, is theirs; else somebody else makes calls on the account, and nothing is known. One round
 * that shows none is enough: the others are not played then.
 *
 * @param probed the lists around the requests
 * @param quiet the lists around everything else
 * @param most how many rounds there are when calls come
 */
record Rounds(List<Round> probed, List<Round> quiet, int most) {
    Rounds {
        probed = List.copyOf(probed);
        quiet = List.copyOf(quiet);
    }

    /**
     * Two lists.
     *
     * @param before the one before
     * @param after the one after
     */
    record Round(Exchange before, Exchange after) {}

    /**
     * Judges the rounds.
     *
     * @param where the place of the calls in a list
     * @param refused one of the requests
     * @param fresh the ids of the calls that nobody of ours made and that only the second list shows
     */
    Judgement judge(String where, Exchange refused, BiFunction<Exchange, Exchange, Set<String>> fresh) {
        List<Finding> findings = new ArrayList<>();
        Set<Exchange> evidence = new LinkedHashSet<>(List.of(refused));
        int rounds = 0;
        for (Round round : probed) {
            Set<String> made = fresh.apply(round.before(), round.after());
            if (!made.isEmpty()) {
                rounds++;
                findings.add(new Finding(
                        where, "no new call", "the call " + made.iterator().next()));
                evidence.add(round.after());
            }
        }
        boolean busy =
                quiet.stream().anyMatch(r -> !fresh.apply(r.before(), r.after()).isEmpty());
        if (rounds == 0 && !busy) {
            probed.forEach(r -> evidence.add(r.after()));
            return new Judgement.Held(List.copyOf(evidence));
        }
        return rounds < most || busy
                ? new Judgement.Unseen("somebody else made calls on this account meanwhile", List.copyOf(evidence))
                : new Judgement.Broken(findings, List.copyOf(evidence));
    }
}
