package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How long a call rang, by our own clock and by what was seen. Not all of its life is ringing: a server that dials so many
 * calls a second has them wait for their turn.
 *
 * @param least for how long at least the phone rang: from the first look that shows so to the last
 * @param most for how long at most it rang: from the last look before that, or the request, to the first that shows the
 *     call over
 * @param life what its life lasted at most: from the request to the first look that shows it over
 * @param status how it ended
 */
record RingTimes(Duration least, Duration most, Duration life, String status) {

    /** The call that was to ring longer did; when both rang for about the same time the difference had no effect. */
    static Judgement compared(Evidence evidence, String shorter, String longer) {
        for (String step : List.of(shorter, longer)) {
            Optional<Judgement> without = Outcomes.unaccepted(evidence, step);
            if (without.isPresent()) {
                return without.get();
            }
        }
        Optional<RingTimes> first = of(evidence, shorter);
        Optional<RingTimes> second = of(evidence, longer);
        List<Exchange> both = List.of(
                evidence.exchange(shorter).orElseThrow(),
                evidence.exchange(longer).orElseThrow());
        if (first.isEmpty() || second.isEmpty()) {
            return new Judgement.Unseen("a call rang on after the longest wait", both);
        }
        if (!first.get().status().equals("no-answer") || !second.get().status().equals("no-answer")) {
            return new Judgement.Unseen("a call ended otherwise than with no-answer", both);
        }
        if (second.get().least().compareTo(first.get().most()) > 0) {
            return new Judgement.Held(both);
        }
        // By its whole life: the look that shows it waiting may tell of a while ago.
        boolean alike =
                first.get().least().toMillis() * 10 >= second.get().life().toMillis() * 8;
        // A server that is too busy ends both late: alone it is given a second chance.
        return alike
                ? Judgement.Broken.late(
                        new Finding(
                                "Timeout",
                                "clearly longer than the " + first.get().least().toMillis()
                                        + " ms of the call with the shorter Timeout",
                                "at most " + second.get().life().toMillis() + " ms"),
                        both)
                : new Judgement.Unseen("the difference could not be measured", both);
    }

    private static Optional<RingTimes> of(Evidence evidence, String create) {
        Exchange made = evidence.exchange(create).orElseThrow();
        Instant waiting = made.at();
        Instant rings = null;
        Duration least = Duration.ZERO;
        for (Exchange look : Outcomes.looks(evidence, create)) {
            String status = Outcomes.body(look).path("status").asText();
            Instant answered = answered(look);
            if (Transitions.over(status)) {
                Duration most = Duration.between(waiting, answered);
                return Optional.of(new RingTimes(least, most, Duration.between(made.at(), answered), status));
            }
            if (status.equals("ringing") && rings == null) {
                rings = answered;
            } else if (status.equals("ringing")) {
                least = Duration.between(rings, look.at());
            } else if (rings == null && Transitions.listed(status)) {
                waiting = look.at();
            }
        }
        return Optional.empty();
    }

    private static Instant answered(Exchange exchange) {
        Answer answer = exchange.answer();
        return exchange.at().plus(answer == null ? 0 : answer.micros(), ChronoUnit.MICROS);
    }
}
