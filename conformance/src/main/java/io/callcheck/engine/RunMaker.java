package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Edition;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.KitVersion;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts a run together, credentials taken out of everything.
 *
 * @param target the server under test
 * @param wire what was sent
 * @param inbox what was received
 * @param runs the run of each API; the numbers of their exchanges follow one another
 * @param planned the verdicts, by case
 * @param only how the ids of the clauses begin that were asked for; empty for all
 */
record RunMaker(
        Target target,
        Wire wire,
        CallbackInbox inbox,
        List<ApiRun> runs,
        Map<Case, PlannedCase> planned,
        List<String> only) {
    private static final int LONGEST = 16 * 1024;

    Run make(Instant started, boolean complete) {
        Redaction redaction = wire.redaction();
        List<Verdict> all = new ArrayList<>();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        List<Exchange> exchanges = new ArrayList<>();
        for (ApiRun run : runs) {
            for (Case of : run.plan().cases()) {
                Verdict verdict =
                        Objects.requireNonNull(planned.get(of)).verdict().join();
                all.add(numbered(verdict.withTexts(redaction::text), exchanges.size()));
            }
            exchanges.addAll(run.exchanges());
        }
        List<Verdict> settled = Blame.settled(all);
        settled.forEach(v -> outcomes.merge(v.outcome(), 1, Integer::sum));
        Instant finished = Instant.now();
        List<Catalogue> catalogues = runs.stream().map(RunMaker::catalogue).toList();
        List<String> unaccepted = unaccepted();
        int exit = Gate.exit(outcomes, planned.size(), unaccepted);
        return new Run(
                kit(catalogues),
                new Run.TargetInfo(target.name(), target.settings()),
                started.toString(),
                finished.toString(),
                complete,
                complete || exit != Gate.CONFORMANT ? exit : Gate.UNKNOWN,
                new Run.Summary(
                        outcomes,
                        planned.size(),
                        wire.budget().calls(),
                        wire.requests(),
                        Duration.between(started, finished).toMillis(),
                        unaccepted,
                        wire.budget().left(target.live())),
                clauses(catalogues),
                settled,
                observed(redaction),
                exchanges.parallelStream().map(e -> info(e, redaction)).toList(),
                inbox.deliveries().parallelStream().map(d -> info(d, redaction)).toList(),
                only);
    }

    private List<String> unaccepted() {
        List<String> operations = new ArrayList<>();
        for (ApiRun run : runs) {
            run.plan().accepted(run.exchanges()).forEach((operation, accepted) -> {
                if (!accepted) {
                    operations.add(catalogue(run).api().id() + "." + operation);
                }
            });
        }
        return operations;
    }

    /** This kit, with the documents that it read. */
    static Run.Kit kit(Collection<Catalogue> catalogues) {
        Map<String, String> digests = new TreeMap<>();
        catalogues.forEach(c -> digests.put(c.api().id(), c.document().digest()));
        return new Run.Kit(KitVersion.read(), Edition.newestName(), digests);
    }

    /** The clauses of some APIs as a run tells them. */
    static List<Run.ClauseInfo> clauses(Collection<Catalogue> catalogues) {
        List<Run.ClauseInfo> infos = new ArrayList<>();
        for (Catalogue catalogue : catalogues) {
            for (Clause clause : catalogue.clauses()) {
                infos.add(new Run.ClauseInfo(
                        clause.id(),
                        clause.api().id(),
                        clause.level(),
                        clause.statement(),
                        clause.source().text(),
                        clause.source().url(),
                        clause.unchecked()));
            }
        }
        return infos;
    }

    private Map<String, List<String>> observed(Redaction redaction) {
        Map<String, Set<String>> observed = new TreeMap<>();
        for (ApiRun run : runs) {
            for (Exchange exchange : run.exchanges()) {
                run.plan()
                        .answers()
                        .assess(exchange)
                        .observations()
                        .forEach((clause, values) -> observed.computeIfAbsent(clause, k -> new TreeSet<>())
                                .addAll(values));
            }
        }
        for (ApiRun run : runs) {
            run.observed().forEach((what, outcome) -> observed.put(what, Set.of(outcome)));
        }
        Map<String, List<String>> lists = new TreeMap<>();
        observed.forEach((clause, values) -> lists.put(
                clause, values.stream().map(redaction::text).distinct().toList()));
        return lists;
    }

    private static Catalogue catalogue(ApiRun run) {
        return run.plan().bench().catalogue();
    }

    private static Verdict numbered(Verdict verdict, int before) {
        return verdict.withEvidence(
                verdict.evidence().stream().map(i -> i + before).toList());
    }

    static Run.ExchangeInfo info(Exchange exchange, Redaction redaction) {
        Answer answer = exchange.answer();
        return new Run.ExchangeInfo(
                exchange.api().id(),
                exchange.operation(),
                exchange.at().toString(),
                new Run.RequestInfo(
                        exchange.sent().method(),
                        redaction.text(exchange.sent().uri().toString()),
                        headers(exchange.sent().headers(), redaction),
                        redaction.text(exchange.sent().body())),
                answer == null
                        ? null
                        : new Run.ResponseInfo(
                                answer.status(),
                                headers(answer.headers(), redaction),
                                redaction.beginning(answer.text(), LONGEST),
                                answer.micros() / 1000.0),
                exchange.problem() == null ? null : redaction.text(exchange.problem()));
    }

    private static Run.DeliveryInfo info(Delivery delivery, Redaction redaction) {
        return new Run.DeliveryInfo(
                delivery.at().toString(),
                redaction.text(delivery.method()),
                redaction.text(delivery.uri()),
                headers(delivery.headers(), redaction),
                redaction.beginning(delivery.body(), LONGEST));
    }

    private static List<List<String>> headers(List<Header> headers, Redaction redaction) {
        return headers.stream()
                .map(redaction::header)
                .map(h -> List.of(h.name(), h.value()))
                .toList();
    }
}
