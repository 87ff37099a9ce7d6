package io.callcheck.reports;

import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.List;

/**
 * All that the page shows, ready to be written: a pure function of a run and of what the gate makes of it.
 *
 * @param headline the verdict in words
 * @param facts what was tested, when, and at which cost
 * @param digests of the documents that the clauses come from
 * @param settings that took effect
 * @param totals cases by API, operation, level and outcome
 * @param failures the clauses that were broken
 * @param warnings those that only should have held
 * @param errors what the kit could not find out
 * @param unstable what came out otherwise at the second look
 * @param unseen what the target never showed
 * @param lacking what the target declares to lack
 * @param clauses every clause that cases judge
 * @param unchecked those that none does
 * @param observed the values that were seen
 * @param deliveries what the target sent to us
 * @param moreDeliveries how many more there are in the run
 * @param maps every clause at a glance, by API
 * @param calls the lives of the calls
 * @param baseline the lines of the baseline, judged; empty without one
 * @param apis the APIs' ids, for the filter
 * @param operations the operations' ids, for the filter
 */
record ReportView(
        Headline headline,
        List<Fact> facts,
        List<Fact> digests,
        List<Fact> settings,
        Totals totals,
        List<Card> failures,
        List<Card> warnings,
        List<ReasonGroup> errors,
        List<ReasonGroup> unstable,
        List<ReasonGroup> unseen,
        List<ReasonGroup> lacking,
        List<ClauseGroup> clauses,
        List<Unchecked> unchecked,
        List<Observation> observed,
        List<DeliveryView> deliveries,
        int moreDeliveries,
        List<ClauseMap> maps,
        List<CallLife> calls,
        List<KnownLine> baseline,
        List<String> apis,
        List<String> operations) {
    /** Room for the findings, in bytes of the page. */
    private static final long FINDINGS = 500_000;

    /** The view of a run that was judged. */
    static ReportView of(Judged judged) {
        Run run = judged.run();
        Standing standing = new Standing(judged);
        Lookup lookup = new Lookup(run);
        Exchanges exchanges = new Exchanges(run);
        Budget findings = new Budget(FINDINGS);
        // In the order of the page: an exchange stands where it is first spoken of.
        List<Card> failures = Card.all(lookup, standing, Outcome.FAIL, exchanges, findings);
        List<Card> warnings = Card.all(lookup, standing, Outcome.WARN, exchanges, findings);
        List<ReasonGroup> errors = ReasonGroup.all(run, lookup, Outcome.ERROR, exchanges);
        List<ReasonGroup> unstable = ReasonGroup.unstable(run, lookup, exchanges);
        List<DeliveryView> deliveries = DeliveryView.all(run);
        return new ReportView(
                Headline.of(judged),
                Fact.all(judged),
                Fact.digests(run),
                Fact.settings(run),
                Totals.of(run),
                failures,
                warnings,
                errors,
                unstable,
                ReasonGroup.all(run, lookup, Outcome.UNSEEN, exchanges),
                ReasonGroup.all(run, lookup, Outcome.NOT_APPLICABLE, exchanges),
                ClauseGroup.all(lookup),
                Unchecked.all(lookup),
                Observation.all(run),
                deliveries,
                run.deliveries().size() - deliveries.size(),
                ClauseMap.all(lookup),
                CallLife.all(run, exchanges),
                KnownLine.all(judged),
                run.verdicts().stream().map(Verdict::api).distinct().toList(),
                ReadingOrder.of(run.verdicts(), Verdict::api, Verdict::operation).stream()
                        .map(Verdict::operation)
                        .distinct()
                        .toList());
    }

    /** The sections that have something to say, in the order of the page. */
    List<Section> sections() {
        return Section.of(this);
    }
}
