package io.callcheck.cases;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Unanswered;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The call that many requests act upon, and another one in its stead when it ended by itself meanwhile: nobody who was
 * called holds the line for ever, and a slow target takes its time over hundreds of requests.
 */
final class SharedSubject {
    /** When it happens more often it is no accident: calls of this target take few updates, or one. */
    private static final int MOST_RENEWALS = 3;

    private final Ground ground;
    private final Transcript transcript;
    private final Set<String> over = new HashSet<>();
    private String id;
    private int renewals;

    /** @param id the first one; the empty text when the operation needs none */
    SharedSubject(Ground ground, Transcript transcript, String id) {
        this.ground = ground;
        this.transcript = transcript;
        this.id = id;
    }

    /** The one that is acted upon now. */
    String id() {
        return id;
    }

    /** Whether a call still takes the plain request; written down for the expectations, and asked once when it does not. */
    boolean takes(String subject) {
        if (over.contains(subject)) {
            return false;
        }
        Exchange again = transcript
                .wire()
                .send(transcript.api(), ground.operation().id(), ground.request(subject, ground.plain()));
        transcript.add(new Step(Step.STILL, again));
        if (again.accepted()) {
            ground.undo(transcript, subject, again);
            return true;
        }
        Answer answer = again.answer();
        if (answer != null && answer.status() < 500 && Unanswered.of(again).isEmpty()) {
            over.add(subject);
        }
        return false;
    }

    /**
     * The call to repeat a request on, given one that takes no more.
     *
     * @return nothing when it is not known to be over, or when no other is made
     * @throws InterruptedException when the run is cut short
     */
    Optional<String> instead(String used) throws InterruptedException {
        if (!over.contains(id)) {
            return used.equals(id) ? Optional.empty() : Optional.of(id);
        }
        if (!ground.renews() || renewals++ >= MOST_RENEWALS) {
            return Optional.empty();
        }
        Optional<String> fresh = ground.subject(transcript, ground.plain());
        fresh.ifPresent(f -> id = f);
        return fresh;
    }
}
