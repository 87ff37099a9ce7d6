package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Api;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes verdicts of judgements; numbers the exchanges as they are cited or sent. */
final class Verdicts {
    private static final int CITED = 4;

    private final IdentityHashMap<Exchange, Integer> numbers = new IdentityHashMap<>();

    /** Gives an exchange the next number. */
    synchronized void number(Exchange exchange) {
        numbers.putIfAbsent(exchange, numbers.size());
    }

    /** Judges a case; the kit's own breakage is an error, never a violation. */
    Judgement judge(Case of, Evidence evidence) {
        try {
            Judgement judgement = of.expectation().judge(evidence);
            return judgement instanceof Judgement.Unknown u
                            && u.evidence().stream().anyMatch(Exchange::withheld)
                    ? new Judgement.NotApplicable(u.reason())
                    : judgement;
        } catch (RuntimeException e) {
            return new Judgement.Unknown("the kit broke while judging: " + Breakage.told(e), List.of());
        }
    }

    /** The verdict of a judgement. */
    Verdict of(Api api, Case of, Judgement judgement) {
        Outcome outcome = outcome(of.clause().level(), judgement);
        String blockedBy = judgement instanceof Judgement.Blocked b ? b.clause() : "";
        List<Finding> findings = judgement instanceof Judgement.Broken b ? b.findings() : List.of();
        return new Verdict(
                of.clause().id(),
                of.name(),
                api.id(),
                of.operation(),
                of.clause().level(),
                outcome,
                blockedBy,
                reason(judgement),
                findings.stream().limit(CITED).toList(),
                cited(judgement.evidence()));
    }

    /** The verdict of a case that came out otherwise at the second look, which counts. */
    Verdict unstable(Verdict first, Verdict second) {
        List<Integer> evidence = Stream.concat(second.evidence().stream(), first.evidence().stream())
                .distinct()
                .limit(CITED)
                .toList();
        return new Verdict(
                second.clause(),
                second.caseName(),
                second.api(),
                second.operation(),
                second.level(),
                second.outcome(),
                second.blockedBy(),
                "first: " + told(first) + "; tried again, alone: " + told(second),
                second.findings(),
                evidence,
                true);
    }

    private static String told(Verdict verdict) {
        if (!verdict.reason().isEmpty()) {
            return verdict.outcome() + ", " + verdict.reason();
        }
        return verdict.findings().stream()
                .findFirst()
                .map(f -> verdict.outcome() + ", " + f.where() + ": expected " + f.expected() + ", got " + f.actual())
                .orElse(verdict.outcome().toString());
    }

    /** The verdict of a case that could not be judged. */
    Verdict unknown(Api api, Case of, String reason) {
        return of(api, of, new Judgement.Unknown(reason, List.of()));
    }

    private synchronized List<Integer> cited(List<Exchange> evidence) {
        return evidence.stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .distinct()
                .limit(CITED)
                .toList();
    }

    private static Outcome outcome(Level level, Judgement judgement) {
        if (judgement instanceof Judgement.Broken) {
            return level == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        }
        if (judgement instanceof Judgement.Held) {
            return Outcome.PASS;
        }
        if (judgement instanceof Judgement.Unknown) {
            return Outcome.ERROR;
        }
        return judgement instanceof Judgement.NotApplicable ? Outcome.NOT_APPLICABLE : Outcome.UNSEEN;
    }

    private static String reason(Judgement judgement) {
        if (judgement instanceof Judgement.Unseen u) {
            return u.reason();
        }
        if (judgement instanceof Judgement.Unknown u) {
            return u.reason();
        }
        if (judgement instanceof Judgement.Blocked b) {
            return b.reason();
        }
        return judgement instanceof Judgement.NotApplicable n ? n.reason() : "";
    }
}
