package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.ACCOUNT;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.STRANGER;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which answers show a call of the account, and which sights belong to one call. */
class SightingsTest {
    private static final JsonNode FIRST = call(A, "'status': 'queued'");
    private static final JsonNode SECOND = call(B, "");

    private final Sightings sightings = new Sightings(ACCOUNT, Soundness.EVERYTHING);
    private final List<List<String>> calls = new ArrayList<>();
    private final Expectation law = sightings.calls("no call was seen twice", (call, tally) -> {
        calls.add(call.stream().map(s -> s.exchange().operation()).toList());
        if (call.size() > 1) {
            tally.held(call.get(1).exchange());
        }
    });
    private final CallEvidence seen = new CallEvidence();

    @Test
    void everyAcceptedAnswerShowsItsCallsInTheirPlaces() {
        seen.create("made", FIRST)
                .look("look", FIRST)
                .update("update", "", FIRST)
                .list("list", SECOND, FIRST);
        assertThat(sightings.of(seen.evidence()))
                .extracting(Sighting::exchange, Sighting::pointer, Sighting::call)
                .containsExactly(
                        tuple(seen.of("made"), "", FIRST),
                        tuple(seen.of("look"), "", FIRST),
                        tuple(seen.of("update"), "", FIRST),
                        tuple(seen.of("list"), "/calls/0", SECOND),
                        tuple(seen.of("list"), "/calls/1", FIRST));
    }

    @Test
    void whatIsNoCallIsNoSight() {
        seen.silent("silent", "retrieve");
        seen.answered("refused", "retrieve", "/" + A, 404, FIRST.toString());
        seen.answered("no JSON", "retrieve", "/" + A, 200, "<html>");
        seen.answered("no object", "retrieve", "/" + A, 200, "[" + FIRST + "]");
        seen.answered("a recording", "createRecording", "/" + A, 200, FIRST.toString());
        seen.answered("no page", "list", "", 200, "{'items': [" + FIRST + "]}");
        assertThat(sightings.of(seen.evidence())).isEmpty();
    }

    @Test
    void answersOnThePathOfAnotherAccountAreNoSights() {
        Evidence evidence = seen.look("look", FIRST).evidence();
        assertThat(new Sightings(STRANGER, Soundness.EVERYTHING).of(evidence)).isEmpty();
    }

    @Test
    void whatIsWrongInItselfIsNotLookedAt() {
        Soundness stateless = (exchange, body) -> ((ObjectNode) body.deepCopy()).without("status");
        seen.look("look", FIRST);
        assertThat(new Sightings(ACCOUNT, stateless).of(seen.evidence()))
                .extracting(Sighting::call)
                .containsExactly(call(A, ""));
    }

    @Test
    void theSightsOfOneEvidenceAreKeptAndThoseOfAnotherAreNotTaken() {
        Evidence first = seen.look("look", FIRST).evidence();
        Evidence second = new CallEvidence().look("look", SECOND).evidence();
        List<Sighting> kept = sightings.of(first);
        assertThat(sightings.of(first)).isSameAs(kept);
        assertThat(sightings.of(second)).extracting(Sighting::call).containsExactly(SECOND);
        assertThat(sightings.of(first)).extracting(Sighting::call).containsExactly(FIRST);
    }

    @Test
    void aLawIsJudgedOnEachSight() {
        seen.look("look", FIRST).list("list", SECOND);
        assertThat(seen.judge(sightings.each((sight, tally) -> tally.held(sight.exchange()))))
                .isEqualTo(seen.held("look", "list"));
        assertThat(seen.judge(sightings.each((sight, tally) -> {}))).isEqualTo(seen.unseen("no answer showed it"));
    }

    @Test
    void theSightsOfOneCallAreJudgedTogether() {
        seen.create("made", FIRST)
                .create("other", SECOND)
                .list("list", FIRST, SECOND)
                .look("look", FIRST);
        assertThat(seen.judge(law)).isEqualTo(seen.held("list", "list"));
        assertThat(calls).containsExactly(List.of("create", "list", "retrieve"), List.of("create", "list"));
    }

    @Test
    void aCallWithoutASidIsNoCallOverTime() {
        seen.look("first", call("CA1", "")).look("second", call("CA1", ""));
        assertThat(seen.judge(law)).isEqualTo(seen.unseen("no call was seen twice"));
        assertThat(calls).isEmpty();
    }

    @Test
    void twoCallsUnderOneSidAreNoCallOverTime() {
        seen.create("first", FIRST).create("second", FIRST).look("look", FIRST);
        assertThat(seen.judge(law))
                .isEqualTo(seen.blocked("signalwire.call.sid.unique", "several calls have the same sid"));
        assertThat(calls).isEmpty();
    }

    @Test
    void twoCallsUnderOneSidDoNotBlockTheOthers() {
        seen.create("first", FIRST)
                .create("second", FIRST)
                .create("third", call(C, ""))
                .look("look", call(C, ""));
        assertThat(seen.judge(law)).isEqualTo(seen.held("look"));
        assertThat(calls).containsExactly(List.of("create", "retrieve"));
    }

    @Test
    void aCallThatIsSeenTwiceIsNotCreatedTwice() {
        seen.look("first", FIRST).update("second", "", FIRST);
        assertThat(seen.judge(law)).isEqualTo(seen.held("second"));
    }

    /** As the lists of a run share their equal items. */
    @Test
    void aLawOfMembersIsAskedOnceOfACallThatListsShowUnchanged() {
        JsonNode changed = call(A, "'status': 'completed'");
        IdentityHashMap<Exchange, JsonNode> shared = new IdentityHashMap<>();
        seen.list("first", FIRST).list("again", FIRST).list("changed", changed).look("look", FIRST);
        shared.put(seen.of("first"), page(FIRST));
        shared.put(seen.of("again"), page(FIRST));
        shared.put(seen.of("changed"), page(changed));
        Sightings alike = new Sightings(ACCOUNT, (exchange, body) -> shared.getOrDefault(exchange, body));
        assertThat(alike.of(seen.evidence())).hasSize(4);
        assertThat(seen.judge(alike.each((sight, tally) -> tally.held(sight.exchange()))))
                .isEqualTo(seen.held("first", "changed", "look"));
        assertThat(seen.judge(alike.calls("", (call, tally) -> call.forEach(s -> tally.held(s.exchange())))))
                .isEqualTo(seen.held("first", "again", "changed", "look"));
    }

    @Test
    void whatTwoAnswersShowThatAreNoListsIsAskedTwice() {
        seen.look("first", FIRST).look("second", FIRST);
        Sightings alike = new Sightings(ACCOUNT, (exchange, body) -> FIRST);
        assertThat(seen.judge(alike.each((sight, tally) -> tally.held(sight.exchange()))))
                .isEqualTo(seen.held("first", "second"));
    }

    private static JsonNode page(JsonNode call) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("calls").add(call);
        return page;
    }
}
