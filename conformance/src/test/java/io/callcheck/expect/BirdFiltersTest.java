package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Forms;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter admits what it says and keeps back the rest. */
class BirdFiltersTest {

    private static final String QUERY = "limit=100";
    private static final String NO_LIST = "no such list was shown";
    private static final String ALL_ADMITTED = "there was no call that the filter does not admit";

    private final BirdFilters filters = new BirdFilters(new BirdCalls(Soundness.EVERYTHING), "all ");
    private final Expectation byId = filters.byId("by id", "create one");
    private final Expectation byStatus = filters.filtered("by status", "busy"::equals, "status");
    private final Expectation byStart = filters.filtered("by start", id -> false, "id");
    private final Expectation byTo = filters.byAddress(List.of("by to", "by to nobody"), "to");
    private final Expectation byType = filters.byValue("by type", "type");

    @Test
    void aFilterAdmitsOnlyWhatItSays() {
        BirdEvidence run = filtered(calls(is(FIRST, "busy"), is(SECOND, "busy")), calls(is(THIRD, "failed")));
        assertThat(run.judge(byStatus)).isEqualTo(run.held("by status", "all 1"));
        BirdEvidence none = filtered(calls(), calls(is(FIRST, "busy"), is(THIRD, "failed")));
        assertThat(none.judge(byStatus)).isEqualTo(none.held("by status", "all 1"));
    }

    @Test
    void aFilterThatAdmitsAnotherCallIsBroken() {
        BirdEvidence run = filtered(calls(is(FIRST, "busy"), is(SECOND, "failed"), is(THIRD, "ringing")), calls());
        Finding finding = new Finding("/results/1/status", "only calls of status=busy", "\"failed\"");
        assertThat(run.judge(byStatus)).isEqualTo(run.broken(finding, "by status", "all 1"));
    }

