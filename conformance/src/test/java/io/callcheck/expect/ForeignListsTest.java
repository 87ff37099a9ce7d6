package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stranger's list may be refused, or be a list of nothing. */
class ForeignListsTest {
    private static final Judgement OTHERWISE = new Judgement.Unseen("judged by the status", List.of());
    private static final String NOTHING = "{\"calls\":[]}";
    private static final String ONE = "{\"calls\":[{\"sid\":\"1\"}]}";

    private final Expectation empty = ForeignLists.empty("foreign", "lawful", evidence -> OTHERWISE);

    @Test
    void aListOfNothingHoldsBesideOneOfTheAccountItself() {
        Exchange foreign = answered("list", 200, NOTHING);
        Exchange own = answered("list", 200, ONE);
        assertThat(judged(foreign, own)).isEqualTo(new Judgement.Held(List.of(foreign, own)));
    }

    @Test
    void aListOfNothingShowsNothingWhereThereIsNoCall() {
        Exchange none = answered("list", 200, NOTHING);
        assertThat(judged(none, none))
                .isEqualTo(new Judgement.Unseen("there was no call to be listed", List.of(none, none)));
    }

    @Test
    void allElseIsJudgedByItsStatus() {
        Exchange own = answered("list", 200, ONE);
        assertThat(judged(own, own)).isSameAs(OTHERWISE);
        assertThat(judged(answered("list", 404, NOTHING), own)).isSameAs(OTHERWISE);
        assertThat(judged(answered("list", 200, "{}"), own)).isSameAs(OTHERWISE);
        assertThat(judged(answered("list", 200, "{\"calls\":{}}"), own)).isSameAs(OTHERWISE);
        assertThat(empty.judge(evidence(step("lawful", own)))).isSameAs(OTHERWISE);
    }

    private Judgement judged(Exchange foreign, Exchange own) {
        return empty.judge(evidence(step("lawful", own), step("foreign", foreign)));
    }
}
