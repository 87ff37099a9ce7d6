package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.BirdLists.Window;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused create makes no call: none that is new in every round of lists, and in no time without such requests. */
class BirdRoundsTest {
    private static final BirdCalls CALLS = new BirdCalls(Soundness.EVERYTHING);
    private static final String FOURTH = "1c44d2a7-9f60-4b3e-8d25-70a1be9c6f53";
    private static final String TO = "+15005550001";

    private static final String OLD = made(FIRST, TO, 1);
    private static final String OURS = made(SECOND, TO, 50);
    private static final String IN_ONE = made(THIRD, TO, 10);
    private static final String IN_TWO = made(FOURTH, TO, 20);
    private static final String SOMEBODY = "somebody else made calls on this account meanwhile";
    private static final String NO_LIST = "no request was answered between two lists";

    private final Expectation none = new BirdLists(CALLS, List.of("create one"), "all ")
            .noneOf(
                    List.of("wrong 1", "wrong 2"),
                    List.of(new Window("before 1", "after 1"), new Window("before 2", "after 2")),
                    "after ",
                    TO);

    @Test
    void noNewCallInAnyRoundHolds() {
        BirdEvidence run = rounds(calls(OLD), calls(OLD), calls(OLD), calls(OLD), calls(OLD, OURS));
        assertThat(run.judge(none)).isEqualTo(run.held("wrong 1", "after 1", "after 2"));
    }

    @Test
    void noNewCallInTheFirstRoundHoldsWithoutAnother() {
        BirdEvidence run = new BirdEvidence()
                .list("before 1", "", calls(OLD))
                .create("wrong 1", 422, "{}")
                .list("after 1", "", calls(OLD))
                .create("create one", OURS)
                .list("all 1", "", calls(OLD, OURS));
        assertThat(run.judge(none)).isEqualTo(run.held("wrong 1", "after 1"));
    }

    @Test
    void aNewCallInTheOnlyRoundMayBeSomebodyElses() {
        BirdEvidence run = new BirdEvidence()
                .list("before 1", "", calls(OLD))
                .create("wrong 1", 422, "{}")
                .list("after 1", "", calls(OLD, IN_ONE))
                .create("create one", OURS)
                .list("all 1", "", calls(OLD, IN_ONE, OURS));
        assertThat(run.judge(none)).isEqualTo(run.unseen(SOMEBODY, "wrong 1", "after 1"));
    }

    @Test
    void aNewCallAfterTheOnlyRoundIsSomebodyElses() {
        BirdEvidence run = new BirdEvidence()
                .list("before 1", "", calls(OLD))
                .create("wrong 1", 422, "{}")
                .list("after 1", "", calls(OLD))
                .create("create one", OURS)
                .list("all 1", "", calls(OLD, IN_ONE, OURS));
        assertThat(run.judge(none)).isEqualTo(run.unseen(SOMEBODY, "wrong 1"));
    }

    @Test
    void aNewCallInEveryRoundIsBroken() {
        BirdEvidence run = rounds(
                calls(OLD), calls(OLD, IN_ONE), calls(OLD, IN_ONE), calls(OLD, IN_ONE, IN_TWO), calls(IN_TWO, OURS));
        assertThat(run.judge(none))
                .isEqualTo(run.broken(
                        List.of(
                                new Finding("/results", "no new call", "the call " + THIRD),
                                new Finding("/results", "no new call", "the call " + FOURTH)),
                        "wrong 1",
                        "after 1",
                        "after 2"));
    }

    @Test
    void aNewCallInOneRoundAloneIsSomebodyElses() {
        BirdEvidence run =
                rounds(calls(OLD), calls(OLD, IN_ONE), calls(OLD, IN_ONE), calls(OLD, IN_ONE), calls(IN_ONE, OURS));
        assertThat(run.judge(none)).isEqualTo(run.unseen(SOMEBODY, "wrong 1", "after 1"));
    }

    @Test
    void aNewCallWithoutSuchRequestsIsSomebodyElses() {
        String quiet = made("7b1e55f0-3c0d-4a8e-b6d4-2f9a60c8e317", TO, 40);
        BirdEvidence run = rounds(calls(OLD), calls(OLD), calls(OLD), calls(OLD), calls(OLD, OURS, quiet));
        assertThat(run.judge(none)).isEqualTo(run.unseen(SOMEBODY, "wrong 1"));
    }

