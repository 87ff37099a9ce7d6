package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.ACCOUNT;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.STRANGER;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call is the one that was asked for, and says so in every member that names it. */
class IdentityTest {
    private static final String PATH = "/api/laml/2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + A;
    private static final String OURS = "'account_sid': '" + ACCOUNT + "'";

    private final Sightings sightings = new Sightings(ACCOUNT, Soundness.EVERYTHING);
    private final Expectation account = sightings.each(Identity.account(ACCOUNT));
    private final Expectation retrieved = sightings.each(Identity.asked("retrieve"));
    private final Expectation self = sightings.each(Identity.self(ACCOUNT, "/uri"));
    private final Expectation unique = Identity.unique(sightings);
    private final Expectation echo = sightings.each(Identity.echo("to", "To"));
    private final Expectation outgoing = sightings.each(Identity.outgoing());
    private final CallEvidence seen = new CallEvidence();

    @Test
    void theAccountIsThatOfThePathInAnyLetterCase() {
        seen.look("look", call(A, OURS));
        seen.look("capitals", call(A, "'account_sid': '" + ACCOUNT.toUpperCase(Locale.ROOT) + "'"));
        assertThat(seen.judge(account)).isEqualTo(seen.held("look", "capitals"));
    }

    @Test
    void anotherAccountIsBroken() {
        seen.list("list", call(A, OURS), call(B, "'account_sid': '" + STRANGER + "'"));
        assertThat(seen.judge(account))
                .isEqualTo(seen.broken("/calls/1/account_sid", '"' + ACCOUNT + '"', '"' + STRANGER + '"', "list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'account_sid': 'AC1'", "'account_sid': null", "'account_sid': 7", "'a': 1"})
    void anAccountThatIsNoneIsAMatterOfItsForm(String members) {
        assertThat(seen.look("look", call(A, members)).judge(account)).isEqualTo(none());
    }

    @Test
    void theCallIsTheOneThatWasAskedForInAnyLetterCase() {
        seen.look("look", call(A, "")).look("capitals", A.toUpperCase(Locale.ROOT), call(A, ""));
        seen.look("suffix", A + ".json", call(A, ""));
        assertThat(seen.judge(retrieved)).isEqualTo(seen.held("look", "capitals", "suffix"));
    }

    @Test
    void anotherCallIsBroken() {
        seen.look("look", A, call(B, ""));
        assertThat(seen.judge(retrieved)).isEqualTo(seen.broken("/sid", '"' + A + '"', '"' + B + '"', "look"));
    }

    @Test
    void whatIsNoCallIdOrWasNotAskedForShowsNothing() {
        seen.look("odd", A, call("CA1", "")).look("odd path", "CA1", call(A, ""));
        seen.update("other operation", "", call(A, "")).create("made", call(B, ""));
        assertThat(seen.judge(retrieved)).isEqualTo(none());
    }

    @Test
    void aCallNamesItself() {
        JsonNode call = call(A, OURS + ", 'uri': '" + PATH + "'");
        seen.look("look", call).create("made", call).list("list", call);
        seen.look("suffix", call(A, OURS + ", 'uri': '" + PATH + ".json'"));
        seen.look("recordings", call(A, OURS + ", 'uri': '" + PATH + "/Recordings.json'"));
        seen.look("capitals", call(A, OURS + ", 'uri': '" + PATH.replace(A, A.toUpperCase(Locale.ROOT)) + "'"));
        assertThat(seen.judge(self)).isEqualTo(seen.held("look", "made", "list", "suffix", "recordings", "capitals"));
    }

    @Test
    void aCallThatNamesAnotherIsBrokenWhereverItStands() {
        String other = PATH.replace(A, B);
        seen.list("list", call(C, ""), call(A, OURS + ", 'uri': '" + other + "'"));
        assertThat(seen.judge(self))
                .isEqualTo(seen.broken(
                        "/calls/1/uri",
                        "the path of account " + ACCOUNT + " and call " + A,
                        '"' + other + '"',
                        "list"));
    }

    @Test
    void aCallThatNamesAnotherAccountIsBroken() {
        String other = PATH.replace(ACCOUNT, STRANGER);
        seen.create("made", call(A, OURS + ", 'uri': '" + other + "'"));
        assertThat(seen.judge(self))
                .isEqualTo(seen.broken(
                        "/uri", "the path of account " + ACCOUNT + " and call " + A, '"' + other + '"', "made"));
    }

    @Test
    void aPathWithinACallIsFoundByItsPointer() {
        String path = PATH.replace(A, B) + "/Recordings";
        seen.look("look", call(A, OURS + ", 'subresource_uris': {'recordings': '" + path + "'}"));
        assertThat(seen.judge(sightings.each(Identity.self(ACCOUNT, "/subresource_uris/recordings"))))
                .isEqualTo(seen.broken(
                        "/subresource_uris/recordings",
                        "the path of account " + ACCOUNT + " and call " + A,
                        '"' + path + '"',
                        "look"));
    }

    @ParameterizedTest
    @CsvSource({"/elsewhere", "null", "/api/laml/2010-04-01/Accounts/1/Calls/2"})
    void aPathThatIsNoneIsAMatterOfItsForm(String uri) {
        seen.look("look", call(A, OURS + ", 'uri': '" + uri + "'"));
        seen.look("object", call(A, OURS + ", 'uri': {}"));
        assertThat(seen.judge(self)).isEqualTo(none());
    }

    @Test
    void aCallThatIsAnotherOneOrOfAnotherAccountIsAMatterOfThoseMembers() {
        String uri = ", 'uri': '" + PATH + "'";
        seen.look("another call", A, call(B, OURS + uri));
        seen.look("another account", call(B, "'account_sid': '" + STRANGER + "'" + uri));
        seen.list("no call", call("CA1", OURS + uri));
        assertThat(seen.judge(self)).isEqualTo(none());
    }

    @Test
    void everyCreationHasASidOfItsOwn() {
        seen.create("first", call(A, "")).create("second", call(B, "")).look("look", call(A, ""));
        assertThat(seen.judge(unique)).isEqualTo(seen.held("first", "second"));
    }

    @Test
    void twoCreationsWithOneSidAreBroken() {
        seen.create("first", call(A, "")).create("second", call(B, "")).create("third", call(A, ""));
        assertThat(seen.judge(unique))
                .isEqualTo(seen.broken(
                        "/sid", "not the sid of a call that was created before", '"' + A + '"', "third", "first"));
    }

    @Test
    void aCreationWithoutASidShowsNothing() {
        seen.create("first", call("CA1", "")).create("second", call("CA1", "")).look("look", call(A, ""));
        assertThat(seen.judge(unique)).isEqualTo(seen.unseen("no call was created"));
    }

    @Test
    void theNumberThatWasSentComesBack() {
        seen.create("made", "From=%2B15550002222&To=%2B15550001111", call(A, "'to': '+15550001111'"));
        assertThat(seen.judge(echo)).isEqualTo(seen.held("made"));
    }

    @Test
    void anotherNumberIsBroken() {
        seen.create("made", "To=%2B15550001111&From=%2B15550002222", call(A, "'to': '+15550002222'"));
        assertThat(seen.judge(echo)).isEqualTo(seen.broken("/to", "\"+15550001111\"", "\"+15550002222\"", "made"));
    }

    @Test
    void ofAFieldThatWasSentTwiceTheLastCounts() {
        seen.create("made", "To=%2B15550002222&To=%2B15550001111", call(A, "'to': '+15550001111'"));
        assertThat(seen.judge(echo)).isEqualTo(seen.held("made"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"To=sip%3Abob%40a.b", "To=%2B0555", "ToX=%2B15550001111", "From=%2B15550001111", ""})
    void whatIsNoPhoneNumberMayComeBackOtherwise(String form) {
        seen.create("made", form, call(A, "'to': '+15550002222'"));
        assertThat(seen.judge(echo)).isEqualTo(none());
    }

    @Test
    void onlyACreationTellsWhatWasSent() {
        seen.update("update", "To=%2B15550001111", call(A, "'to': '+15550002222'"));
        seen.create("made", "To=%2B15550001111", call(B, "'to': null"));
        assertThat(seen.judge(echo)).isEqualTo(none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbound", "outbound-api", "trunking"})
    void aCreatedCallGoesOut(String direction) {
        seen.create("made", "", call(A, "'direction': '" + direction + "'"));
        seen.look("look", call(B, "'direction': 'inbound'"));
        assertThat(seen.judge(outgoing)).isEqualTo(seen.held("made"));
    }

    @Test
    void aCreatedCallThatComesInIsBroken() {
        seen.create("made", "", call(A, "'direction': 'inbound'"));
        assertThat(seen.judge(outgoing)).isEqualTo(seen.broken("/direction", "outbound", "\"inbound\"", "made"));
    }

    @Test
    void aDirectionThatIsNotToldShowsNothing() {
        seen.create("made", "", call(A, "'direction': null"));
        assertThat(seen.judge(outgoing)).isEqualTo(none());
    }

    private Judgement none() {
        return seen.unseen("no answer showed it");
    }
}
