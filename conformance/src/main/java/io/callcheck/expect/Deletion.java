package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.List;
import java.util.Optional;

/** A deleted call is gone. */
public final class Deletion {
    private Deletion() {}

    /**
     * After an accepted delete the last look finds nothing, and the last list does not show the call.
     *
     * @param delete the step
     * @param looks the row of looks at the call after it
     * @param lists the row of lists after it
     */
    public static Expectation gone(String delete, String looks, String lists) {
        return evidence -> {
            Optional<Judgement> without = Outcomes.unaccepted(evidence, delete);
            Exchange look = Lists.last(evidence, looks);
            Answer answer = look == null ? null : look.answer();
            if (without.isPresent()) {
                return without.get();
            }
            if (look == null || answer == null) {
                return new Judgement.Unknown(
                        "no answer to the look at the deleted call", look == null ? List.of() : List.of(look));
            }
            if (answer.success()) {
                return Judgement.Broken.late(
                        new Finding("status", "404", answer.status() + " after the delete"), List.of(look));
            }
            Exchange deleted = evidence.exchange(delete).orElseThrow();
            String path = deleted.sent().uri().getPath();
            String sid = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
            Exchange list = Lists.last(evidence, lists);
            if (list != null && list.accepted() && Lists.shows(list, sid)) {
                return Judgement.Broken.late(
                        new Finding("/calls", "not the deleted call", "the call " + sid), List.of(list, deleted));
            }
            return answer.status() == 404
                    ? new Judgement.Held(List.of(look, deleted))
                    : Unanswered.of(look)
                            .orElseGet(() -> new Judgement.Unseen(
                                    "the look was answered with " + answer.status(), List.of(look)));
        };
    }
}
