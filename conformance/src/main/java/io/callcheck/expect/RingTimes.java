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
 * @param status what the last look shows; nothing else is known of a call that is not over
 */
record RingTimes(Duration least, Duration most, Duration life, String status) {
    private static final String NOBODY = "no-answer";

    /**
     * The call that was to ring longer did, whether it is over or not; when both rang for about the same time the
     * difference had no effect.
     */
    static Judgement compared(Evidence evidence, String shorter, String longer) {
        for (String step : List.of(shorter, longer)) {
            Optional<Judgement> without = Outcomes.unaccepted(evidence, step);
            if (without.isPresent()) {
                return without.get();
            }
        }
        RingTimes first = of(evidence, shorter);
        RingTimes second = of(evidence, longer);
        List<Exchange> both = List.of(
                evidence.exchange(shorter).orElseThrow(),
                evidence.exchange(longer).orElseThrow());
        if (first.status().equals(NOBODY) && second.least().compareTo(first.most()) > 0) {
            return new Judgement.Held(both);
        }
        if (!Transitions.over(first.status()) || !Transitions.over(second.status())) {
            String open = (Transitions.over(first.status()) ? second : first).status();
            return new Judgement.Unseen(
                    "the last look showed a call " + (open.isEmpty() ? "of no status" : open), both);
        }
        if (!first.status().equals(NOBODY) || !second.status().equals(NOBODY)) {
            return new Judgement.Unseen("a call ended otherwise than with no-answer", both);
        }
        // By its whole life: the look that shows it waiting may tell of a while ago.
        boolean alike = first.least().toMillis() * 10 >= second.life().toMillis() * 8;
        // A server that is too busy ends both late: alone it is given a second chance.
        return alike
                ? Judgement.Broken.late(
                        new Finding(
                                "Timeout",
                                "clearly longer than the " + first.least().toMillis()
                                        + " ms of the call with the shorter Timeout",
                                "at most " + second.life().toMillis() + " ms"),
                        both)
                : new Judgement.Unseen("the difference could not be measured", both);
    }

    private static RingTimes of(Evidence evidence, String create) {
        Exchange made = evidence.exchange(create).orElseThrow();
        Instant waiting = made.at();
        Instant rings = null;
        Instant last = answered(made);
        Duration least = Duration.ZERO;
        String status = "";
        for (Exchange look : Outcomes.looks(evidence, create)) {
            status = Outcomes.body(look).path("status").asText();
            last = answered(look);
            if (Transitions.over(status)) {
                break;
            }
            if (status.equals("ringing") && rings == null) {
                rings = last;
            } else if (status.equals("ringing")) {
                least = Duration.between(rings, look.at());
            } else if (rings == null && Transitions.listed(status)) {
                waiting = look.at();
            }
        }
        return new RingTimes(least, Duration.between(waiting, last), Duration.between(made.at(), last), status);
    }

    private static Instant answered(Exchange exchange) {
        Answer answer = exchange.answer();
        return exchange.at().plus(answer == null ? 0 : answer.micros(), ChronoUnit.MICROS);
    }
}
