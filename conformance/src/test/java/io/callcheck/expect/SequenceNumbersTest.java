package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the events of a call: each is of one event, and they rise. Deliveries are written status:number. */
class SequenceNumbersTest {
    private static final String CREATE = "create with all events";
    private static final Line LINE = new Line(CREATE, "all", false);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);
    private static final Judgement UNNUMBERED = CREATED.unseen("no two events came with their numbers", CREATE);

    private final Expectation unique = StatusCallbacks.unique(LINE);
    private final Expectation rising = StatusCallbacks.rising(LINE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initiated:0 ringing:1 in-progress:2 completed:3",
                "completed:3 in-progress:2 ringing:1 initiated:0",
                "initiated:0 initiated:0 completed:7 completed:7",
                "initiated:-2 completed:-1",
                "initiated:999999999999998 completed:999999999999999"
            })
    void numbersRiseWithTheCallInWhateverOrderAndHoweverOftenTheyCome(String deliveries) {
        assertThat(heard(deliveries).judge(unique)).isEqualTo(CREATED.held(CREATE));
        assertThat(heard(deliveries).judge(rising)).isEqualTo(CREATED.held(CREATE));
    }

    @Test
    void anAnsweredCallMayBeToldTwiceUnderOneNumberOrUnderTwo() {
        assertThat(heard("answered:1 in-progress:1").judge(unique)).isEqualTo(CREATED.held(CREATE));
        assertThat(heard("initiated:0 in-progress:3 answered:2 completed:4").judge(rising))
                .isEqualTo(CREATED.held(CREATE));
    }

    @ParameterizedTest
    @CsvSource({
        "ringing:1 in-progress:1, '1 for [ringing, answered]'",
        "completed:0 initiated:0 initiated:0, '0 for [completed, initiated]'",
        "initiated:0 ringing:5 busy:5, '5 for [ringing, completed]'"
    })
    void oneNumberOfTwoEventsIsBrokenButRisesAllTheSame(String deliveries, String actual) {
        assertThat(heard(deliveries).judge(unique))
                .isEqualTo(CREATED.broken(new Finding("SequenceNumber", "one event", actual), CREATE));
        assertThat(heard(deliveries).judge(rising)).isEqualTo(CREATED.held(CREATE));
    }

    @Test
    void eachNumberOfTwoEventsIsOneFinding() {
        Finding first = new Finding("SequenceNumber", "one event", "1 for [initiated, ringing]");
        Finding second = new Finding("SequenceNumber", "one event", "2 for [answered, completed]");
        assertThat(heard("initiated:1 ringing:1 answered:2 completed:2").judge(unique))
                .isEqualTo(new Judgement.Broken(List.of(first, second), CREATED.exchanges(CREATE)));
    }

    @ParameterizedTest
    @CsvSource({
        "initiated:1 completed:0, initiated, completed, 1 and then 0",
        "busy:0 initiated:1, initiated, busy, 1 and then 0",
        "ringing:3 ringing:3 answered:2 answered:2, ringing, answered, 3 and then 2"
    })
    void aNumberThatFallsIsBrokenOnceHoweverOftenItCame(
            String deliveries, String earlier, String later, String actual) {
        Finding finding = new Finding("SequenceNumber", "rising from " + earlier + " to " + later, actual);
        assertThat(heard(deliveries).judge(rising)).isEqualTo(CREATED.broken(finding, CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed:first", "completed:", "completed:1.0", "completed:1000000000000000"})
    void whatIsNoNumberIsAMatterOfItsOwnClause(String delivery) {
        assertThat(heard(delivery).judge(unique)).isEqualTo(UNNUMBERED);
        assertThat(heard("initiated:1 " + delivery).judge(rising)).isEqualTo(UNNUMBERED);
        assertThat(heard("ringing:1 " + delivery.replace("completed", "queued")).judge(rising))
                .isEqualTo(UNNUMBERED);
    }

    @Test
    void aStatusThatIsNotListedHasNoPlaceAmongTheEvents() {
        assertThat(heard("unheard-of:1 ringing:1").judge(unique)).isEqualTo(CREATED.held(CREATE));
        assertThat(heard("unheard-of:1").judge(unique)).isEqualTo(UNNUMBERED);
        assertThat(heard("unheard-of:2 ringing:1").judge(rising)).isEqualTo(UNNUMBERED);
    }

    @Test
    void oneEventAloneRisesFromNothing() {
        assertThat(heard("completed:1").judge(rising)).isEqualTo(UNNUMBERED);
        assertThat(CREATED.judge(rising)).isEqualTo(UNNUMBERED);
        assertThat(CREATED.judge(unique)).isEqualTo(UNNUMBERED);
    }

    private static CallbackEvidence heard(String deliveries) {
        CallbackEvidence seen = CREATED;
        for (String delivery : deliveries.split(" ", -1)) {
            int colon = delivery.indexOf(':');
            seen = seen.heard(
                    "all",
                    "CallStatus=" + delivery.substring(0, colon) + "&SequenceNumber=" + delivery.substring(colon + 1));
        }
        return seen;
    }
}
