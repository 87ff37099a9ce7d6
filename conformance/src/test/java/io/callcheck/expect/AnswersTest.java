package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say of the clauses of their operation, one by one and taken together. */
class AnswersTest {
    private static final String QUEUED = Samples.text("signalwire-call-queued");
    private static final String COMPLETED = Samples.text("signalwire-call-completed");

    private final Catalogue catalogue = Documents.catalogue(Api.SIGNALWIRE);
    private final Answers answers = new Answers(catalogue, Documents.contract(Api.SIGNALWIRE));

    @Test
    void aLawfulCallBreaksNothingAndShowsWhatItHolds() {
        Assessment queued = answers.assess(answered("retrieve", 200, QUEUED));
        assertThat(queued.broken()).isEmpty();
        assertThat(queued.strays()).isEmpty();
        assertThat(queued.blockedBy()).isEmpty();
        assertThat(queued.seen())
                .contains(
                        "signalwire.call.mediaType",
                        "signalwire.call.json",
                        "signalwire.call.sid.required",
                        "signalwire.call.sid.format",
                        "signalwire.call.duration.minimum",
                        "signalwire.call.forwarded_from.const")
                .doesNotContain(
                        "signalwire.call.start_time.format",
                        "signalwire.call.answered_by.enum",
                        "signalwire.call.audio_in_mos.maximum");
        assertThat(answers.assess(answered("retrieve", 200, COMPLETED)).seen())
                .contains(
                        "signalwire.call.start_time.format",
                        "signalwire.call.answered_by.enum",
                        "signalwire.call.audio_in_mos.maximum");
    }

    @Test
    void theValuesOfEnumsAreObserved() {
        assertThat(answers.assess(answered("retrieve", 200, COMPLETED)).observations())
                .containsEntry("signalwire.call.status.enum", Set.of("\"completed\""))
                .containsEntry("signalwire.call.answered_by.enum", Set.of("\"human\""));
        assertThat(answers.assess(answered("list", 200, Samples.text("signalwire-page")))
                        .observations())
                .containsEntry("signalwire.call.status.enum", Set.of("\"completed\"", "\"queued\""));
    }

