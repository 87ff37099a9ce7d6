package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.expect.BirdCalls.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what requests do to calls that live side by side. A call may end for reasons of its own, so that an end proves
 * something only while a call beside it goes on.
 */
public final class BirdLives {
    private static final String OTHER_CALL = "bird.call.id.path";
    private static final Set<String> PARTIES = Set.of("callee", "caller", "timeout", "media-timeout");

    private final BirdCalls calls;

    public BirdLives(BirdCalls calls) {
        this.calls = calls;
    }

    private enum State {
        LIVE,
        OVER,
        /** Another call than that of the path. */
        OTHER,
        /** Not asked, not shown, or of no known status. */
        NONE
    }

    /**
     * An accepted update ends its call, while a call beside it goes on.
     *
     * @param update the step
     * @param beside the steps that look at the other calls afterwards
     */
    public Expectation ends(String update, List<String> beside) {
        return evidence -> {
            Exchange asked = evidence.exchange(update).orElse(null);
            if (asked == null) {
                return new Judgement.Unseen("no calls came into progress side by side", last(evidence));
            }
            Optional<Judgement> unknown = Unanswered.of(asked);
            if (unknown.isPresent()) {
                return unknown.get();
            }
            List<Exchange> looks = looks(evidence, asked);
            if (!asked.accepted() || looks.isEmpty()) {
                String reason = asked.accepted()
                        ? "the call was over before the update"
                        : "the update was answered with " + asked.outcome();
                return new Judgement.Unseen(reason, List.of(asked));
            }
            Exchange last = looks.get(looks.size() - 1);
            List<Exchange> both = List.of(asked, last);
            if (looks.stream().anyMatch(look -> state(look) == State.OVER)) {
                return beside.stream().anyMatch(step -> state(evidence, step) == State.LIVE)
                        ? new Judgement.Held(both)
                        : new Judgement.Unseen("the calls beside it ended as well", both);
            }
            return switch (state(last)) {
                case LIVE -> {
                    long waited = Duration.between(asked.at(), last.at()).toMillis();
                    yield Judgement.Broken.late(status(last, "over within " + waited + " ms"), both);
                }
                case OTHER -> new Judgement.Blocked(OTHER_CALL, "another call was shown", both);
                default ->
                    Unanswered.of(last, both)
                            .orElseGet(
                                    () -> new Judgement.Unseen("the call was answered with " + last.outcome(), both));
            };
        };
    }

    /** The call that an update ended says that the API hung up. */
    public Expectation saysApi(String update, List<String> beside) {
        Expectation ended = ends(update, beside);
        return evidence -> {
            Exchange asked = evidence.exchange(update).orElse(null);
            if (asked == null || !(ended.judge(evidence) instanceof Judgement.Held)) {
                return new Judgement.Unseen("no call was seen to be ended by an update", last(evidence));
            }
            Judgement found = new Judgement.Unseen("the ended call names no source", List.of(asked));
            for (Exchange look : looks(evidence, asked)) {
                for (Seen seen : calls.of(look)) {
                    String source = seen.text("hangupSource");
                    if (state(look) == State.OVER && !source.isEmpty()) {
                        found = source.equals("api")
                                ? new Judgement.Held(List.of(asked, look))
                                : new Judgement.Broken(
                                        List.of(seen.finding("hangupSource", "\"api\"")), List.of(asked, look));
                    }
                }
            }
            return found;
        };
    }

    /**
     * Requests that were refused left their call alone.
     *
     * @param requests the steps that were to be refused
     * @param look the step that looks at their call afterwards
     * @param beside the step that looks at a call that none of them named
     */
    public Expectation leavesAlone(List<String> requests, String look, String beside) {
        return evidence -> {
            List<Exchange> sent = new ArrayList<>(requests.stream()
                    .flatMap(s -> evidence.exchange(s).stream())
                    .toList());
            if (sent.isEmpty()) {
                return new Judgement.Unseen("no call came into progress", last(evidence));
            }
            Optional<Exchange> accepted =
                    sent.stream().filter(Exchange::accepted).findFirst();
            if (accepted.isPresent()) {
                return new Judgement.Unseen("what was to be refused was accepted", List.of(accepted.get()));
            }
            List<Exchange> refused =
                    sent.stream().filter(BirdLives::clientError).toList();
            Exchange after = evidence.exchange(look).orElse(null);
            if (refused.isEmpty() || after == null) {
                return new Judgement.Unseen("nothing was refused with a client error", List.of(sent.get(0)));
            }
            List<Exchange> both = List.of(refused.get(0), after);
            return switch (state(after)) {
                case LIVE -> new Judgement.Held(both);
                case OTHER -> new Judgement.Blocked(OTHER_CALL, "another call was shown", both);
                case OVER ->
                    state(evidence, beside) != State.LIVE || PARTIES.contains(source(after))
                            ? new Judgement.Unseen("the call ended, maybe for reasons of its own", both)
                            : new Judgement.Broken(List.of(status(after, "as before the refused requests")), both);
                case NONE -> new Judgement.Unseen("the call was answered with " + after.outcome(), both);
            };
        };
    }

