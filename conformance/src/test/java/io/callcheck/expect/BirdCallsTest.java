package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.CHANNEL;
import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.BirdCalls.Seen;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the laws see of an answer: the calls that it shows, without what is wrong in itself. */
class BirdCallsTest {
    private static final BirdCalls CALLS = new BirdCalls(Soundness.EVERYTHING);

    @Test
    void anAnswerShowsTheCallThatItIs() {
        BirdEvidence run = new BirdEvidence().look("look", FIRST, call(FIRST, "'status':'ringing'"));
        Seen seen = CALLS.of(run.at("look")).get(0);
        assertThat(seen.exchange()).isSameAs(run.at("look"));
        assertThat(seen.id()).isEqualTo(FIRST);
        assertThat(seen.finding("status", "over")).isEqualTo(new Finding("/status", "over", "\"ringing\""));
        assertThat(seen.finding("tags", "some")).isEqualTo(new Finding("/tags", "some", "absent"));
    }

    @Test
    void aListShowsItsCallsAtTheirPlaces() {
        BirdEvidence run = new BirdEvidence().list("list", "", calls(call(FIRST, ""), "7", call(SECOND, "")));
        assertThat(CALLS.of(run.at("list"))).extracting(Seen::where).containsExactly("/results/0", "/results/2");
        assertThat(CALLS.of(run.at("list"))).extracting(Seen::id).containsExactly(FIRST, SECOND);
        assertThat(CALLS.of(run.at("list")).get(1).finding("id", "other"))
                .isEqualTo(new Finding("/results/2/id", "other", "\"" + SECOND + "\""));
    }

    @Test
    void theCallsOfAllAnswersComeInTheirOrder() {
        BirdEvidence run = new BirdEvidence()
                .create("create", call(SECOND, ""))
                .list("list", "", calls(call(FIRST, ""), call(SECOND, "")))
                .look("look", FIRST, call(FIRST, ""));
        assertThat(CALLS.all(run.evidence())).extracting(Seen::id).containsExactly(SECOND, FIRST, SECOND, FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'results':{'a':{'id':'x'}}}", "{'results':'none'}", "{'results':[]}", "[]", "7"})
    void aListWithoutResultsShowsNoCall(String body) {
        assertThat(CALLS.of(new BirdEvidence().list("list", "", body).at("list")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'id':'x'}]", "'text'", "null", "7", "", "<html>", "{'id':'x','id':'y'}"})
    void aBodyThatIsNoObjectIsNoCall(String body) {
        assertThat(CALLS.of(new BirdEvidence().look("look", FIRST, body).at("look")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENT, 199, 300, 404, 500})
    void whatGrantsNothingShowsNoCall(int status) {
        assertThat(CALLS.of(new BirdEvidence()
                        .look("look", FIRST, status, call(FIRST, ""))
                        .at("look")))
                .isEmpty();
    }

    @Test
    void anIdIsReadInLowerCaseAndOnlyTextIsText() {
        Seen seen = seen("{'id':'" + FIRST.toUpperCase(Locale.ROOT) + "','duration':17,'reason':null}");
        assertThat(seen.id()).isEqualTo(FIRST);
        assertThat(seen.text("duration")).isEmpty();
        assertThat(seen.text("reason")).isEmpty();
        assertThat(seen.text("status")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T12:00:00Z, 2024-03-01T12:00:00Z",
        "2024-03-01T12:00:00.123456789+02:00, 2024-03-01T10:00:00.123456789Z",
        "0002-01-01T00:00:00Z, 0002-01-01T00:00:00Z"
    })
    void aTimeIsReadWithItsOffset(String text, Instant time) {
        assertThat(seen("{'createdAt':'" + text + "'}").time("createdAt")).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "0000-12-31T00:00:00Z", "", "now", "2024-03-01T12:00:00"})
    void anUnsetTimeOrNoneIsNone(String text) {
        assertThat(seen("{'createdAt':'" + text + "'}").time("createdAt")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/calls/ABC, calls, abc",
        "/calls/abc/, calls, abc",
        "/calls, calls, ''",
        "/calls/, calls, ''",
        "/calls/abc, channels, " + CHANNEL,
        "/calls/calls/abc, calls, abc",
        "/calls/abc, recordings, ''"
    })
    void theSegmentAfterAnotherIsReadInLowerCase(String path, String after, String segment) {
        String tail = path.substring("/calls".length());
        BirdEvidence run = tail.isEmpty()
                ? new BirdEvidence().create("step", "{}")
                : new BirdEvidence().look("step", tail.substring(1), "{}");
        assertThat(BirdCalls.segment(run.at("step"), after)).isEqualTo(segment);
    }

    @Test
    void whatIsWrongInItselfIsNotLookedAt() {
        BirdCalls sound =
                new BirdCalls(Soundness.of(new Answers(Documents.catalogue(Api.BIRD), Documents.contract(Api.BIRD))));
        String wrong =
                Samples.changed("bird-call", "/createdAt", "\"yesterday\"").toString();
        Seen seen = sound.of(new BirdEvidence().look("look", FIRST, wrong).at("look"))
                .get(0);
        assertThat(seen.call().has("createdAt")).isFalse();
        assertThat(seen.id()).isEqualTo(FIRST);
    }

    @Test
    void anAnswerIsReadOnceHoweverManyAsk() {
        AtomicInteger reads = new AtomicInteger();
        BirdCalls counted = new BirdCalls((exchange, body) -> {
            reads.incrementAndGet();
            return body;
        });
        BirdEvidence run = new BirdEvidence().look("look", FIRST, call(FIRST, ""));
        assertThat(List.of(counted.of(run.at("look")), counted.all(run.evidence())))
                .allSatisfy(seen -> assertThat(seen).hasSize(1));
        assertThat(reads).hasValue(1);
    }

    private static Seen seen(String body) {
        return CALLS.of(new BirdEvidence().look("look", FIRST, body).at("look")).get(0);
    }
}
