package io.callcheck.reports;

import io.callcheck.expect.Finding;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A clause that was seen to be broken, with all that shows it.
 *
 * @param clause the clause
 * @param place the name of its place, unique on the page
 * @param sign failed or warning
 * @param operations the ids of the operations it was broken in, for a filter
 * @param note how it stands before the gate, where that is not plain; empty where it is
 * @param blocks how many cases it stands in the way of, in words; empty for none
 * @param blocked the first of these
 * @param number how many cases broke it
 * @param cases these cases, as far as there is room
 * @param more how many cases there are beyond, in words; empty for none
 */
record Card(
        ClauseView clause,
        String place,
        Sign sign,
        String operations,
        String note,
        String blocks,
        List<Blocked> blocked,
        int number,
        List<Broken> cases,
        String more) {
    /** More findings of one case are mostly the same one again. */
    private static final int FINDINGS = 4;

    private static final int BLOCKED = 12;

    private static final int CASES = 10;

    /** So many cards show their first exchange unfolded. */
    private static final int OPEN = 5;

    /** What a case takes of the page besides its texts. */
    private static final String CASE = " ".repeat(700);

    /**
     * A case that broke the clause.
     *
     * @param operation the operation's id
     * @param name what the case states
     * @param findings where, expected, actual
     * @param more how many findings there are beyond, in words; empty for none
     * @param evidence what it was seen in
     */
    record Broken(String operation, String name, List<Finding> findings, String more, List<Ref> evidence) {}

    /**
     * A case that could not be judged because the clause was broken.
     *
     * @param clause the link to its clause
     * @param id its clause's id
     * @param operation the operation's id
     * @param name what the case states
     */
    record Blocked(String clause, String id, String operation, String name) {}

    /** The cards of all clauses with an outcome, in the order in which clauses are told. */
    static List<Card> all(Lookup lookup, Standing standing, Outcome outcome, Exchanges exchanges, Budget room) {
        List<Card> cards = new ArrayList<>();
        for (ClauseInfo clause : lookup.clauses()) {
            List<Verdict> verdicts = lookup.verdicts(clause.id(), outcome);
            if (!verdicts.isEmpty()) {
                cards.add(card(lookup, standing, clause, verdicts, exchanges, room, cards.size() < OPEN));
            }
        }
        return cards;
    }

    private static Card card(
            Lookup lookup,
            Standing standing,
            ClauseInfo clause,
            List<Verdict> verdicts,
            Exchanges exchanges,
            Budget room,
            boolean open) {
        List<Broken> cases = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            // The first one is always shown: a clause without any would say nothing.
            if (!cases.isEmpty() && (cases.size() == CASES || !room.take(verdict.caseName(), CASE))) {
                break;
            }
            List<Finding> findings = findings(verdict, room);
            int more = verdict.findings().size() - findings.size();
            cases.add(new Broken(
                    verdict.operation(),
                    verdict.caseName(),
                    findings,
                    more == 0 ? "" : Figures.count(more, "more finding", "more findings"),
                    exchanges.of(verdict, open && cases.isEmpty())));
        }
        int left = verdicts.size() - cases.size();
        int blocked = lookup.blocked(clause.id());
        ClauseView view = ClauseView.of(clause);
        Outcome outcome = verdicts.get(0).outcome();
        // A clause has one level, so it fails or warns; should a run say both, the warning does not take the name.
        boolean second = outcome == Outcome.WARN
                && !lookup.verdicts(clause.id(), Outcome.FAIL).isEmpty();
        return new Card(
                view,
                view.anchor().id() + (second ? "-warning" : ""),
                Sign.of(outcome),
                verdicts.stream().map(Verdict::operation).distinct().collect(Collectors.joining(" ")),
                verdicts.stream()
                        .map(standing::note)
                        .filter(n -> !n.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                blocked == 0 ? "" : Figures.count(blocked, "other case", "other cases"),
                lookup.blockedBy(clause.id()).stream()
                        .limit(BLOCKED)
                        .map(v ->
                                new Blocked(Anchor.clause(v.clause()).href(), v.clause(), v.operation(), v.caseName()))
                        .toList(),
                verdicts.size(),
                cases,
                left == 0 ? "" : Figures.count(left, "more case", "more cases"));
    }

    private static List<Finding> findings(Verdict verdict, Budget room) {
        List<Finding> shown = new ArrayList<>();
        for (Finding finding : verdict.findings()) {
            Finding cut = Wording.of(finding);
            if (shown.size() == FINDINGS || !room.take(cut.where(), cut.expected(), cut.actual())) {
                break;
            }
            shown.add(cut);
        }
        return shown;
    }
}