    @Test
    void aFindingSaysWhereWhatWasPromisedAndWhatCame() {
        String body = Samples.changed("signalwire-call-queued", "/date_created", "\"2018-09-21T07:05:09Z\"")
                .toString();
        assertThat(answers.assess(answered("retrieve", 200, body)).broken())
                .containsOnly(entry(
                        "signalwire.call.date_created.format",
                        new Finding("/date_created", "an RFC 2822 date in GMT", "\"2018-09-21T07:05:09Z\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON", "application/json;v=1"
            })
    void parametersAndLetterCaseOfTheMediaTypeAreFree(String media) {
        assertThat(answers.assess(answered("retrieve", 200, media, QUEUED)).broken())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text/html, text/html", "'', no content type", "application/problem+json, application/problem+json"})
    void anotherMediaTypeIsBrokenAndTheBodyIsJudgedAllTheSame(String media, String actual) {
        Assessment found = answers.assess(answered("retrieve", 200, media, QUEUED));
        assertThat(found.broken())
                .containsOnly(
                        entry("signalwire.call.mediaType", new Finding("Content-Type", "application/json", actual)));
        assertThat(found.seen()).contains("signalwire.call.sid.format");
    }

    @Test
    void aBodyThatIsNoJsonBlocksWhatItWouldHold() {
        Assessment found = answers.assess(answered("retrieve", 200, "{\"sid\": 1, \"sid\": 2}"));
        assertThat(found.broken())
                .containsOnly(
                        entry("signalwire.call.json", new Finding("body", "strict JSON", "Duplicate field 'sid'")));
        assertThat(found.blockedBy()).isEqualTo("signalwire.call.json");
        assertThat(found.seen()).containsOnly("signalwire.call.mediaType", "signalwire.call.json");
    }

    @Test
    void aPageOfHtmlIsOneViolationAndNotTwo() {
        Assessment found = answers.assess(answered("retrieve", 200, "text/html", "<html>"));
        assertThat(found.broken()).containsOnlyKeys("signalwire.call.mediaType");
        assertThat(found.blockedBy()).isEqualTo("signalwire.call.mediaType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999"})
    void aHostileNumberIsJudgedAndBreaksNothingOfOurs(String number) {
        Assessment found = answers.assess(answered("retrieve", 200, "{\"duration\": " + number + "}"));
        assertThat(found.unread()).isFalse();
        assertThat(found.broken()).isNotEmpty();
    }

    @Test
    void anyOtherSuccessIsJudgedLikeTheDocumentedOne() {
        String body = Samples.changed("signalwire-call-queued", "/sid", "null").toString();
        assertThat(answers.assess(answered("create", 201, body)).broken())
                .containsOnlyKeys("signalwire.call.sid.nullable");
    }

    @Test
    void eachStatusHasItsOwnShape() {
        assertThat(answers.assess(answered("retrieve", 404, "{}")).broken())
                .containsOnlyKeys(
                        "signalwire.error.code.required",
                        "signalwire.error.message.required",
                        "signalwire.error.more_info.required",
                        "signalwire.error.status.required");
        assertThat(answers.assess(answered("create", 422, "{\"errors\": 1}")).broken())
                .containsOnlyKeys("signalwire.errorList.errors.type");
    }

    @Test
    void whereNothingIsPromisedNothingIsSeen() {
        assertThat(answers.assess(silent("retrieve"))).isEqualTo(Assessment.NOTHING);
        assertThat(answers.assess(answered("retrieve", 418, "teapot"))).isEqualTo(Assessment.NOTHING);
        assertThat(answers.assess(answered("delete", 204, "", ""))).isEqualTo(Assessment.NOTHING);
    }

    @Test
    void anIntermittentViolationIsCaught() {
        Exchange right = answered("retrieve", 200, QUEUED);
        Exchange wrong = answered(
                "retrieve",
                200,
                Samples.changed("signalwire-call-queued", "/sid", "7").toString());
        assertThat(sid(right, wrong, right))
                .asInstanceOf(type(Judgement.Broken.class))
                .satisfies(broken -> {
                    assertThat(broken.evidence()).containsExactly(wrong);
                    assertThat(broken.findings()).containsExactly(new Finding("/sid", "text", "7"));
                });
    }

    @Test
    void theSameFindingIsReportedOnce() {
        String body = Samples.changed("signalwire-call-queued", "/sid", "7").toString();
        assertThat(sid(answered("retrieve", 200, body), answered("retrieve", 200, body)))
                .asInstanceOf(type(Judgement.Broken.class))
                .extracting(Judgement.Broken::findings)
                .asInstanceOf(LIST)
                .hasSize(1);
    }

    @Test
    void whatNoAnswerShowedIsUnseen() {
        Exchange elsewhere = answered("update", 200, QUEUED);
        assertThat(sid(elsewhere, answered("retrieve", 404), silent("retrieve")))
                .isInstanceOf(Judgement.Unseen.class);
        assertThat(sid(answered("retrieve", 200, QUEUED))).isInstanceOf(Judgement.Held.class);
    }

    @Test
    void whatNoBodyCouldShowIsBlockedByTheClauseOfTheBody() {
        Exchange html = answered("retrieve", 200, "{");
        assertThat(sid(html))
                .isEqualTo(new Judgement.Blocked("signalwire.call.json", "no body could be judged", List.of(html)));
        assertThat(sid(html, answered("retrieve", 200, QUEUED))).isInstanceOf(Judgement.Held.class);
    }

    @Test
    void ofSeveralBodiesThatBlockTheLastNamesItsClause() {
        Exchange html = answered("retrieve", 200, "text/html", "<html>");
        Exchange cut = answered("retrieve", 200, "{");
        assertThat(sid(cut, html))
                .isEqualTo(new Judgement.Blocked(
                        "signalwire.call.mediaType", "no body could be judged", List.of(cut, html)));
        assertThat(sid(html, cut))
                .isEqualTo(
                        new Judgement.Blocked("signalwire.call.json", "no body could be judged", List.of(html, cut)));
    }

    @Test
    void aBodyThatCannotShowAClauseDoesNotBlockIt() {
        assertThat(sid(answered("retrieve", 404, "{"), answered("retrieve", 418, "{")))
                .isEqualTo(new Judgement.Unseen("no answer showed it", List.of()));
    }

    @Test
    void aBrokenBodyIsItsOwnClausesMatterAndBlocksNotItself() {
        Exchange cut = answered("retrieve", 200, "{");
        assertThat(judge("signalwire.call.json", cut)).isInstanceOf(Judgement.Broken.class);
        assertThat(judge("signalwire.call.json", answered("retrieve", 200, "text/html", "<html>")))
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.clause()).isEqualTo("signalwire.call.mediaType"));
    }

    @ParameterizedTest
    @MethodSource("unread")
    void aBodyThatIsMoreThanTheKitReadsIsUnknownAndNeverBroken(Exchange more) {
        Assessment found = answers.assess(more);
        assertThat(found.unread()).isTrue();
        assertThat(found.broken()).isEmpty();
        assertThat(found.blockedBy()).isEmpty();
        assertThat(found.seen()).containsOnly("signalwire.call.mediaType");
        for (String clause : List.of("signalwire.call.sid.type", "signalwire.call.sid.required")) {
            assertThat(judge(clause, more))
                    .isEqualTo(new Judgement.Unknown("the answer is more than the kit reads", List.of(more)));
        }
    }

    @ParameterizedTest
    @MethodSource("unread")
    void anAnswerThatIsReadSpeaksForItselfBesideOneThatIsNot(Exchange more) {
        Exchange right = answered("retrieve", 200, QUEUED);
        Exchange wrong = answered("retrieve", 200, "{\"sid\": 7}");
        assertThat(sid(more, right)).isEqualTo(new Judgement.Held(List.of(right)));
        assertThat(sid(more, wrong)).isInstanceOf(Judgement.Broken.class);
        assertThat(judge("signalwire.call.start_time.format", more, right))
                .isEqualTo(new Judgement.Unseen("no answer showed it", List.of()));
        assertThat(sid(more, answered("retrieve", 404, Samples.text("signalwire-error"))))
                .isEqualTo(new Judgement.Unknown("the answer is more than the kit reads", List.of(more)));
        assertThat(sid(more, answered("retrieve", 200, "{")))
                .isEqualTo(new Judgement.Unknown("the answer is more than the kit reads", List.of(more)));
    }

    @Test
    void anUnreadBodyThatCouldNotShowAClauseSaysNothingOfIt() {
        assertThat(sid(cut(404, "application/json"))).isEqualTo(new Judgement.Unseen("no answer showed it", List.of()));
    }

    @Test
    void theMediaTypeOfAnUnreadBodyIsJudgedAllTheSame() {
        Assessment found = answers.assess(cut(200, "text/html"));
        assertThat(found.broken()).containsOnlyKeys("signalwire.call.mediaType");
        assertThat(found.unread()).isTrue();
    }

    static List<Exchange> unread() {
        return List.of(
                cut(200, "application/json"),
                answered("retrieve", 200, "[".repeat(2000) + "]".repeat(2000)),
                answered("retrieve", 200, "[" + "{},".repeat(100_000) + "{}]"),
                answered("retrieve", 200, "{\"duration\": -1e-99999999999}"));
    }

    @Test
    void aRefusedKeyNeedsNoBody() {
        assertThat(answers.assess(answered("retrieve", 401, "", ""))).isEqualTo(Assessment.NOTHING);
        assertThat(answers.assess(answered("retrieve", 401, "{}")).seen()).isNotEmpty();
        Answers bird = new Answers(Documents.catalogue(Api.BIRD), Documents.contract(Api.BIRD));
        assertThat(bird.assess(answered("retrieve", 403, "", ""))).isEqualTo(Assessment.NOTHING);
        assertThat(answers.assess(answered("retrieve", 404, "", "")).broken()).isNotEmpty();
    }

    @Test
    void itNamesTheContractThatItJudgesBy() {
        assertThat(answers.contract()).isSameAs(Documents.contract(Api.SIGNALWIRE));
    }

    private static Exchange cut(int status, String media) {
        Exchange whole = answered("retrieve", status, media, QUEUED);
        Answer answer = new Answer(
                status, List.of(new Header("Content-Type", media)), QUEUED.getBytes(StandardCharsets.UTF_8), true, 1);
        return new Exchange(whole.api(), "retrieve", whole.at(), whole.sent(), answer, null);
    }

    private Judgement sid(Exchange... exchanges) {
        return judge("signalwire.call.sid.type", exchanges);
    }

    private Judgement judge(String clause, Exchange... exchanges) {
        Step[] steps = Arrays.stream(exchanges).map(e -> step("any", e)).toArray(Step[]::new);
        return answers.everywhere(catalogue.clause(clause), "retrieve").judge(evidence(steps));
    }
}
