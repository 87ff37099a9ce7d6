package io.callcheck.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.callcheck.generated.bird.BirdApiError;
import io.callcheck.generated.bird.BirdCall;
import io.callcheck.generated.bird.BirdCallPage;
import io.callcheck.generated.bird.BirdCommand;
import io.callcheck.generated.bird.BirdUpdateCall;
import io.callcheck.generated.signalwire.SwApiError;
import io.callcheck.generated.signalwire.SwCall;
import io.callcheck.generated.signalwire.SwCallPage;
import io.callcheck.generated.signalwire.SwErrorItem;
import io.callcheck.generated.signalwire.SwErrorList;
import io.callcheck.testing.Samples;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated models take in what a server sends, member by member, and give it back. */
class ModelsBindSamplesTest {
    /** Unknown members are refused, so that a sample shows every member to be in the model; absent ones stay absent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    @ParameterizedTest
    @CsvSource({
        "signalwire-call-queued, io.callcheck.generated.signalwire.SwCall",
        "signalwire-call-completed, io.callcheck.generated.signalwire.SwCall",
        "signalwire-page, io.callcheck.generated.signalwire.SwCallPage",
        "signalwire-error, io.callcheck.generated.signalwire.SwApiError",
        "signalwire-error-list, io.callcheck.generated.signalwire.SwErrorList",
        "bird-call, io.callcheck.generated.bird.BirdCall",
        "bird-page, io.callcheck.generated.bird.BirdCallPage",
        "bird-error, io.callcheck.generated.bird.BirdApiError"
    })
    void whatIsReadIsGivenBack(String sample, Class<?> model) throws JsonProcessingException {
        Object bound = JSON.readValue(Samples.text(sample), model);
        JsonNode back = JSON.readTree(JSON.writeValueAsString(bound));
        assertThat(back).isEqualTo(JSON.readTree(Samples.text(sample)));
    }

    @Test
    void aQueuedCallHasNothingYet() throws JsonProcessingException {
        SwCall call = read("signalwire-call-queued", SwCall.class);
        assertThat(call.getSid()).isEqualTo(UUID.fromString("3f6c1e0a-9d42-4b7e-8a15-c0d9e2b47f68"));
        assertThat(call.getStatus()).isEqualTo(SwCall.StatusEnum.QUEUED);
        assertThat(call.getDirection()).isEqualTo(SwCall.DirectionEnum.OUTBOUND);
        assertThat(call.getDuration()).isZero();
        assertThat(call.getDateCreated()).isEqualTo("Fri, 21 Sep 2018 07:05:09 +0000");
        assertThat(call.getStartTime()).isNull();
        assertThat(call.getPrice()).isNull();
        assertThat(call.getAnsweredBy()).isNull();
        assertThat(call.getAudioInMos()).isNull();
        assertThat(call.getSubresourceUris().getNotifications()).isNull();
        assertThat(call.getSubresourceUris().getRecordings()).endsWith("/Recordings");
    }

    @Test
    void aCompletedCallHasAllItsFigures() throws JsonProcessingException {
        SwCall call = read("signalwire-call-completed", SwCall.class);
        assertThat(call.getStatus()).isEqualTo(SwCall.StatusEnum.COMPLETED);
        assertThat(call.getAnsweredBy()).isEqualTo(SwCall.AnsweredByEnum.HUMAN);
        assertThat(call.getDuration()).isEqualTo(88);
        assertThat(call.getPrice()).isEqualTo(new BigDecimal("-0.0147"));
        assertThat(call.getAudioInMos()).isEqualTo(new BigDecimal("4.25"));
        assertThat(call.getAudioRttMax()).isEqualTo(96);
        assertThat(call.getAudioOutLost()).isEqualTo(3);
        assertThat(call.getSipResultCode()).isEqualTo("200");
        assertThat(call.getParentCallSid()).isEqualTo(UUID.fromString("71d0b4f2-6c3a-4e89-b5d7-19f8a2c3e640"));
    }

    @Test
    void aPageHoldsItsCallsInOrder() throws JsonProcessingException {
        SwCallPage page = read("signalwire-page", SwCallPage.class);
        assertThat(page.getPage()).isEqualTo(1);
        assertThat(page.getPageSize()).isEqualTo(2);
        assertThat(page.getNextPageUri()).endsWith("PageToken=PAf00d");
        assertThat(page.getCalls())
                .extracting(SwCall::getStatus)
                .containsExactly(SwCall.StatusEnum.QUEUED, SwCall.StatusEnum.COMPLETED);
    }

    @Test
    void bothShapesOfErrorsAndBothKindsOfCodesAreTakenIn() throws JsonProcessingException {
        SwApiError one = read("signalwire-error", SwApiError.class);
        assertThat(one.getCode()).isEqualTo(21201);
        assertThat(one.getStatus()).isEqualTo(400);
        assertThat(one.getMoreInfo().getHost()).isEqualTo("developer.signalwire.com");
        SwErrorList many = read("signalwire-error-list", SwErrorList.class);
        assertThat(many.getErrors())
                .extracting(SwErrorItem::getCode, SwErrorItem::getMessage)
                .containsExactly(
                        tuple("13222", "Senddigits is invalid."), tuple(null, "Timeout must be greater than 0."));
        assertThat(many.getErrors().get(0).getMoreInfo())
                .isEqualTo(URI.create("https://developer.signalwire.com/compatibility-api/reference/error-codes"));
    }

    @Test
    void aBirdCallHasAllItsMembers() throws JsonProcessingException {
        BirdCall call = read("bird-call", BirdCall.class);
        assertThat(call.getStatus()).isEqualTo(BirdCall.StatusEnum.COMPLETED);
        assertThat(call.getDirection()).isEqualTo(BirdCall.DirectionEnum.OUTGOING);
        assertThat(call.getHangupSource()).isEqualTo(BirdCall.HangupSourceEnum.CALLEE);
        assertThat(call.getCreatedAt()).isEqualTo(OffsetDateTime.parse("2024-02-29T23:59:58.123Z"));
        assertThat(call.getEndedAt()).isEqualTo(OffsetDateTime.parse("2024-03-01T00:00:20.987654321Z"));
        assertThat(call.getOriginator().getNumber().getAnonymous()).isFalse();
        assertThat(call.getOriginator().getContact().getIdentifierKey()).isEqualTo("phonenumber");
        assertThat(call.getCallFlow().getCommands()).hasSize(1);
        assertThat(call.getQualityInsights().getMos()).isEqualTo("4.41");
        assertThat(call.getTags()).containsExactly("callcheck", "sample");
        assertThat(read("bird-page", BirdCallPage.class).getResults())
                .extracting(BirdCall::getStatus)
                .containsExactly(BirdCall.StatusEnum.ACCEPTED);
    }

    @Test
    void aBirdErrorHasItsDetails() throws JsonProcessingException {
        BirdApiError error = read("bird-error", BirdApiError.class);
        assertThat(error.getCode()).isEqualTo("ValidationError");
        assertThat(error.getDetails()).isEqualTo(Map.of("callFlow", List.of("at most 20 commands")));
    }

    @Test
    void anUpdateIsWrittenAsItIsDocumented() throws JsonProcessingException {
        BirdUpdateCall update = new BirdUpdateCall()
                .addCallFlowItem(new BirdCommand()
                        .command(BirdCommand.CommandEnum.SAY)
                        .options(Map.of("text", "Hello.", "locale", "en-US")))
                .addCallFlowItem(new BirdCommand().command(BirdCommand.CommandEnum.HANGUP));
        JsonNode written = JSON.valueToTree(update);
        assertThat(written.at("/callFlow/0/command").asText()).isEqualTo("say");
        assertThat(written.at("/callFlow/0/options/text").asText()).isEqualTo("Hello.");
        assertThat(written.at("/callFlow/1/command").asText()).isEqualTo("hangup");
        assertThat(written.has("status")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "signalwire-call-queued, /status, '\"ongoing\"', io.callcheck.generated.signalwire.SwCall",
        "bird-call, /status, '\"answered\"', io.callcheck.generated.bird.BirdCall"
    })
    void aValueThatIsNotListedIsRefused(String sample, String pointer, String value, Class<?> model) {
        String changed = Samples.changed(sample, pointer, value).toString();
        assertThatThrownBy(() -> JSON.readValue(changed, model)).isInstanceOf(ValueInstantiationException.class);
    }

    private static <T> T read(String sample, Class<T> model) throws JsonProcessingException {
        return JSON.readValue(Samples.text(sample), model);
    }

    @Test
    void anUpdateThatEndsACallSaysNothingElse() {
        BirdUpdateCall update = new BirdUpdateCall().status(BirdUpdateCall.StatusEnum.COMPLETED);
        assertThat(JSON.<JsonNode>valueToTree(update)).isEqualTo(Samples.parse("{\"status\": \"completed\"}"));
    }
}
