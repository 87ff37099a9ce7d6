package io.callcheck.cases.bird;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.cases.Until;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.BirdCalls;
import io.callcheck.expect.BirdLives;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Statuses;
import io.callcheck.spec.Keywords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Three calls side by side, from their creation to their end: the first is ended by its status, the second by a command,
 * the third is never asked to end. Before that the second gets updates with a wrong key and the third wrong updates; a
 * lawful one it gets at last, for a call may end when it has said what it was told to say.
 */
final class LifeCycleCases {
    static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";
    static final String WRONG_KEY = "AccessKey not-the-key";

    /** A body that says what it wants and is no JSON all the same. */
    static final String TRUNCATED = "cut off";

    /** Longer than the kit ever waits, and short enough for a call that is forgotten. */
    private static final int SECONDS = 300;

    private static final Set<Integer> MALFORMED = Set.of(400, 413, 415, 422);
    private static final Set<Integer> FOREIGN = Set.of(400, 401, 403, 404, 409, 422);
    private static final List<String> NAMES = List.of("first", "second", "third");
    private static final List<String> BROKEN = List.of(TRUNCATED, "no JSON", "two values");
    private static final List<String> WRONG = List.of("wrong status", "wrong call flow", "wrong command");
    private static final String STRANGE = "the path of a channel that does not exist is refused";
    private static final String OTHER = "another channel's path is refused";
    private static final List<String> KEYS = List.of("wrong key", "no key");

    private final BirdBench side;
    private final Bench bench;

