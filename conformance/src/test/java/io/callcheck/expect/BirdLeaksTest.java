package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer to a wrong key holds no call; an error that names what was asked for does. */
class BirdLeaksTest {

    private final Expectation none = BirdLeaks.none("retrieve");

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aWholeCallIsBroken(int status) {
        BirdEvidence run = new BirdEvidence().look("look", FIRST, status, Samples.text("bird-call"));
        Finding finding = new Finding(
                "body",
                "no data of a call",
                "members [answeredAt, callFlow, channelId, createdAt, direction, duration, endedAt, from,"
                        + " hangupSource, originator, receiver, ringingAt, to, updatedAt]");
        assertThat(run.judge(none)).isEqualTo(run.broken(finding, "look"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'from':'+1','to':'+2'}                                    | [from, to]
                    {'to':'','code':'x','from':null}                           | [from, to]
                    {'code':'x','data':{'direction':'incoming','duration':1}}  | [direction, duration]
                    {'results':[{},{'createdAt':'x','updatedAt':'x'}]}         | [createdAt, updatedAt]
                    {'to':'+2','call':{'direction':'x','from':'+1'}}           | [direction, from]
                    [[{'from':'+1','to':'+2'}]]                                | [from, to]
                    """)
    void twoMembersOfACallInOneObjectAreBroken(String body, String told) {
        BirdEvidence run = new BirdEvidence().look("look", FIRST, 401, body);
        assertThat(run.judge(none))
                .isEqualTo(run.broken(new Finding("body", "no data of a call", "members " + told), "look"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'Unauthorized','message':'no such key'}",
                "{'code':'Unauthorized','from':'+1'}",
                "{'from':'+1','data':{'to':'+2'}}",
                "[{'from':'+1'},{'to':'+2'}]",
                "{'id':'x','status':'y','type':'z','reason':'u'}",
                "<html>",
                ""
            })
    void anErrorThatTellsLessHolds(String body) {
        BirdEvidence run = new BirdEvidence().look("look", FIRST, 403, body);
        assertThat(run.judge(none)).isEqualTo(run.held("look"));
    }

    @Test
    void otherAnswersAreNoRefusalsOfAKey() {
        BirdEvidence run = new BirdEvidence()
                .look("shown", FIRST, Samples.text("bird-call"))
                .look("unknown", FIRST, 404, Samples.text("bird-call"))
                .look("payment", FIRST, 402, Samples.text("bird-call"))
                .look("silent", FIRST, SILENT, "")
                .update("update", FIRST, 401, Samples.text("bird-call"));
        assertThat(run.judge(none)).isEqualTo(run.unseen("no key was refused with 401 or 403"));
    }
}
