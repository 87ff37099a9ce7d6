package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.AccessCases;
import io.callcheck.cases.Bench;
import io.callcheck.cases.CallGround;
import io.callcheck.cases.Observations;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.AccountReasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scripts of the SignalWire API that are not about parameters. */
public final class SignalWireScripts {
    private final SignalWireBench side;
    private final Bench bench;
    private final AccessCases.Rules rules;
    private final List<Script> scripts = new ArrayList<>();

    private SignalWireScripts(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
        this.rules = new AccessCases.Rules(
                Set.of(401),
                Set.of(400, 401, 403, 404),
                Set.of(404),
                "AccountSid",
                basic(side.side().account(), "not-the-token"),
                almost(side.side()),
                other(side.side().second()));
    }

    private static AccessCases.@Nullable Other other(SignalWireTarget.@Nullable Second second) {
        return second == null ? null : new AccessCases.Other(second.account(), basic(second.account(), second.token()));
    }

    private static List<AccessCases.Almost> almost(SignalWireTarget side) {
        List<AccessCases.Almost> almost = new ArrayList<>(
                AccessCases.Almost.of(side.token(), token -> basic(side.account(), token), Set.of(401)));
        // That it is the account of nobody may be what is told of it.
        almost.add(new AccessCases.Almost(
                "the token under another account's name",
                basic(AccessCases.UNKNOWN_ID, side.token()),
                Set.of(401, 403, 404)));
        return almost;
    }

    private static String basic(String account, String token) {
        return "Basic " + Redaction.basic(account, token);
    }

    /** The scripts of a target. */
    public static List<Script> of(SignalWireBench side) {
        SignalWireScripts made = new SignalWireScripts(side);
        made.access();
        made.scripts.add(side.bench().life(transcript -> side.inProgress(transcript, "to end")));
        made.scripts.addAll(SignalWireCases.scripts(side));
        made.scripts.add(CallLifeCycleCases.script(side));
        made.scripts.addAll(RingingCases.scripts(side));
        made.scripts.add(ListTruthCases.script(side));
        if (side.bench().target().allowInvalid()) {
            made.scripts.add(made.observations());
        }
        return made.scripts;
    }

    private Script observations() {
        String url = "FallbackUrl=" + Forms.escape(bench.placeholders().values().getOrDefault("document", ""));
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("a listed value in another letter case (FallbackMethod=post)", url + "&FallbackMethod=post");
        bodies.put("an empty optional parameter (FallbackMethod=)", url + "&FallbackMethod=");
        bodies.put(
                "a parameter twice (FallbackMethod=GET&FallbackMethod=POST)",
                url + "&FallbackMethod=GET&FallbackMethod=POST");
        bodies.put("an unknown parameter (Callcheck=1)", url + "&Callcheck=1");
        bodies.put("no parameter at all", "");
        return Observations.ofUpdate(bench, t -> side.inProgress(t, "to observe"), bodies);
    }

    private void access() {
        ObjectNode callback = Bench.empty()
                .put("StatusCallback", bench.placeholders().values().getOrDefault("callback", ""));
        CallParts parts = new CallParts(side, use -> "");
        Function<String, Map<String, String>> call = sid -> Map.of("Sid", sid);
        add("create", side.plainCreate(), CallGround.Maker.NOTHING, none -> Map.of());
        add("retrieve", Bench.empty(), this::created, call);
        add("update", callback, (transcript, body) -> side.inProgress(transcript, "to update"), call);
        add("list", Bench.empty(), CallGround.Maker.NOTHING, none -> Map.of());
        add("delete", Bench.empty(), this::ended, call);
        add("createRecording", Bench.empty(), parts::call, CallParts::path);
        add("updateRecording", Bench.empty().put("Status", "paused"), parts::recording, CallParts::path);
        add("createStream", parts.plainStream(), parts::call, CallParts::path, AccountReasons::streamedNowhere);
        add(
                "updateStream",
                Bench.empty().put("Status", "stopped"),
                parts::stream,
                CallParts::path,
                AccountReasons::stoppedAlready);
    }

    private void add(
            String operation, ObjectNode body, CallGround.Maker subject, Function<String, Map<String, String>> path) {
        add(operation, body, subject, path, refused -> Optional.empty());
    }

    /** An address that the target file names takes streams: nothing excuses a refusal then. */
    private void add(
            String operation,
            ObjectNode body,
            CallGround.Maker subject,
            Function<String, Map<String, String>> path,
            Function<Exchange, Optional<String>> unreached) {
        boolean named = side.side().streamUrl() != null;
        AccessCases.Lawful lawful = new AccessCases.Lawful(
                operation,
                body,
                subject,
                path,
                bench.lacking(operation),
                refused -> named ? Optional.empty() : unreached.apply(refused));
        scripts.add(AccessCases.script(bench, lawful, rules));
    }

    private Optional<String> created(Transcript transcript, ObjectNode body) throws InterruptedException {
        return bench.created(transcript, "to look at", side.plainCreate());
    }

    private Optional<String> ended(Transcript transcript, ObjectNode body) throws InterruptedException {
        Optional<String> call = side.inProgress(transcript, "to delete");
        if (call.isEmpty()) {
            return call;
        }
        transcript.send("end", "update", bench.hangUp(call.get()));
        return bench.await(transcript, call.get(), Set.of("completed")) ? call : Optional.empty();
    }
}
