package io.callcheck.cases.bird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.AccessCases;
import io.callcheck.cases.Bench;
import io.callcheck.cases.CallGround;
import io.callcheck.cases.Observations;
import io.callcheck.cases.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The scripts of Bird's API that are not about parameters. */
public final class BirdScripts {
    private BirdScripts() {}

    private static AccessCases.Rules rules(BirdBench side) {
        Set<Integer> unauthorized = Set.of(401, 403);
        return new AccessCases.Rules(
                unauthorized,
                Set.of(400, 401, 403, 404),
                Set.of(400, 403, 404),
                "workspaceId",
                "AccessKey not-the-key",
                AccessCases.Almost.of(side.side().accessKey(), key -> "AccessKey " + key, unauthorized),
                null);
    }

    /** The scripts of a target. */
    public static List<Script> of(BirdBench side) {
        Bench bench = side.bench();
        Function<String, Map<String, String>> call = id -> Map.of("callId", id);
        List<Script> scripts = new ArrayList<>();
        scripts.add(access(side, "create", side.plainCreate(), CallGround.Maker.NOTHING, none -> Map.of()));
        scripts.add(access(
                side,
                "retrieve",
                Bench.empty(),
                (transcript, body) -> bench.created(transcript, "to look at", side.plainCreate()),
                call));
        scripts.add(access(
                side, "update", side.plainUpdate(), (transcript, body) -> side.ongoing(transcript, "to update"), call));
        scripts.add(access(side, "list", Bench.empty(), CallGround.Maker.NOTHING, none -> Map.of()));
        scripts.add(LifeCycleCases.script(side));
        scripts.add(ListCases.script(side));
        if (bench.target().allowInvalid()) {
            Map<String, String> bodies = new LinkedHashMap<>();
            bodies.put("no member at all ({})", "{}");
            bodies.put("an empty call flow", "{\"callFlow\":[]}");
            bodies.put("an unknown member", "{\"callFlow\":[{\"command\":\"pause\"}],\"callcheck\":1}");
            bodies.put("a bare pause", "{\"callFlow\":[{\"command\":\"pause\"}]}");
            bodies.put("status null", "{\"status\":null}");
            scripts.add(Observations.ofUpdate(bench, t -> side.ongoing(t, "to observe"), bodies));
        }
        return scripts;
    }

    private static Script access(
            BirdBench side,
            String operation,
            ObjectNode body,
            CallGround.Maker subject,
            Function<String, Map<String, String>> path) {
        Bench bench = side.bench();
        return AccessCases.script(
                bench,
                new AccessCases.Lawful(
                        operation, body, subject, path, bench.lacking(operation), refused -> Optional.empty()),
                rules(side));
    }
}
