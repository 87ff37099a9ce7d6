package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that was made to hear of it: without it there is nothing to judge. */
class LineTest {
    private static final Line LINE = new Line("create", "here", true);

    @Test
    void whatCameToTheAddressIsJudgedInItsOrder() {
        CallbackEvidence seen = new CallbackEvidence()
                .created("create")
                .heard("here", "N=2")
                .heard("there", "N=3")
                .got("here", "statusCallback", "?N=1");
        Expectation order = LINE.judged(heard -> new Judgement.Unseen(
                String.join(" ", heard.told().stream().map(t -> t.text("N")).toList()), List.of(heard.created())));
        assertThat(seen.judge(order)).isEqualTo(seen.unseen("2 1", "create"));
    }

    @Test
    void aCallThatWasNotMadeShowsNothing() {
        CallbackEvidence seen = new CallbackEvidence().created("another").heard("here", "N=1");
        assertThat(seen.judge(StatusCallbacks.method(LINE, "POST"))).isEqualTo(seen.unseen("no call was made for it"));
    }

    @Test
    void aCallThatWasRefusedOrNotAnsweredShowsNothing() {
        CallbackEvidence refused =
                new CallbackEvidence().answered("create", "create", 422, "{}").heard("here", "N=1");
        assertThat(refused.judge(StatusCallbacks.method(LINE, "POST")))
                .isEqualTo(refused.unseen("the call for it was answered with 422", "create"));
        CallbackEvidence silent = new CallbackEvidence().silent("create", "create", "connection refused");
        assertThat(silent.judge(StatusCallbacks.method(LINE, "POST")))
                .isEqualTo(silent.unseen("the call for it was answered with nothing: connection refused", "create"));
    }
}
