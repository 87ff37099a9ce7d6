package io.callcheck.expect;

import io.callcheck.exchange.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges the callbacks on recordings and on machine detection. */
public final class CallCallbacks {
    private static final Set<String> OVER = Set.of("completed", "absent", "failed");
    /** The ends that can be asked for; that a recording failed is no event of the list. */
    private static final Set<String> ENDS = Set.of("completed", "absent");

    private static final String STATUS = "RecordingStatus";

    private CallCallbacks() {}

    /** The end of the recording of an answered call is told. */
    public static Expectation recorded(Line line) {
        return line.judged(heard -> heard.told().stream().anyMatch(t -> OVER.contains(t.text(STATUS)))
                ? held(heard)
                : answeredAndOver(heard) ? heard.silence(STATUS, "the end of the recording") : unended(heard));
    }

    /** The beginning of the recording of an answered call is told; where nothing is, that is another clause's matter. */
    public static Expectation begun(Line line) {
        return line.judged(heard -> {
            if (heard.told().stream().anyMatch(t -> t.text(STATUS).equals("in-progress"))) {
                return held(heard);
            }
            return heard.told().isEmpty() || !answeredAndOver(heard)
                    ? new Judgement.Unseen("nothing came of the recording", List.of(heard.created()))
                    : heard.silence(STATUS, "in-progress");
        });
    }

    /** Nothing but the end of the recording is told. */
    public static Expectation onlyEnd(Line line) {
        return line.judged(heard -> heard.each(t -> t.text(STATUS).equals("in-progress")
                ? List.of(new Finding(STATUS, "only the end of the recording", "in-progress"))
                : List.of()));
    }

    /** Nothing but the beginning of the recording is told, though the call was answered and is over. */
    public static Expectation onlyBeginning(Line line) {
        return line.judged(heard -> {
            Judgement told = heard.each(t -> ENDS.contains(t.text(STATUS))
                    ? List.of(new Finding(STATUS, "only the beginning of the recording", t.text(STATUS)))
                    : List.of());
            return told instanceof Judgement.Held && !answeredAndOver(heard) ? unended(heard) : told;
        });
    }

    /** The call is this one, and the address of the recording names it. */
    public static Expectation recordingIdentity(Line line) {
        return line.judged(heard -> {
            Judgement call = heard.identity(List.of("CallSid", "AccountSid"));
            return call instanceof Judgement.Held
                    ? heard.each(t -> !t.has("RecordingSid")
                                    || !t.text("RecordingUrl").contains("://")
                                    || t.text("RecordingUrl").contains(t.text("RecordingSid"))
                            ? List.of()
                            : List.of(new Finding(
                                    "RecordingUrl", "holding " + t.text("RecordingSid"), t.text("RecordingUrl"))))
                    : call;
        });
    }

    /** The call is this one. */
    public static Expectation identity(Line line) {
        return line.judged(heard -> heard.identity(List.of("CallSid", "AccountSid")));
    }

    /** Everything comes by a method. */
    public static Expectation method(Line line, String method) {
        return line.judged(heard -> heard.method(method));
    }

    /** Something is told of a call that was answered. */
    public static Expectation delivered(Line line, String expected) {
        return line.judged(heard -> !heard.told().isEmpty()
                ? held(heard)
                : answeredAndOver(heard) ? heard.silence("request", expected) : unended(heard));
    }

    /** A judgement that means something only once an update was accepted. */
    public static Expectation after(String update, Expectation expectation) {
        return evidence -> {
            Optional<Exchange> made = evidence.exchange(update).filter(CallCallbacks::inTime);
            return made.isPresent()
                    ? expectation.judge(evidence)
                    : new Judgement.Unseen("no update of a call that goes on was accepted", List.of());
        };
    }

    /** Whether an update was accepted before the call was over: what is told of its end had gone out by then. */
    static boolean inTime(Exchange update) {
        String status = Outcomes.body(update).path("status").asText();
        return update.accepted() && !Heard.ENDED.contains(status);
    }

    /**
     * A judgement on a callback of a recording, unless the target never tells of one, not even of a call that it was
     * asked to record: that is another clause's matter.
     *
     * @param recorded the step that created such a call
     */
    public static Expectation unlessNeverTold(String recorded, Expectation expectation) {
        return evidence -> {
            Optional<Exchange> created = evidence.exchange(recorded).filter(Exchange::accepted);
            boolean never = created.isPresent()
                    && evidence.deliveries().stream().noneMatch(d -> d.purpose().equals("recordingStatusCallback"));
            return never
                    ? new Judgement.Blocked(
                            "signalwire.recordingStatusCallback.delivered",
                            "the target tells of no recording",
                            List.of(created.get()))
                    : expectation.judge(evidence);
        };
    }

    /** Nothing comes of a request that was refused; nothing is known of one that was accepted. */
    public static Expectation nothing(String step, Set<String> tokens) {
        return evidence -> {
            Exchange sent = evidence.exchange(step).orElse(null);
            if (sent == null || sent.accepted() || Unanswered.is(sent)) {
                return new Judgement.Unseen(
                        sent == null ? "it was not sent" : "it was answered with " + sent.outcome(),
                        sent == null ? List.of() : List.of(sent));
            }
            List<Finding> findings = evidence.deliveries().stream()
                    .filter(d -> tokens.contains(d.token()))
                    .map(d -> new Finding("request", "none", d.method() + " for " + d.purpose()))
                    .distinct()
                    .toList();
            if (!findings.isEmpty()) {
                return new Judgement.Broken(findings, List.of(sent));
            }
            return evidence.deliveries().isEmpty()
                    ? new Judgement.Unseen("the target never sent anything to this machine", List.of(sent))
                    : new Judgement.Held(List.of(sent));
        };
    }

    private static Judgement held(Heard heard) {
        return new Judgement.Held(List.of(heard.created()));
    }

    private static Judgement unended(Heard heard) {
        return new Judgement.Unseen("the call was not answered and ended", List.of(heard.created()));
    }

    private static boolean answeredAndOver(Heard heard) {
        return heard.statuses().contains("in-progress") && heard.end().isPresent();
    }
}
