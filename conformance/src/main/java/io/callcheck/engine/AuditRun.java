package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Recorded;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the run of an audit: a verdict for every case that a run of its own would have, so that what no recording shows
 * is named.
 *
 * @param target whose exchanges were judged
 * @param catalogues of its APIs
 * @param tallies what the recording says of each case that was judged
 * @param verdicts numbers the exchanges
 * @param redaction takes credentials out
 */
record AuditRun(
        Target target,
        Map<Api, Catalogue> catalogues,
        Map<String, AuditTally> tallies,
        Verdicts verdicts,
        Redaction redaction) {
    private static final Judgement NOT_ASKED =
            new Judgement.Unseen("not judged by audit: it takes requests that only a run of its own sends", List.of());

    private static final Judgement NOT_SHOWN =
            new Judgement.Unseen("the recording has no exchange of this API", List.of());

    Run make(Instant started, AuditCount count, int creations, Map<String, ? extends Collection<String>> observed)
            throws IOException {
        IdentityHashMap<Exchange, Boolean> known = new IdentityHashMap<>();
        List<Exchange> cited = new ArrayList<>();
        List<Verdict> all = new ArrayList<>();
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            for (Plan plan : Plan.of(target, inbox, clause -> true, Contracts.of(target.apis()))) {
                Api api = plan.bench().catalogue().api();
                for (Case of : plan.cases()) {
                    Judgement judgement = judgement(plan, of);
                    for (Exchange exchange : judgement.evidence()) {
                        if (known.put(exchange, true) == null) {
                            verdicts.number(exchange);
                            cited.add(exchange);
                        }
                    }
                    all.add(verdicts.of(api, of, judgement).withTexts(redaction::text));
                }
            }
        }
        List<Verdict> settled = Blame.settled(all);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        settled.forEach(v -> outcomes.merge(v.outcome(), 1, Integer::sum));
        // An operation that never appeared is nobody's fault here; a recording that shows nothing at all is not green.
        int exit = Gate.exit(outcomes, settled.size(), List.of());
        boolean whole = count.broken().isEmpty();
        Instant finished = Instant.now();
        Map<String, List<String>> seen = new TreeMap<>();
        observed.forEach((clause, values) ->
                seen.put(clause, values.stream().map(redaction::text).distinct().toList()));
        return new Run(
                RunMaker.kit(catalogues.values()),
                new Run.TargetInfo(target.name(), settings(count)),
                started.toString(),
                finished.toString(),
                whole,
                whole || exit != Gate.CONFORMANT ? exit : Gate.UNKNOWN,
                new Run.Summary(
                        outcomes,
                        settled.size(),
                        creations,
                        count.judged(),
                        Duration.between(started, finished).toMillis()),
                RunMaker.clauses(catalogues.values()),
                settled,
                seen,
                cited.stream().map(e -> RunMaker.info(e, redaction)).toList(),
                List.of());
    }

    private Judgement judgement(Plan plan, Case of) {
        AuditTally tally = tallies.get(AuditCourt.key(of));
        if (tally != null) {
            return tally.judgement();
        }
        String lacking = plan.bench().lacking(of.operation());
        if (!lacking.isEmpty()) {
            return new Judgement.NotApplicable(lacking);
        }
        boolean shown = tallies.keySet().stream()
                .anyMatch(k -> k.startsWith(plan.bench().catalogue().api().id() + "."));
        return shown ? NOT_ASKED : NOT_SHOWN;
    }

    private Map<String, String> settings(AuditCount count) {
        Map<String, String> settings = new LinkedHashMap<>(target.settings());
        settings.put(Recorded.ENTRIES, Integer.toString(count.entries()));
        settings.put("audit.judged", Integer.toString(count.judged()));
        settings.put("audit.of-other-addresses", Integer.toString(count.others()));
        settings.put("audit.skipped", Integer.toString(count.skipped()));
        if (!count.notes().isEmpty()) {
            settings.put(Recorded.NOTE, String.join(". ", count.notes()));
        }
        return settings;
    }
}
