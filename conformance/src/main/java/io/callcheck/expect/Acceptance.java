package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lawful value is accepted. Several values share one request; only when the target refuses it are they taken apart,
 * and a value is at fault when it is refused alone.
 *
 * @param probe the name of the lawful value among those that a step carries
 * @param where the parameter
 * @param value the value, for people
 * @param base the step with the plain request
 * @param plainClause the clause that the plain request is accepted
 * @param statusClause the clause of documented status codes
 * @param blame says what else a refusal of the value alone may be for
 */
public record Acceptance(
        String probe, String where, String value, String base, String plainClause, String statusClause, Blame blame)
        implements Expectation {

    /**
     * A lawful value that stands beside or around the one in question.
     *
     * @param probe its name among those that a step carries
     * @param clause the clause that it is judged by
     */
    public record Need(String probe, String clause) {}

    /** Finds out whether a value is refused for something that it cannot be sent without. */
    public interface Blame {
        /**
         * What the refusal is for, if not for the value: given the names of what was accepted, and refused alone. What
         * is in neither may be what it is for.
         */
        Optional<Need> of(Set<String> accepted, Set<String> refused);
    }

    /** A value that needs nothing beside it. */
    public Acceptance(String probe, String where, String value, String base, String plainClause, String statusClause) {
        this(probe, where, value, base, plainClause, statusClause, (accepted, refused) -> Optional.empty());
    }

    @Override
    public Judgement judge(Evidence evidence) {
        List<Exchange> seen = new ArrayList<>();
        Optional<Exchange> alone = Optional.empty();
        for (Step step : evidence.steps()) {
            if (step.carries().contains(probe)) {
                if (step.exchange().accepted()) {
                    return new Judgement.Held(List.of(step.exchange()));
                }
                seen.add(0, step.exchange());
                // What its call no longer took is tried on another one, and the last word counts.
                if (step.carries().size() == 1 && step.exchange().refused()) {
                    alone = Optional.of(step.exchange());
                }
            }
        }
        return alone.isPresent() ? refusedAlone(alone.get(), evidence) : unsure(seen, evidence);
    }

    private Judgement refusedAlone(Exchange alone, Evidence evidence) {
        Exchange plain = evidence.exchange(base).orElse(alone);
        List<Exchange> both = List.of(alone, plain);
        Optional<Exchange> over = Refusal.over(evidence, alone);
        if (over.isPresent()) {
            return Refusal.tired(over.get(), ")", List.of(alone, over.get()));
        }
        if (!plain.accepted()) {
            return unaccepted(plain, both);
        }
        Optional<String> account = AccountReasons.beside(alone, evidence);
        if (account.isPresent()) {
            return new Judgement.Unknown(account.get(), both);
        }
        Optional<Judgement> blamed = blamed(alone, evidence);
        if (blamed.isPresent()) {
            return blamed.get();
        }
        return new Judgement.Broken(
                List.of(new Finding(where, value + " accepted", "refused with " + alone.outcome() + message(alone))),
                both);
    }

    /** One violation is told once: what rests on a value that is refused by itself is blocked by that value's clause. */
    private Optional<Judgement> blamed(Exchange alone, Evidence evidence) {
        Set<String> accepted = new HashSet<>();
        Map<String, Exchange> refused = new HashMap<>();
        for (Step step : evidence.steps()) {
            if (step.exchange().accepted()) {
                accepted.addAll(step.carries());
            } else if (step.carries().size() == 1 && step.exchange().refused()) {
                step.carries().forEach(label -> refused.put(label, step.exchange()));
            }
        }
        refused.keySet().removeAll(accepted);
        return blame.of(accepted, refused.keySet()).map(need -> {
            Exchange cause = refused.get(need.probe());
            return cause == null
                    ? new Judgement.Unseen(
                            "what it is sent with was neither accepted nor refused by itself", List.of(alone))
                    : new Judgement.Blocked(
                            need.clause(), "what it is sent with is refused by itself", List.of(alone, cause));
        });
    }

    private Judgement unsure(List<Exchange> seen, Evidence evidence) {
        Exchange plain = evidence.exchange(base).orElse(null);
        if (plain != null && !plain.accepted()) {
            return unaccepted(plain, List.of(plain));
        }
        if (seen.isEmpty()) {
            return new Judgement.Unseen("the value was never sent", List.of());
        }
        Exchange last = seen.get(0);
        Answer answer = last.answer();
        if (answer == null || Unanswered.putOff(last)) {
            return Unanswered.of(last, seen).orElseThrow();
        }
        return answer.status() >= 500
                ? new Judgement.Blocked(statusClause, "answered with " + answer.status(), seen)
                : new Judgement.Unseen("answered with " + answer.status(), seen);
    }

    private Judgement unaccepted(Exchange plain, List<Exchange> cited) {
        return Unanswered.reason(plain)
                .<Judgement>map(
                        reason -> new Judgement.Unknown("nothing is known of the plain request: " + reason, cited))
                .orElseGet(() -> new Judgement.Blocked(
                        plainClause, "the plain request was answered with " + plain.outcome(), cited));
    }

    /** The target's own words, which often say what it minds. */
    private static String message(Exchange exchange) {
        Answer answer = exchange.answer();
        String text = answer == null ? "" : answer.text().strip();
        return text.isEmpty() ? "" : ": " + text;
    }
}
