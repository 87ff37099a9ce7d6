package io.callcheck.expect;

import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Judges the fetching of documents, and what of their verbs can be seen from outside. */
public final class DocumentFetches {
    /** How much faster than life a simulated telephone network may be. */
    private static final int FASTEST = 100;

    private DocumentFetches() {}

    /** The document of an answered call is asked for. */
    public static Expectation fetched(Line url) {
        return url.judged(heard -> {
            if (!heard.told().isEmpty()) {
                return held(heard);
            }
            return heard.statuses().contains("in-progress")
                    ? heard.silence("Url", "asked")
                    : unseen(heard, "the call was not answered");
        });
    }

    /** An address is asked by a method. */
    public static Expectation method(Line address, String method) {
        return address.judged(heard -> heard.method(method));
    }

    /** The request for a document names the call rightly. */
    public static Expectation identity(Line url) {
        return url.judged(heard -> heard.identity(List.of("CallSid", "AccountSid", "To", "From")));
    }

    /** What cannot be had at the one address is asked for at the other. */
    public static Expectation fallback(Line url, Line fallback) {
        return instead(url, fallback, "FallbackUrl");
    }

    /**
     * Once a call has had its document, it asks for the one that it was given since.
     *
     * @param update the step that gave it the other one
     */
    public static Expectation redirected(String update, Line url, Line other) {
        Expectation asked = instead(url, other, "Url");
        Expectation inTime = CallCallbacks.after(update, asked);
        return evidence -> {
            // The other document hangs up: a call may be over by the time that its update is answered.
            boolean done = evidence.exchange(update).filter(Exchange::accepted).isPresent()
                    && first(evidence, other).isPresent();
            return (done ? asked : inTime).judge(evidence);
        };
    }

    private static Expectation instead(Line url, Line other, String what) {
        return url.judged(heard -> heard.told().isEmpty()
                ? unseen(heard, "Url was not asked in the first place")
                : first(heard.evidence(), other).isPresent() ? held(heard) : heard.silence(what, "asked"));
    }

    /** After a document was asked for, what a verb of it names is asked for too, before the call is over. */
    public static Expectation followed(Line document, Line next, String what) {
        return document.judged(heard -> {
            if (heard.told().isEmpty()) {
                return unseen(heard, "its document was not asked for");
            }
            if (first(heard.evidence(), next).isPresent()) {
                return held(heard);
            }
            return heard.end().isPresent()
                    ? heard.silence(what, "asked")
                    : unseen(heard, "the call was still going on");
        });
    }

    /**
     * A verb that takes time holds up what follows. A simulated network may run faster than life, but hardly a hundred
     * times as fast.
     *
     * @param document the document with the verb
     * @param next what follows the verb
     * @param takes how long the verb takes in life
     */
    public static Expectation holdsUp(Line document, Line next, Duration takes) {
        return document.judged(heard -> {
            Optional<Delivery> begun = first(heard.evidence(), document);
            Optional<Delivery> after = first(heard.evidence(), next);
            if (begun.isEmpty() || after.isEmpty()) {
                return unseen(heard, "the document was not carried out to its end");
            }
            Duration took = Duration.between(begun.get().at(), after.get().at());
            return heard.verdict(
                    took.compareTo(takes.dividedBy(FASTEST)) >= 0
                            ? List.of()
                            : List.of(new Finding(
                                    "what follows",
                                    "after about " + takes.toSeconds() + " s",
                                    "after " + took.toMillis() + " ms")));
        });
    }

    /** A verb ends the call: it is over, and what stands after the verb is not carried out. */
    public static Expectation ends(Line document, Line after) {
        return document.judged(heard -> {
            if (heard.told().isEmpty()) {
                return unseen(heard, "its document was not asked for");
            }
            if (first(heard.evidence(), after).isPresent()) {
                return heard.verdict(List.of(new Finding("call", "over", "what follows was carried out")));
            }
            if (heard.end().isPresent()) {
                return held(heard);
            }
            return heard.unanswered()
                    .flatMap(Unanswered::of)
                    .orElseGet(() -> Judgement.Broken.late(
                            new Finding("status", "over", String.join(", ", heard.statuses())),
                            List.of(heard.created())));
        });
    }

    private static Optional<Delivery> first(Evidence evidence, Line line) {
        return evidence.at(line.token()).stream().findFirst();
    }

    private static Judgement held(Heard heard) {
        return new Judgement.Held(List.of(heard.created()));
    }

    private static Judgement unseen(Heard heard, String reason) {
        return new Judgement.Unseen(reason, List.of(heard.created()));
    }
}