    @Test
    void aFilterShowsNothingWhileItAdmitsEveryCall() {
        BirdEvidence run = filtered(calls(is(FIRST, "busy")), calls(is(FIRST, "busy")));
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(ALL_ADMITTED, "by status", "all 1"));
        BirdEvidence empty = filtered(calls(), calls());
        assertThat(empty.judge(byStatus)).isEqualTo(empty.unseen(ALL_ADMITTED, "by status", "all 1"));
    }

    @Test
    void aCallWithoutTheMemberIsTheMatterOfAnotherClause() {
        BirdEvidence run = filtered(calls(call(FIRST, ""), is(SECOND, "busy")), calls(call(FIRST, "")));
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(ALL_ADMITTED, "by status", "all 1"));
        BirdEvidence both = filtered(calls(call(FIRST, ""), is(SECOND, "failed")), calls());
        Finding finding = new Finding("/results/1/status", "only calls of status=busy", "\"failed\"");
        assertThat(both.judge(byStatus)).isEqualTo(both.broken(finding, "by status", "all 1"));
    }

    @Test
    void aStatusOfAWrongFormIsTheMatterOfItsOwnClauseAlone() {
        Answers answers = new Answers(Documents.catalogue(Api.BIRD), Documents.contract(Api.BIRD));
        BirdFilters sound = new BirdFilters(new BirdCalls(Soundness.of(answers)), "all ");
        String capitals = Samples.changed("bird-call", "/status", "\"Busy\"").toString();
        BirdEvidence run = filtered(calls(capitals), calls(Samples.text("bird-call")));
        assertThat(run.judge(sound.filtered("by status", "busy"::equals, "status")))
                .isEqualTo(run.held("by status", "all 1"));
    }

    @Test
    void aFilterThatAdmitsNoCallIsBrokenByAny() {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, calls(call(FIRST, "")))
                .list("by start", "startAt=2030-01-01T00:00:00Z", calls());
        assertThat(run.judge(byStart)).isEqualTo(run.held("by start", "all 1"));
        BirdEvidence wrong = new BirdEvidence()
                .list("all 1", QUERY, calls(call(FIRST, "")))
                .list("by start", "startAt=2030-01-01T00:00:00Z", calls(call(FIRST, "")));
        Finding finding =
                new Finding("/results/0/id", "only calls of startAt=2030-01-01T00:00:00Z", "\"" + FIRST + "\"");
        assertThat(wrong.judge(byStart)).isEqualTo(wrong.broken(finding, "by start", "all 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENT, 400, 500})
    void withoutBothListsAFilterShowsNothing(int status) {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, calls(is(FIRST, "failed")))
                .list("by status", "status=busy", status, calls());
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(NO_LIST, "by status"));
        BirdEvidence whole = new BirdEvidence()
                .list("all 1", QUERY, status, calls())
                .list("by status", "status=busy", calls(is(FIRST, "failed")));
        assertThat(whole.judge(byStatus)).isEqualTo(whole.unseen(NO_LIST, "by status"));
    }

    @Test
    void aFilteredListThatWasNeverAskedForShowsNothing() {
        BirdEvidence run = made().list("all 1", QUERY, calls());
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(NO_LIST, "all 1"));
        BirdEvidence whole = made().list("by status", "status=busy", calls(is(FIRST, "failed")));
        assertThat(whole.judge(byStatus)).isEqualTo(whole.unseen(NO_LIST, "by status"));
    }

    @Test
    void anIdAdmitsItsCallAloneInAnyLetterCase() {
        String capitals = FIRST.toUpperCase(Locale.ROOT);
        BirdEvidence run = made().list("all 1", QUERY, calls(call(FIRST, ""), call(SECOND, "")))
                .list("by id", "id=" + FIRST, calls(call(capitals, "")));
        assertThat(run.judge(byId)).isEqualTo(run.held("by id", "all 1"));
        BirdEvidence wrong = made().list("all 1", QUERY, calls(call(FIRST, ""), call(SECOND, "")))
                .list("by id", "id=" + FIRST, calls(call(FIRST, ""), call(SECOND, "")));
        assertThat(wrong.judge(byId))
                .isEqualTo(wrong.broken(
                        new Finding("/results/1/id", "only calls of id=" + FIRST, "\"" + SECOND + "\""),
                        "by id",
                        "all 1"));
    }

    @Test
    void aCallWithoutAnIdCanNotBeFilteredById() {
        BirdEvidence run = new BirdEvidence()
                .create("create one", "{}")
                .list("all 1", QUERY, calls(call(FIRST, "")))
                .list("by id", "id=", calls(call(FIRST, "")));
        assertThat(run.judge(byId)).isEqualTo(run.unseen("no call was created", "by id"));
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001, +15005550001",
        "+15005550001, 15005550001",
        "15005550001, +15005550001",
        "5550001, +15005550001",
        "15005550001, sip:15005550001@pbx.example.com",
        "client:Ann, client:ann",
        "a & b, a & b"
    })
    void anAddressAdmitsCallsWithItInWhateverForm(String asked, String shown) {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, calls(to(FIRST, shown), to(SECOND, "+15005550002")))
                .list("by to", "to=" + Forms.escape(asked), calls(to(FIRST, shown)));
        assertThat(run.judge(byTo)).isEqualTo(run.held("by to", "all 1"));
        run.list("by to nobody", "to=%2B15005559999", calls());
        assertThat(run.judge(byTo)).isEqualTo(run.held("by to", "all 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by to", "by to nobody"})
    void anAddressThatAdmitsACallWithAnotherIsBroken(String step) {
        String all = calls(to(FIRST, "15005550001"), to(SECOND, "15005550002"));
        boolean own = step.equals("by to");
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, all)
                .list("by to", "to=%2B15005550001", own ? all : calls(to(FIRST, "15005550001")))
                .list("by to nobody", "to=%2B15005559999", own ? calls() : calls(to(SECOND, "15005550002")));
        Finding finding = own
                ? new Finding("/results/1/to", "only calls of to=+15005550001", "\"15005550002\"")
                : new Finding("/results/0/to", "only calls of to=+15005559999", "\"15005550002\"");
        assertThat(run.judge(byTo)).isEqualTo(run.broken(finding, step, "all 1"));
    }

    @Test
    void anAddressOfNobodyShowsWhatAnAddressOfAllCallsDoesNot() {
        String all = calls(to(FIRST, "15005550001"));
        BirdEvidence run = new BirdEvidence().list("all 1", QUERY, all).list("by to", "to=15005550001", all);
        assertThat(run.judge(byTo)).isEqualTo(run.unseen(NO_LIST, "by to"));
        run.list("by to nobody", "to=%2B15005559999", calls());
        assertThat(run.judge(byTo)).isEqualTo(run.held("by to nobody", "all 1"));
    }

    @Test
    void anAddressThatShowsNothingOfItsCallsIsNoViolation() {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, calls(to(FIRST, "15005550001")))
                .list("by to", "to=%2B15005550001", calls())
                .list("by to nobody", "to=%2B15005559999", 422, "{}");
        assertThat(run.judge(byTo)).isEqualTo(run.unseen(NO_LIST, "by to nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "to="})
    void aFilterWithoutAValueMayBeReadAsNone(String query) {
        String all = calls(to(FIRST, "15005550001"), to(SECOND, "15005550002"));
        BirdEvidence run = new BirdEvidence().list("all 1", QUERY, all).list("by to nobody", query, all);
        assertThat(run.judge(byTo)).isEqualTo(run.unseen(ALL_ADMITTED, "by to nobody", "all 1"));
    }

    @Test
    void aTypeAdmitsCallsOfItAlone() {
        String pstn = call(FIRST, "'type':'pstn'");
        String webrtc = call(SECOND, "'type':'webrtc'");
        BirdEvidence run = new BirdEvidence().list("all 1", QUERY, calls(pstn, webrtc));
        assertThat(run.judge(byType)).isEqualTo(run.unseen(NO_LIST, "all 1"));
        run.list("by type", "type=webrtc", calls(webrtc));
        assertThat(run.judge(byType)).isEqualTo(run.held("by type", "all 1"));
        BirdEvidence wrong = new BirdEvidence()
                .list("all 1", QUERY, calls(pstn, webrtc))
                .list("by type", "type=webrtc", calls(pstn));
        assertThat(wrong.judge(byType))
                .isEqualTo(wrong.broken(
                        new Finding("/results/0/type", "only calls of type=webrtc", "\"pstn\""), "by type", "all 1"));
    }

    private static BirdEvidence made() {
        return new BirdEvidence().create("create one", call(FIRST, "")).create("create two", call(SECOND, ""));
    }

    private static BirdEvidence filtered(String list, String whole) {
        return new BirdEvidence().list("all 1", QUERY, whole).list("by status", "status=busy", list);
    }

    private static String to(String id, String to) {
        return call(id, "'to':'" + to + "'");
    }

    private static String is(String id, String status) {
        return call(id, "'status':'" + status + "'");
    }
}
