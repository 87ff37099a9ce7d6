package io.callcheck.cases.signalwire;

import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Outcomes;
import io.callcheck.expect.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls, Status; Update a call; Delete a call; errors 10000, 20009 and 21220: what each state takes and refuses. */
public final class CallLifeCycleCases {
    private static final String UPDATE = "signalwire.update.status";
    private static final String MADE = "create ";

    private final SignalWireBench side;
    private final Bench bench;
    private final List<Case> cases = new ArrayList<>();

    private CallLifeCycleCases(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    /** The script of a target. */
    public static Script script(SignalWireBench side) {
        CallLifeCycleCases made = new CallLifeCycleCases(side);
        made.outcomes();
        made.commands();
        made.redirects();
        made.finished();
        made.deletes();
        return new Script(
                "life cycle of calls",
                side.bench().catalogue().api(),
                Set.of("create", "retrieve", "update", "delete"),
                List.copyOf(made.cases),
                new LifeCycle(side)::play);
    }

    private void outcomes() {
        add("create.retrievable", "a created call is retrieved", Outcomes.found(LifeCycle.FOUND, MADE + "answered"));
        becomes("answered", "an answered call becomes in-progress", "in-progress");
        becomes("busy", "a call to a busy phone becomes busy", "busy");
        becomes("failed", "a call that cannot be made becomes failed", "failed");
        add(
                "call.status.unanswered",
                "a call that nobody answers becomes no-answer",
                needs("no-answer", Outcomes.becomes("no-answer", MADE + "no-answer", Set.of("no-answer"))));
    }

    private void becomes(String destination, String name, String status) {
        add(
                "call.status." + destination,
                name,
                needs(destination, Outcomes.becomes(destination, MADE + destination, Set.of(status))));
    }

    private void commands() {
        add(
                "update.completed",
                "completed ends a call in progress",
                Outcomes.becomes("ended", LifeCycle.HANG_UP, Set.of("completed")));
        add(
                "update.completed.waiting",
                "completed ends a call that waits",
                needs(
                        "ringing",
                        Outcomes.ends(
                                LifeCycle.END, LifeCycle.HANG_UP, "ended waiting", Set.of("completed", "canceled"))));
        add(
                "update.canceled",
                "canceled ends a call that waits",
                needs("ringing", Outcomes.becomes("canceled", LifeCycle.CANCEL, Set.of("canceled"))));
        add(
                "update.canceled.answered",
                "canceled is refused for a call in progress",
                refused("cancel answered", "Status", "canceled"));
    }

    private void redirects() {
        add(
                "update.redirect.waiting",
                "Url is refused for a call that waits",
                needs("ringing", refused("redirect waiting", "Url", "a document")));
        add(
                "update.redirect.finished",
                "Url is refused for a completed call",
                refused("completed, redirect", "Url", "a document"));
        for (String end : List.of("busy", "failed", "no-answer", "canceled")) {
            add(
                    "update.redirect.unanswered",
                    "Url is refused for a call that is " + end,
                    needs(destination(end), refused(end + ", redirect", "Url", "a document")));
        }
    }

    private void finished() {
        for (String status : List.of("canceled", "completed")) {
            add(
                    "update.finished",
                    "a completed call refuses " + status,
                    refused("completed, " + status, "Status", status));
        }
        for (String end : List.of("busy", "failed", "no-answer", "canceled")) {
            add(
                    "update.finished.unanswered",
                    "a call that is " + end + " refuses completed",
                    needs(destination(end), refused(end + ", completed", "Status", "completed")));
        }
    }

    private void deletes() {
        String lacking = bench.lacking("delete");
        Expectation none = evidence -> new Judgement.NotApplicable(lacking);
        Expectation waiting = Outcomes.beside(
                refused("delete waiting", "Sid", "a call that waits"),
                LifeCycle.STILL_WAITING,
                Set.of("queued", "ringing"));
        Expectation answered = Outcomes.beside(
                refused("delete answered", "Sid", "a call in progress"),
                LifeCycle.STILL_ANSWERED,
                Set.of("in-progress"));
        add("delete.live", "a call that waits is not deleted", lacking.isEmpty() ? needs("ringing", waiting) : none);
        add("delete.live", "a call in progress is not deleted", lacking.isEmpty() ? answered : none);
    }

    private static String destination(String end) {
        return end.equals("canceled") ? "ringing" : end;
    }

    private static Expectation refused(String step, String parameter, String value) {
        return new Refusal(step, parameter, value, UPDATE);
    }

    private Expectation needs(String destination, Expectation expectation) {
        return side.needs(destination, expectation);
    }

    private void add(String clause, String name, Expectation expectation) {
        cases.add(side.of(clause, name, expectation));
    }
}
