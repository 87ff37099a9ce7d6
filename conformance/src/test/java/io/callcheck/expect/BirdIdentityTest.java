package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.CHANNEL;
import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call is: the one of the path, in the channel of the path, with an id of its own and tags in lower case. */
class BirdIdentityTest {
    private static final BirdCalls CALLS = new BirdCalls(Soundness.EVERYTHING);

    private static final String CAPITALS = FIRST.toUpperCase(Locale.ROOT);
    private static final String NO_CALL = "no call was shown";
    private static final String NO_TAGS = "no call showed tags that were sent in capitals";

    private final Expectation idOfPath = BirdIdentity.idOfPath(CALLS, "retrieve");
    private final Expectation channelOfList = channel("list");
    private final Expectation unique = BirdIdentity.unique(CALLS);
    private final Expectation tags = BirdIdentity.tagsInLowerCase(CALLS);

    @ParameterizedTest
    @CsvSource({"FIRST, FIRST", "FIRST, CAPITALS", "CAPITALS, FIRST"})
    void theCallOfThePathIsShownWhateverItsLetterCase(String asked, String shown) {
        BirdEvidence run = new BirdEvidence().look("look", id(asked), call(id(shown), ""));
        assertThat(run.judge(idOfPath)).isEqualTo(run.held("look"));
    }

    @Test
    void anotherCallThanThatOfThePathIsBroken() {
        BirdEvidence run =
                new BirdEvidence().look("right", FIRST, call(FIRST, "")).look("wrong", CAPITALS, call(SECOND, ""));
        assertThat(run.judge(idOfPath)).isEqualTo(run.broken(new Finding("/id", FIRST, "\"" + SECOND + "\""), "wrong"));
    }