    @Test
    void withoutAListOfAnyRoundNothingIsSeen() {
        BirdEvidence half = new BirdEvidence()
                .create("create one", OURS)
                .list("before 1", "", calls())
                .create("wrong 1", 422, "{}")
                .list("after 1", "", calls())
                .list("before 2", "", calls())
                .list("after 2", "", SILENT, "")
                .list("all 1", "", calls(OURS));
        assertThat(half.judge(none)).isEqualTo(half.unseen(NO_LIST, "all 1"));
        BirdEvidence unasked = rounds(calls(), calls(), calls(), calls());
        assertThat(unasked.judge(none)).isEqualTo(unasked.unseen(NO_LIST, "create one"));
        BirdEvidence unsent = new BirdEvidence()
                .list("before 1", "", calls())
                .list("after 1", "", calls())
                .list("before 2", "", calls())
                .list("after 2", "", calls())
                .create("create one", OURS)
                .list("all 1", "", calls(OURS));
        assertThat(unsent.judge(none)).isEqualTo(unsent.unseen(NO_LIST, "all 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENT, 429, 503})
    void whatWasNotAnsweredOrPutOffWasNotRefused(int status) {
        BirdEvidence run = new BirdEvidence()
                .list("before 1", "", calls(OLD))
                .create("wrong 1", status, "{}")
                .list("after 1", "", calls(OLD))
                .create("create one", OURS)
                .list("all 1", "", calls(OLD, OURS));
        assertThat(run.judge(none)).isEqualTo(run.unseen(NO_LIST, "all 1"));
    }

    @Test
    void whatWasAcceptedWasNotRefused() {
        BirdEvidence run = new BirdEvidence()
                .list("before 1", "", calls())
                .create("wrong 1", 422, "{}")
                .list("after 1", "", calls())
                .list("before 2", "", calls())
                .create("wrong 2", 201, IN_TWO)
                .list("after 2", "", calls(IN_TWO))
                .create("create one", OURS)
                .list("all 1", "", calls(IN_TWO, OURS));
        assertThat(run.judge(none)).isEqualTo(run.unseen("what was to be refused was accepted", "wrong 1", "wrong 2"));
    }

    @Test
    void aListThatDoesNotShowTheLawfulCallsEitherProvesNothing() {
        String reason = "the lawful calls beside them were not listed either";
        BirdEvidence unlisted = rounds(calls(), calls(), calls(), calls(), calls(OLD));
        assertThat(unlisted.judge(none)).isEqualTo(unlisted.unseen(reason, "all 1"));
        BirdEvidence nameless = new BirdEvidence()
                .list("before 1", "", calls())
                .create("wrong 1", 422, "{}")
                .list("after 1", "", calls())
                .list("before 2", "", calls())
                .list("after 2", "", calls())
                .create("create one", "{}")
                .list("all 1", "", calls(OLD));
        assertThat(nameless.judge(none)).isEqualTo(nameless.unseen(reason, "all 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15005550001", "+15005550001"})
    void aCallIsNewWithOrWithoutThePlusOfItsNumber(String to) {
        assertThat(fresh(calls(OLD), calls(made(THIRD, to, 10)))).containsExactly(THIRD);
    }

    @ParameterizedTest
    @CsvSource({"15005550002", "5005550001", "''", "++15005550001"})
    void aCallToAnotherNumberIsNotOurs(String to) {
        assertThat(fresh(calls(OLD), calls(made(THIRD, to, 10)))).isEmpty();
    }

    @Test
    void aCallIsNewOnlyWhenItIsYoungerThanAllOfTheEarlierList() {
        String earlier = calls(made(FIRST, TO, 5), made(SECOND, TO, 9), made(FOURTH, TO, 7), call("nameless", ""));
        assertThat(fresh(earlier, calls(made(THIRD, TO, 8)))).isEmpty();
        assertThat(fresh(earlier, calls(made(THIRD, TO, 9)))).isEmpty();
        assertThat(fresh(earlier, calls(made(THIRD, TO, 10)))).containsExactly(THIRD);
        assertThat(fresh(earlier, calls(call(THIRD, "'to':'" + TO + "'")))).isEmpty();
        assertThat(fresh(calls(), calls(made(THIRD, TO, 0)))).containsExactly(THIRD);
    }

    @Test
    void aCallThatTheEarlierListShowedOrThatIsOursIsNotNew() {
        String later = calls(made(FIRST, TO, 10), made(SECOND, TO, 11), made(THIRD, TO, 12));
        assertThat(fresh(calls(OLD), later, SECOND)).containsExactly(THIRD);
    }

    private static Set<String> fresh(String earlier, String later, String... made) {
        BirdEvidence run = new BirdEvidence().list("earlier", "", earlier).list("later", "", later);
        return BirdRounds.fresh(CALLS, run.at("earlier"), run.at("later"), Set.of(made), TO);
    }

    /** Two rounds of lists around a refused create, a lawful create, and the lists after it. */
    private static BirdEvidence rounds(String before1, String after1, String before2, String after2, String... all) {
        BirdEvidence run = new BirdEvidence()
                .list("before 1", "", before1)
                .create("wrong 1", 422, "{}")
                .list("after 1", "", after1)
                .list("before 2", "", before2)
                .create("wrong 2", 422, "{}")
                .list("after 2", "", after2)
                .create("create one", OURS);
        for (int i = 0; i < all.length; i++) {
            run.list("all " + (i + 1), "", all[i]);
        }
        return run;
    }

    private static String made(String id, String to, int second) {
        String time = "2024-03-01T12:00:%02dZ".formatted(second);
        return call(id, "'to':'" + to + "','createdAt':'" + time + "'");
    }
}
