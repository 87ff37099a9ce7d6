package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of a call, and none of them more closely than to a second. */
class BirdTimesTest {
    private static final BirdCalls CALLS = new BirdCalls(Soundness.EVERYTHING);

    private static final String NOON = "2024-03-01T12:00:00Z";
    private static final String NO_TIME = "no call was shown twice with a time of creation";
    private static final String NO_LIFE = "no call was shown with two of [createdAt, ringingAt, answeredAt, endedAt]";
    private static final String NO_TALK = "no call was shown that was answered and has ended";

    private final Expectation constant = BirdTimes.createdConstant(CALLS);
    private final Expectation updateOrder = BirdTimes.updatedAfterCreated(CALLS);
    private final Expectation lifeOrder = BirdTimes.lifeInOrder(CALLS);
    private final Expectation durationBound = BirdTimes.duration(CALLS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOON,
                "2024-03-01T12:00:00.999Z",
                "2024-03-01T11:59:59.001Z",
                "2024-03-01T13:00:00+01:00",
                "2024-03-01T12:00:00.000000000Z"
            })
    void theTimeOfCreationStaysToWithinASecond(String again) {
        BirdEvidence run = created(again);
        assertThat(run.judge(constant)).isEqualTo(run.held("look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-01T12:00:01Z", "2024-03-01T11:59:59Z", "2024-03-01T12:00:00-01:00"})
    void aTimeOfCreationThatChangesIsBroken(String again) {
        BirdEvidence run = created(again);
        Finding finding = new Finding("/createdAt", "\"" + NOON + "\" as before", "\"" + again + "\"");
        assertThat(run.judge(constant)).isEqualTo(run.broken(finding, "look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "", "yesterday", "2024-03-01T12:00:00", "2024-02-30T12:00:00Z"})
    void whatIsUnsetOrNoTimeIsNotCompared(String again) {
        BirdEvidence run = created(again);
        assertThat(run.judge(constant)).isEqualTo(run.unseen(NO_TIME));
    }

    @Test
    void otherCallsAndNamelessOnesHaveTimesOfTheirOwn() {
        BirdEvidence run = created("")
                .list("list", "", calls(call(SECOND, at("createdAt", "2024-03-01T09:00:00Z"))))
                .create("nameless", "{" + at("createdAt", NOON) + "}")
                .create("nameless too", "{" + at("createdAt", "2024-03-01T09:00:00Z") + "}")
                .look("silent", FIRST, SILENT, "");
        assertThat(run.judge(constant)).isEqualTo(run.unseen(NO_TIME));
    }

    @Test
    void everyAnswerIsComparedWithTheFirst() {
        BirdEvidence run = created("2024-03-01T12:00:00.600Z")
                .list("list", "", calls(call(FIRST, at("createdAt", "2024-03-01T12:00:01.200Z"))));
        Finding finding =
                new Finding("/results/0/createdAt", "\"" + NOON + "\" as before", "\"2024-03-01T12:00:01.200Z\"");
        assertThat(run.judge(constant)).isEqualTo(run.broken(finding, "list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOON, "2024-03-01T12:00:05Z", "2024-03-01T11:59:59.001Z"})
    void aChangeIsNotBeforeTheCreation(String updated) {
        BirdEvidence run = shown(at("createdAt", NOON) + "," + at("updatedAt", updated));
        assertThat(run.judge(updateOrder)).isEqualTo(run.held("look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-01T11:59:59Z", "2024-02-29T12:00:00Z"})
    void aChangeBeforeTheCreationIsBroken(String updated) {
        BirdEvidence run = shown(at("createdAt", NOON) + "," + at("updatedAt", updated));
        Finding finding = new Finding("/updatedAt", "not before createdAt \"" + NOON + "\"", "\"" + updated + "\"");
        assertThat(run.judge(updateOrder)).isEqualTo(run.broken(finding, "look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "updatedAt"})
    void oneTimeAloneHasNoOrder(String member) {
        BirdEvidence run = shown(at(member, NOON) + "," + at("endedAt", NOON));
        assertThat(run.judge(updateOrder))
                .isEqualTo(run.unseen("no call was shown with two of [createdAt, updatedAt]"));
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt, ringingAt",
        "createdAt, answeredAt",
        "createdAt, endedAt",
        "ringingAt, answeredAt",
        "ringingAt, endedAt",
        "answeredAt, endedAt"
    })
    void theTimesOfALifeFollowEachOtherAsFarAsTheyAreThere(String earlier, String later) {
        BirdEvidence right = shown(at(earlier, NOON) + "," + at(later, "2024-03-01T11:59:59.001Z"));
        assertThat(right.judge(lifeOrder)).isEqualTo(right.held("look"));
        BirdEvidence wrong = shown(at(earlier, NOON) + "," + at(later, "2024-03-01T11:59:59Z"));
        Finding finding =
                new Finding("/" + later, "not before " + earlier + " \"" + NOON + "\"", "\"2024-03-01T11:59:59Z\"");
        assertThat(wrong.judge(lifeOrder)).isEqualTo(wrong.broken(finding, "look"));
    }

    /** As the lists of a run share their equal items. */
    @Test
    void aCallThatListsShowUnchangedIsLookedAtOnce() {
        String times = at("createdAt", NOON) + "," + at("endedAt", NOON);
        BirdEvidence run = new BirdEvidence()
                .list("first", "", calls(call(FIRST, times)))
                .list("again", "", calls(call(FIRST, times)))
                .look("look", FIRST, 200, call(FIRST, times));
        List<JsonNode> pages = new ArrayList<>();
        BirdCalls shared = new BirdCalls((exchange, body) -> {
            pages.add(body);
            return exchange.operation().equals("list") ? pages.get(0) : body;
        });
        assertThat(run.judge(BirdTimes.lifeInOrder(shared))).isEqualTo(run.held("first", "look"));
        assertThat(run.judge(BirdTimes.createdConstant(shared))).isEqualTo(run.held("again", "look"));
    }

    @Test
    void eachTimeIsComparedWithTheOneBeforeIt() {
        BirdEvidence run = shown(at("createdAt", NOON)
                + "," + at("ringingAt", "2024-03-01T12:00:09Z")
                + "," + at("answeredAt", "2024-03-01T12:00:05Z")
                + "," + at("endedAt", "2024-03-01T12:00:03Z"));
        assertThat(run.judge(lifeOrder))
                .isEqualTo(run.broken(
                        List.of(
                                new Finding(
                                        "/answeredAt",
                                        "not before ringingAt \"2024-03-01T12:00:09Z\"",
                                        "\"2024-03-01T12:00:05Z\""),
                                new Finding(
                                        "/endedAt",
                                        "not before answeredAt \"2024-03-01T12:00:05Z\"",
                                        "\"2024-03-01T12:00:03Z\"")),
                        "look",
                        "look"));
    }

    @Test
    void unsetTimesOfALifeAreLeftOut() {
        BirdEvidence run = shown(at("createdAt", NOON) + "," + at("ringingAt", "0001-01-01T00:00:00Z"));
        assertThat(run.judge(lifeOrder)).isEqualTo(run.unseen(NO_LIFE));
        BirdEvidence silent = new BirdEvidence().look("look", FIRST, SILENT, "");
        assertThat(silent.judge(lifeOrder)).isEqualTo(silent.unseen(NO_LIFE));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T12:00:00.500Z, 2024-03-01T12:00:17.500Z, 17",
        "2024-03-01T12:00:00.500Z, 2024-03-01T12:00:17.500Z, 16",
        "2024-03-01T12:00:00.500Z, 2024-03-01T12:00:17.500Z, 18",
        "2024-03-01T12:00:00.000Z, 2024-03-01T12:00:16.001Z, 17",
        "2024-03-01T12:00:00Z, 2024-03-01T12:00:17Z, 15",
        "2024-03-01T12:00:00Z, 2024-03-01T12:00:17.500Z, 19",
        "2024-03-01T12:00:00.500Z, 2024-03-01T12:00:17Z, 18",
        "2024-03-01T12:00:00.5Z, 2024-03-01T12:00:00.5Z, 0"
    })
    void theDurationIsTheTimeOfTalkToWithinASecondOrTwoWithoutFractions(String answered, String ended, int duration) {
        BirdEvidence run = talk(answered, ended, "" + duration);
        assertThat(run.judge(durationBound)).isEqualTo(run.held("look"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T12:00:00.000Z, 2024-03-01T12:00:15.999Z, 17, 15.999",
        "2024-03-01T12:00:00.500Z, 2024-03-01T12:00:17.500Z, 15, 17.0",
        "2024-03-01T12:00:00Z, 2024-03-01T12:00:17Z, 14, 17.0",
        "2024-03-01T12:00:00Z, 2024-03-01T12:00:17.900Z, 20, 17.9",
        "2024-03-01T12:00:00.100Z, 2024-03-01T12:00:17Z, 19, 16.9"
    })
    void anotherDurationIsBroken(String answered, String ended, int duration, String talked) {
        BirdEvidence run = talk(answered, ended, "" + duration);
        Finding finding = new Finding("/duration", "the " + talked + " s from answer to end", "" + duration);
        assertThat(run.judge(durationBound)).isEqualTo(run.broken(finding, "look"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    2024-03-01T12:00:00Z, 2024-03-01T12:00:17Z, '17'
                    2024-03-01T12:00:00Z, 2024-03-01T12:00:17Z, 17.5
                    2024-03-01T12:00:00Z, 2024-03-01T12:00:17Z, null
                    2024-03-01T12:00:00Z, 0001-01-01T00:00:00Z, 90
                    0001-01-01T00:00:00Z, 2024-03-01T12:00:17Z, 90
                    2024-03-01T12:00:17Z, 2024-03-01T12:00:00Z, 90
                    """)
    void aCallWithoutAnswerEndOrWholeSecondsHasNoTimeOfTalk(String answered, String ended, String duration) {
        BirdEvidence run = talk(answered, ended, duration);
        assertThat(run.judge(durationBound)).isEqualTo(run.unseen(NO_TALK));
    }

    private static BirdEvidence created(String again) {
        return new BirdEvidence()
                .create("create", call(FIRST, at("createdAt", NOON)))
                .look("look", FIRST, call(FIRST, at("createdAt", again)));
    }

    private static BirdEvidence talk(String answered, String ended, String duration) {
        return shown(at("answeredAt", answered) + "," + at("endedAt", ended) + ",'duration':" + duration);
    }

    private static BirdEvidence shown(String members) {
        return new BirdEvidence().look("look", FIRST, call(FIRST, members));
    }

    private static String at(String member, String time) {
        return "'" + member + "':'" + time + "'";
    }
}
