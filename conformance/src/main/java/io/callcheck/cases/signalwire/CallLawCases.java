package io.callcheck.cases.signalwire;

import io.callcheck.cases.Case;
import io.callcheck.expect.Aliases;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Identity;
import io.callcheck.expect.Leaks;
import io.callcheck.expect.Ordering;
import io.callcheck.expect.Sightings;
import io.callcheck.expect.Stability;
import io.callcheck.expect.Talk;
import io.callcheck.expect.Transitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls, Properties and Status: the laws of a call, judged on every answer of the run that shows one. */
public final class CallLawCases {
    private static final Set<String> QUEUED = Set.of("queued");
    private static final Set<String> LIVE = Set.of("queued", "ringing", "in-progress");

    private final SignalWireBench side;
    private final String account;
    private final Sightings seen;
    private final List<Case> cases = new ArrayList<>();

    private CallLawCases(SignalWireBench side) {
        this.side = side;
        this.account = side.side().account();
        this.seen = new Sightings(account, side.bench().soundness());
    }

    /** The cases of a target. */
    public static List<Case> of(SignalWireBench side) {
        CallLawCases made = new CallLawCases(side);
        made.members();
        made.identity();
        made.unknown();
        made.time();
        made.add("unauthorized.data", "an answer of 401 tells nothing of a call", Leaks.unauthorized());
        return List.copyOf(made.cases);
    }

    private void members() {
        law("to_formatted.alias", "to_formatted equals formatted_to", Aliases.equal("to_formatted", "formatted_to"));
        law(
                "from_formatted.alias",
                "from_formatted equals formatted_from",
                Aliases.equal("from_formatted", "formatted_from"));
        law("to.echo", "to is the number that was called", Identity.echo("to", "To"));
        law("from.echo", "from is the number that was sent", Identity.echo("from", "From"));
        law("direction.own", "a created call is outbound", Identity.outgoing());
        law("end_time.order", "end_time is not before start_time", Ordering.notBefore("end_time", "start_time"));
        law("start_time.order", "start_time is not before date_created", Ordering.begun());
        law("duration.bound", "duration fits start_time and end_time", Ordering.duration());
        law(
                "audio_rtt.order",
                "audio_rtt rises from min over avg to max",
                Ordering.figures("audio_rtt_min", "audio_rtt_avg", "audio_rtt_max"));
        law(
                "audio_out_jitter.order",
                "audio_out_jitter rises from min over avg to max",
                Ordering.figures("audio_out_jitter_min", "audio_out_jitter_avg", "audio_out_jitter_max"));
    }

    private void identity() {
        law("account_sid.path", "account_sid is the account of the path", Identity.account(account));
        law("sid.path", "a retrieved call is the one of the path", Identity.asked("retrieve"));
        law("sid.stable", "an updated call is the one of the path", Identity.asked("update"));
        law("uri.self", "uri names the call", Identity.self(account, "/uri"));
        law(
                "subresource_uris.self",
                "subresource_uris names the call",
                Identity.self(account, "/subresource_uris/recordings"));
        add("call.sid.unique", "no two creations show the same sid", Identity.unique(seen));
    }

    private void unknown() {
        law("start_time.unknown", "start_time is null while queued", Ordering.unknown("start_time", QUEUED));
        law("end_time.unknown", "end_time is null before the end", Ordering.unknown("end_time", LIVE));
        law("price.unknown", "price is null before the end", Ordering.unknown("price", LIVE));
        law("duration.live", "duration is 0 before the end", Ordering.nothing(LIVE));
    }

    private void time() {
        add("call.date_created.constant", "date_created stays the same", constant("date_created"));
        add("call.price_unit.constant", "price_unit stays the same", constant("price_unit"));
        add(
                "call.immutable",
                "what a call is stays the same",
                constant("to", "from", "direction", "account_sid", "parent_call_sid", "uri"));
        add(
                "call.date_updated.rising",
                "date_updated never goes back",
                Stability.rising(seen, "date_updated", "date_created"));
        add(
                "call.duration.talk",
                "duration counts the time in progress",
                Talk.counted(seen, side.bench().target().limits().settle()));
        add("call.status.transitions", "a status follows lawfully on another", Transitions.forward(seen));
        add("call.status.final", "a call that is over stays as it ended", Transitions.last(seen));
    }

    private Expectation constant(String... members) {
        return Stability.constant(seen, List.of(members));
    }

    private void law(String clause, String name, Sightings.Law law) {
        add("call." + clause, name, seen.each(law));
    }

    private void add(String clause, String name, Expectation expectation) {
        cases.add(side.of(clause, name, expectation));
    }
}