    /**
     * Updates of a call that is over do not bring it back, however they are answered.
     *
     * @param before the step that looked at it before them
     * @param updates the steps
     * @param after the step that looks at it afterwards
     */
    public Expectation staysOver(String before, List<String> updates, String after) {
        return evidence -> {
            Exchange look = evidence.exchange(after).orElse(null);
            List<Exchange> answered = updates.stream()
                    .flatMap(s -> evidence.exchange(s).stream())
                    .filter(e -> !Unanswered.is(e))
                    .toList();
            if (look == null || answered.isEmpty()) {
                return new Judgement.Unseen("no call was updated after its end", last(evidence));
            }
            List<Exchange> both = List.of(answered.get(0), look);
            if (state(evidence, before) == State.LIVE) {
                return new Judgement.Blocked("bird.call.status.final", "it came back before the updates", both);
            }
            return switch (state(look)) {
                case OVER -> new Judgement.Held(both);
                case LIVE -> new Judgement.Broken(List.of(status(look, "over")), both);
                case OTHER -> new Judgement.Blocked(OTHER_CALL, "another call was shown", both);
                case NONE -> new Judgement.Unseen("the call was answered with " + look.outcome(), both);
            };
        };
    }

    /**
     * A created call can be retrieved, at once or a little later.
     *
     * @param looks how the names of the steps begin that retrieve it
     * @param statusClause the clause of documented status codes
     */
    public static Expectation retrievable(String looks, String statusClause) {
        return evidence -> {
            List<Exchange> found = evidence.steps().stream()
                    .filter(s -> s.name().startsWith(looks))
                    .map(Step::exchange)
                    .toList();
            if (found.isEmpty()) {
                return new Judgement.Unseen("no call was created", last(evidence));
            }
            Exchange end = found.get(found.size() - 1);
            Answer answer = end.answer();
            if (answer == null || Unanswered.putOff(end)) {
                return Unanswered.of(end).orElseThrow();
            }
            if (answer.success()) {
                return new Judgement.Held(List.of(end));
            }
            if (answer.status() == 404) {
                return Judgement.Broken.late(new Finding("status", "200", "404"), List.of(end));
            }
            return answer.status() >= 500
                    ? new Judgement.Blocked(statusClause, "answered with " + answer.status(), List.of(end))
                    : new Judgement.Unseen("answered with " + answer.status(), List.of(end));
        };
    }

    private static boolean clientError(Exchange exchange) {
        return exchange.answer() != null && exchange.answer().status() / 100 == 4 && !Unanswered.is(exchange);
    }

    /** The looks at the call of an update, after it and before the next one; none if the call was over before it. */
    private List<Exchange> looks(Evidence evidence, Exchange update) {
        List<Exchange> looks = new ArrayList<>();
        boolean after = false;
        for (Step step : evidence.steps()) {
            Exchange exchange = step.exchange();
            if (!exchange.sent().uri().equals(update.sent().uri())) {
                continue;
            }
            if (exchange.operation().equals("retrieve")) {
                if (after) {
                    looks.add(exchange);
                } else if (state(exchange) == State.OVER) {
                    return List.of();
                }
            } else if (after) {
                break;
            }
            after |= exchange.equals(update);
        }
        return looks;
    }

    private State state(Evidence evidence, String step) {
        return evidence.exchange(step).map(this::state).orElse(State.NONE);
    }

    private State state(Exchange look) {
        for (Seen seen : calls.of(look)) {
            // Without an id it is taken for the call that was asked for: what is wrong with the id is another clause's.
            if (!seen.id().isEmpty() && !seen.id().equals(BirdCalls.segment(look, "calls"))) {
                return State.OTHER;
            }
            String status = seen.text("status");
            return BirdCalls.OVER.contains(status)
                    ? State.OVER
                    : BirdCalls.LIVE.contains(status) ? State.LIVE : State.NONE;
        }
        return State.NONE;
    }

    private String source(Exchange look) {
        return calls.of(look).stream()
                .map(s -> s.text("hangupSource"))
                .findFirst()
                .orElse("");
    }

    private Finding status(Exchange look, String expected) {
        return calls.of(look).get(0).finding("status", expected);
    }

    private static List<Exchange> last(Evidence evidence) {
        return List.of(evidence.steps().get(evidence.steps().size() - 1).exchange());
    }
}