    private LifeCycleCases(BirdBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    /** The script. */
    static Script script(BirdBench side) {
        LifeCycleCases made = new LifeCycleCases(side);
        return new Script(
                "three calls and their ends",
                side.bench().catalogue().api(),
                Set.of("create", "retrieve", "update"),
                made.cases(),
                made::play);
    }

    private List<Case> cases() {
        BirdLives lives = new BirdLives(new BirdCalls(bench.soundness()));
        BirdCases cases = new BirdCases(bench);
        List<String> beside = List.of("second beside", "third beside");
        List<String> refused = Stream.concat(WRONG.stream(), BROKEN.stream()).toList();
        for (String body : BROKEN) {
            String name =
                    body.equals(TRUNCATED) ? "JSON that is cut off is refused" : "a body of " + body + " is refused";
            cases.addInvalid(
                    "bird.create.malformed", "create", name, refused("create", "create " + body, "create third"));
            cases.addInvalid("bird.update.malformed", "update", name, refused("update", body, "lawful"));
        }
        return cases.add(
                        "bird.retrieve.channel",
                        "retrieve",
                        STRANGE,
                        step("retrieve", "foreign look", "found third", FOREIGN))
                .add("bird.update.channel", "update", STRANGE, step("update", "foreign update", "lawful", FOREIGN))
                .add("bird.retrieve.channel", "retrieve", OTHER, other("retrieve", "other look", "found third"))
                .add("bird.update.channel", "update", OTHER, other("update", "other update", "lawful"))
                .add(
                        "bird.create.retrievable",
                        "create",
                        "a created call is retrieved by its id",
                        BirdLives.retrievable(
                                "found", bench.operation("retrieve").clause(Keywords.STATUS)))
                .add(
                        "bird.unauthorized.effect",
                        "update",
                        "an update with a wrong key leaves the call alone",
                        lives.leavesAlone(KEYS, "second beside", "third beside"))
                .addInvalid(
                        "bird.update.refused",
                        "update",
                        "wrong updates leave the call alone",
                        lives.leavesAlone(refused, "third beside", "second beside"))
                .add("bird.update.hangup", "update", "status completed ends the call", lives.ends("end", beside))
                .add(
                        "bird.call.hangupSource.api",
                        "update",
                        "the call says that the API hung up",
                        lives.saysApi("end", beside))
                .add(
                        "bird.update.callFlow.effect",
                        "update",
                        "a hangup in a new call flow ends the call",
                        lives.ends("flow", List.of("third at last")))
                .add(
                        "bird.update.ended",
                        "update",
                        "updates of an ended call do not revive it",
                        lives.staysOver("first over", List.of("late status", "late flow"), "first after updates"))
                .all();
    }

    private Expectation refused(String operation, String step, String control) {
        return step(operation, step, control, MALFORMED);
    }

    private Expectation other(String operation, String step, String control) {
        return side.side().secondChannel() == null
                ? evidence -> new Judgement.Unseen(
                        "no second channel is described: see bird.second-channel in the target file", List.of())
                : step(operation, step, control, FOREIGN);
    }

    private Expectation step(String operation, String step, String control, Set<Integer> allowed) {
        return Statuses.oneOf(step, control, allowed, bench.operation(operation).clause(Keywords.STATUS));
    }

    private void play(Transcript transcript) throws InterruptedException {
        List<String> calls = created(transcript);
        for (int i = 0; i < calls.size(); i++) {
            if (!found(transcript, NAMES.get(i), calls.get(i))) {
                return;
            }
        }
        for (String call : calls) {
            if (!bench.await(transcript, call, Set.of("ongoing"))) {
                return;
            }
        }
        if (calls.size() == NAMES.size()) {
            wrong(transcript, calls.get(1), calls.get(2));
            ends(transcript, calls.get(0), calls.get(1), calls.get(2));
        }
    }

    /** The calls in the order of their names; fewer than three when the target did not come so far. */
    private List<String> created(Transcript transcript) {
        ObjectNode lasting = side.plainCreate().put("maxDuration", SECONDS);
        lasting.putArray("tags").add("CallCheck-Mixed").add("callcheck");
        ObjectNode body = lasting;
        List<String> calls = new ArrayList<>();
        for (String name : NAMES) {
            Exchange made = transcript.send("create " + name, "create", create(body));
            if (made.refused() && body.equals(lasting)) {
                body = side.plainCreate();
                made = transcript.send("create plain", "create", create(body));
            }
            String id = Bench.body(made).path("id").asText("");
            if (made.accepted() && !id.isEmpty()) {
                calls.add(id);
            }
        }
        if (bench.target().allowInvalid()) {
            Sent plain = create(side.plainCreate());
            for (String broken : BROKEN) {
                transcript.send("create " + broken, "create", plain.body(broken(broken, side.plainCreate())));
            }
        }
        return calls;
    }

    private boolean found(Transcript transcript, String name, String call) throws InterruptedException {
        Sent look = bench.onCall("retrieve", call, Bench.empty());
        return Until.yes(
                bench.target().limits().settle(),
                number -> transcript
                        .send("found " + name + (number == 1 ? "" : " " + number), "retrieve", look)
                        .accepted());
    }

    /** What is to be refused: it would end the call if it had an effect. */
    private void wrong(Transcript transcript, String second, String third) {
        Sent hangUp = bench.hangUp(second);
        transcript.send("wrong key", "update", hangUp.header("Authorization", WRONG_KEY));
        transcript.send("no key", "update", hangUp.header("Authorization", ""));
        Sent onThird = bench.onCall("update", third, side.plainUpdate());
        strangers()
                .forEach((name, channel) -> transcript.send(
                        name + " look", "retrieve", foreign("retrieve", channel, third, Bench.empty())));
        if (bench.target().allowInvalid()) {
            transcript.send("wrong status", "update", onThird.body("{\"status\":\"ended-by-callcheck\"}"));
            transcript.send(
                    "wrong call flow", "update", onThird.body("{\"status\":\"completed\",\"callFlow\":\"hangup\"}"));
            transcript.send(
                    "wrong command",
                    "update",
                    onThird.body("{\"callFlow\":[{\"command\":\"hangup\"},{\"command\":\"callcheck\"}]}"));
            for (String broken : BROKEN) {
                ObjectNode completed = Bench.empty().put("status", "completed");
                transcript.send(broken, "update", onThird.body(broken(broken, completed)));
            }
        }
    }

    /** The channels that the calls are none of, by the word that their steps begin with. */
    private Map<String, String> strangers() {
        Map<String, String> strangers = new LinkedHashMap<>();
        strangers.put("foreign", UNKNOWN_ID);
        String second = side.side().secondChannel();
        if (second != null) {
            strangers.put("other", second);
        }
        return strangers;
    }

    /** A request on a call by the path of another channel. */
    private Sent foreign(String operation, String channel, String call, ObjectNode body) {
        return bench.requests().of(bench.operation(operation), Map.of("callId", call, "channelId", channel), body);
    }

    private void ends(Transcript transcript, String first, String second, String third) throws InterruptedException {
        transcript.send("end", "update", bench.hangUp(first));
        boolean over = bench.await(transcript, first, bench.names().ended());
        look(transcript, "second beside", second);
        look(transcript, "third beside", third);
        ObjectNode flow = Bench.empty();
        flow.putArray("callFlow").addObject().put("command", "hangup");
        transcript.send("flow", "update", bench.onCall("update", second, flow));
        bench.await(transcript, second, bench.names().ended());
        look(transcript, "third at last", third);
        strangers()
                .forEach((name, channel) -> transcript.send(
                        name + " update", "update", foreign("update", channel, third, side.plainUpdate())));
        transcript.send("lawful", "update", bench.onCall("update", third, side.plainUpdate()));
        if (over) {
            look(transcript, "first over", first);
            transcript.send("late status", "update", bench.hangUp(first));
            transcript.send("late flow", "update", bench.onCall("update", first, side.plainUpdate()));
            look(transcript, "first after updates", first);
        }
    }

    private void look(Transcript transcript, String step, String call) {
        transcript.send(step, "retrieve", bench.onCall("retrieve", call, Bench.empty()));
    }

    private Sent create(ObjectNode body) {
        return bench.requests().of(bench.operation("create"), Map.of(), body);
    }

    /** A lawful body made into one that is not JSON. */
    static String broken(String how, JsonNode lawful) {
        String text = lawful.toString();
        return switch (how) {
            case TRUNCATED -> text.substring(0, text.length() - 1);
            case "two values" -> text + text;
            default -> "callcheck";
        };
    }
}
