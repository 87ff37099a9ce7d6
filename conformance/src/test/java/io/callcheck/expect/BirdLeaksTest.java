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
                "members [answeredAt, callFlow, createdAt, direction, duration, endedAt, from,"
                        + " hangupSource, originator, receiver, ringingAt, to, updatedAt]");
        assertThat(run.judge(none)).isEqualTo(run.broken(finding, "look"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'from':'+1','to':'+2'}                                    | body       | [from, to]
                    {'code':'x','data':{'from':'+1','duration':1}}             | /data      | [duration, from]
                    {'results':[{},{'createdAt':'x','answeredAt':'x'}]}        | /results/1 | [answeredAt, createdAt]
                    {'to':'+2','call':{'direction':'x','from':'+1'}}           | /call      | [direction, from]
                    [[{'from':'+1','to':'+2'}]]                                | /0/0       | [from, to]
                    {'to':'+2','receiver':{'number':{'number':'2'}}}           | body       | [receiver, to]
                    """)
    void twoMembersOfACallInOneObjectAreBroken(String body, String where, String told) {
        BirdEvidence run = new BirdEvidence().look("look", FIRST, 401, body);
        assertThat(run.judge(none))
                .isEqualTo(run.broken(new Finding(where, "no data of a call", "members " + told), "look"));
    }

    @Test
    void whatTheRequestItselfNamedIsNoDataOfACall() {
        Expectation create = BirdLeaks.none("create");
        String named = "{'to':'+15005550001','from':'+1 500 555 0000','channelId':'" + BirdEvidence.CHANNEL
                + "','callFlow':[{'command':'hangup'}]}";
        BirdEvidence run = new BirdEvidence()
                .sending("{'to':'+15005550001','from':'+15005550000','callFlow':[{'command':'hangup'}]}")
                .create("create", 401, named);
        assertThat(run.judge(create)).isEqualTo(run.held("create"));
        BirdEvidence other = new BirdEvidence().sending("{'to':'+15005550009'}").create("create", 401, named);
        assertThat(other.judge(create))
                .isEqualTo(other.broken(
                        new Finding("body", "no data of a call", "members [callFlow, from, to]"), "create"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'Unauthorized','message':'no such key'}",
                "{'code':'Unauthorized','from':'+1'}",
                "{'to':'','code':'x','from':null}",
                "{'code':'x','createdAt':'2024-03-01T00:00:00Z','updatedAt':'2024-03-01T00:00:00Z','duration':3}",
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