    @Test
    void withoutAnIdOnBothSidesNothingIsCompared() {
        BirdEvidence run = new BirdEvidence()
                .look("probe", "not-a-uuid", call(FIRST, ""))
                .look("nameless", FIRST, "{'status':'ringing'}")
                .look("unknown", SECOND, 404, call(FIRST, ""))
                .look("silent", FIRST, SILENT, "")
                .update("other operation", FIRST, 200, call(SECOND, ""));
        assertThat(run.judge(idOfPath)).isEqualTo(run.unseen(NO_CALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "retrieve", "update"})
    void theChannelOfThePathIsNamedWhateverItsLetterCase(String operation) {
        BirdEvidence run = new BirdEvidence()
                .on(CHANNEL.toUpperCase(Locale.ROOT))
                .create("create", in(CHANNEL))
                .look("retrieve", FIRST, in(CHANNEL))
                .update("update", FIRST, 200, in(CHANNEL.toUpperCase(Locale.ROOT)));
        assertThat(run.judge(channel(operation))).isEqualTo(run.held(operation));
    }

    @Test
    void anotherChannelIsBrokenAndItsPlaceInTheListTold() {
        BirdEvidence run = new BirdEvidence().list("list", "", calls(in(CHANNEL), in(THIRD)));
        assertThat(run.judge(channelOfList))
                .isEqualTo(run.broken(new Finding("/results/1/channelId", CHANNEL, "\"" + THIRD + "\""), "list"));
    }

    @Test
    void whatIsAskedUnderAnotherChannelIsAMatterOfOtherClauses() {
        BirdEvidence run = new BirdEvidence()
                .list("nameless", "", calls(call(FIRST, "")))
                .on(THIRD)
                .list("foreign", "", calls(in(SECOND)));
        assertThat(run.judge(channelOfList)).isEqualTo(run.unseen(NO_CALL));
    }

    @Test
    void everyCreatedCallHasAnIdOfItsOwn() {
        BirdEvidence run = new BirdEvidence()
                .create("one", call(FIRST, ""))
                .create("two", call(SECOND, ""))
                .create("three", call(THIRD, ""));
        assertThat(run.judge(unique)).isEqualTo(run.held("two", "three"));
    }

    @Test
    void anIdGivenTwiceIsBrokenInAnyLetterCase() {
        BirdEvidence run = new BirdEvidence()
                .create("one", call(FIRST, ""))
                .create("two", call(SECOND, ""))
                .create("three", call(CAPITALS, ""));
        assertThat(run.judge(unique))
                .isEqualTo(run.broken(
                        new Finding("/id", "an id that no call had before", "\"" + CAPITALS + "\""), "three"));
    }

    @Test
    void oneCreatedCallOrOnesWithoutIdShowNothing() {
        BirdEvidence run = new BirdEvidence()
                .create("one", call(FIRST, ""))
                .create("nameless", "{}")
                .create("nameless too", "{}")
                .create("refused", 422, call(FIRST, ""))
                .look("look", FIRST, call(FIRST, ""));
        assertThat(run.judge(unique)).isEqualTo(run.unseen("no two calls were created"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'A'          | 'a'
                    'Z'          | 'z'
                    'Mixed','b'  | 'mixed','b'
                    '@A['        | '@a['
                    'ÄM'         | 'Äm'
                    'Seven'      | 7
                    """)
    void tagsSentInCapitalsComeBackInLowerCase(String sent, String shown) {
        BirdEvidence run = tagged(sent, shown);
        assertThat(run.judge(tags)).isEqualTo(run.held("create"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'Mixed'   | 'Mixed'
                    'plain'   | 'A'
                    'plain'   | 'Z'
                    'A','b'   | 'b','A'
                    'A','b'   | 'A','b'
                    """)
    void capitalsAreBrokenWhereverTheyCameFrom(String sent, String shown) {
        BirdEvidence run = tagged(sent, shown);
        Finding finding = new Finding("/tags", "in lower case", "[" + shown.replace('\'', '"') + "]");
        assertThat(run.judge(tags)).isEqualTo(run.broken(finding, "create"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'plain'  | 'plain'
                    '@['     | '@['
                    'Ä'      | 'Ä'
                    'Mixed'  | ""
                    """)
    void withoutCapitalsSentAndTagsShownNothingIsProved(String sent, String shown) {
        BirdEvidence run = tagged(sent, shown);
        assertThat(run.judge(tags)).isEqualTo(run.unseen(NO_TAGS));
    }

    @Test
    void theCallOfTheCapitalsIsLookedForInAllAnswers() {
        BirdEvidence run = new BirdEvidence()
                .sending("{'tags':['Mixed']}")
                .create("create", call(FIRST, ""))
                .look("look", FIRST, call(CAPITALS, "'tags':['mixed']"))
                .list("list", "", calls(call(FIRST, "'tags':['mixed']"), call(SECOND, "'tags':['other']")));
        assertThat(run.judge(tags)).isEqualTo(run.held("look", "list"));
    }

    @Test
    void capitalsOfOtherRequestsAndBodiesBrokenOnPurposeProveNothing() {
        BirdEvidence run = new BirdEvidence()
                .sending("{'tags':['Mixed']")
                .create("cut off", call(FIRST, "'tags':['mixed']"))
                .sending("{'tags':['Mixed']}")
                .update("update", SECOND, 200, call(SECOND, "'tags':['mixed']"))
                .sending("{'tags':['Mixed']}")
                .create("no array", call(THIRD, "'tags':{'Mixed':'mixed'}"));
        assertThat(run.judge(tags)).isEqualTo(run.unseen(NO_TAGS));
    }

    private static BirdEvidence tagged(String sent, String shown) {
        return new BirdEvidence()
                .sending("{'tags':[" + sent + "]}")
                .create("create", call(FIRST, "'tags':[" + shown + "]"));
    }

    private static Expectation channel(String operation) {
        return BirdIdentity.channelOfPath(CALLS, operation, CHANNEL.toUpperCase(Locale.ROOT));
    }

    private static String in(String channel) {
        return call(FIRST, "'channelId':'" + channel + "'");
    }

    private static String id(String name) {
        return name.equals("CAPITALS") ? CAPITALS : FIRST;
    }
}
