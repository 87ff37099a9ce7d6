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
import io.callcheck.spec.Clause;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts a run together, credentials taken out of everything.
 *
 * @param target the server under test
 * @param wire what was sent
 * @param inbox what was received
 * @param plans what was planned
 * @param planned the verdicts, by case
 * @param verdicts the numbers of the exchanges
 * @param exchanges in the order of their numbers
 */
record RunMaker(
        Target target,
        Wire wire,
        CallbackInbox inbox,
        List<Plan> plans,
        Map<Case, PlannedCase> planned,
        Verdicts verdicts,
        List<Exchange> exchanges) {
    private static final int LONGEST = 16 * 1024;

    Run make(Instant started, boolean complete) {
        Redaction redaction = Redaction.of(target);
        List<Verdict> all = new ArrayList<>();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (PlannedCase of : planned.values()) {
            Verdict verdict = clean(of.verdict().join(), redaction);
            all.add(verdict);
            outcomes.merge(verdict.outcome(), 1, Integer::sum);
        }
        Instant finished = Instant.now();
        int exit = Gate.exit(outcomes, planned.size(), unaccepted());
        return new Run(
                kit(),
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
                        Duration.between(started, finished).toMillis()),
                clauses(),
                all,
                observed(),
                exchanges.stream().map(e -> info(e, redaction)).toList(),
                inbox.deliveries().stream().map(d -> info(d, redaction)).toList());
    }

    private List<String> unaccepted() {
        List<String> operations = new ArrayList<>();
        for (Plan plan : plans) {
            plan.accepted(exchanges).forEach((operation, accepted) -> {
                if (!accepted) {
                    operations.add(plan.bench().catalogue().api().id() + "." + operation);
                }
            });
        }
        return operations;
    }

    private Run.Kit kit() {
        Map<String, String> digests = new TreeMap<>();
        plans.forEach(p -> digests.put(
                p.bench().catalogue().api().id(),
                p.bench().catalogue().document().digest()));
        return new Run.Kit(KitVersion.read(), KitVersion.EDITION, digests);
    }

    private List<Run.ClauseInfo> clauses() {
        List<Run.ClauseInfo> infos = new ArrayList<>();
        for (Plan plan : plans) {
            for (Clause clause : plan.bench().catalogue().clauses()) {
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

    private Map<String, List<String>> observed() {
        Map<String, Set<String>> observed = new TreeMap<>();
        for (Plan plan : plans) {
            for (Exchange exchange : exchanges) {
                if (exchange.api() == plan.bench().catalogue().api()) {
                    plan.answers()
                            .assess(exchange)
                            .observations()
                            .forEach((clause, values) -> observed.computeIfAbsent(clause, k -> new TreeSet<>())
                                    .addAll(values));
                }
            }
        }
        Map<String, List<String>> lists = new TreeMap<>();
        observed.forEach((clause, values) -> lists.put(clause, List.copyOf(values)));
        return lists;
    }

    private static Verdict clean(Verdict verdict, Redaction redaction) {
        return new Verdict(
                verdict.clause(),
                verdict.caseName(),
                verdict.api(),
                verdict.operation(),
                verdict.level(),
                verdict.outcome(),
                verdict.blockedBy(),
                redaction.text(verdict.reason()),
                verdict.findings().stream()
                        .map(f -> new io.callcheck.expect.Finding(f.where(), f.expected(), redaction.text(f.actual())))
                        .toList(),
                verdict.evidence());
    }

    private static Run.ExchangeInfo info(Exchange exchange, Redaction redaction) {
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
                                redaction.text(cut(answer.text())),
                                answer.micros() / 1000.0),
                exchange.problem());
    }

    private static Run.DeliveryInfo info(Delivery delivery, Redaction redaction) {
        return new Run.DeliveryInfo(
                delivery.at().toString(),
                delivery.method(),
                redaction.text(delivery.uri()),
                headers(delivery.headers(), redaction),
                redaction.text(cut(delivery.body())));
    }

    private static List<List<String>> headers(List<Header> headers, Redaction redaction) {
        return headers.stream()
                .map(redaction::header)
                .map(h -> List.of(h.name(), h.value()))
                .toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
