package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long what is not to come is waited for: a second, and four times the slowest first sign of a call. */
class PromptnessTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final CallbackEvidence CREATED =
            new CallbackEvidence().at(1000).sent("create", "create", "Url=/first&StatusCallback=/second", 200);

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1004", "250, 2000", "4749, 19996", "4750, 20000", "4751, 20000", "60000, 20000"})
    void theSlowerTheSignTheLongerTheWaitUpToTheLongest(int millis, int patience) {
        assertThat(patience(CREATED.at(1000 + millis).heard("first", ""))).isEqualTo(Duration.ofMillis(patience));
    }

    @Test
    void withoutAnyCallThereIsNothingToWaitFor() {
        assertThat(patience(new CallbackEvidence()
                        .sent("create", "create", "Url=/first", 422)
                        .heard("first", "")))
                .isEqualTo(Duration.ZERO);
        assertThat(patience(new CallbackEvidence()
                        .sent("update", "update", "Url=/first", 200)
                        .heard("first", "")))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void whereNoCallGaveASignTheWaitIsTheLongest() {
        assertThat(patience(CREATED)).isEqualTo(LONGEST);
        assertThat(patience(CREATED.at(1100).heard("another", ""))).isEqualTo(LONGEST);
    }

    @Test
    void theFirstSignOfACallCountsAtWhicheverOfItsAddressesAndHoweverOftenItCame() {
        CallbackEvidence seen = CREATED.at(1500)
                .heard("first", "")
                .at(1250)
                .heard("second", "")
                .at(9000)
                .heard("second", "");
        assertThat(Promptness.slowest(seen.evidence())).contains(Duration.ofMillis(250));
    }

    @Test
    void theSlowestOfAllCreatedCallsCountsAndNoOtherRequest() {
        CallbackEvidence seen = CREATED.at(2000)
                .sent("slow", "create", "Url=/third", 200)
                .sent("refused", "create", "Url=/fourth", 422)
                .sent("update", "update", "Url=/fifth", 200)
                .at(1100)
                .heard("first", "")
                .at(2300)
                .heard("third", "")
                .at(9000)
                .heard("fourth", "")
                .heard("fifth", "");
        assertThat(patience(seen)).isEqualTo(Duration.ofMillis(2200));
    }

    private static Duration patience(CallbackEvidence seen) {
        return Promptness.patience(seen.evidence(), LONGEST);
    }
}
