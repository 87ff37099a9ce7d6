package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a body shows of a clause: only values to which its keyword applies. */
class PlacesTest {
    private static final JsonNode QUEUED = Samples.json("signalwire-call-queued");
    private static final JsonNode COMPLETED = Samples.json("signalwire-call-completed");
    private static final JsonNode PAGE = Samples.json("signalwire-page");
    private static final JsonNode ERROR = Samples.json("signalwire-error");
    private static final JsonNode LIST = Samples.json("signalwire-error-list");

    @Test
    void aMemberIsFoundByItsPlace() {
        assertThat(texts("signalwire.call.status.enum", "retrieve", QUEUED)).containsExactly("queued");
        assertThat(texts("signalwire.call.subresource_uris.recordings.pattern", "retrieve", QUEUED))
                .hasSize(1);
        assertThat(texts("signalwire.call.status.enum", "retrieve", Samples.parse("{}")))
                .isEmpty();
        assertThat(texts("signalwire.call.subresource_uris.recordings.pattern", "retrieve", Samples.parse("[1]")))
                .isEmpty();
    }

    @Test
    void everyItemOfAListIsFound() {
        assertThat(texts("signalwire.call.status.enum", "list", PAGE)).containsExactly("queued", "completed");
        assertThat(texts("signalwire.call.start_time.format", "list", PAGE)).hasSize(1);
        assertThat(texts("signalwire.call.status.enum", "list", Samples.parse("{\"calls\": []}")))
                .isEmpty();
        assertThat(texts("bird.call.tags.items.maxLength", "retrieve", Samples.json("bird-call")))
                .containsExactly("callcheck", "sample");
    }

    @Test
    void requiredIsSeenWhereTheObjectIs() {
        assertThat(values("signalwire.call.sid.required", "retrieve", Samples.parse("{}")))
                .hasSize(1);
        assertThat(values("signalwire.call.sid.required", "retrieve", Samples.parse("[]")))
                .isEmpty();
        assertThat(values("signalwire.call.sid.required", "list", PAGE)).hasSize(2);
        assertThat(values("signalwire.call.subresource_uris.recordings.required", "retrieve", Samples.parse("{}")))
                .isEmpty();
    }

    @Test
    void nullShowsOnlyWhatSpeaksOfNull() {
        assertThat(values("signalwire.call.answered_by.enum", "retrieve", QUEUED))
                .isEmpty();
        assertThat(values("signalwire.call.answered_by.enum", "retrieve", COMPLETED))
                .hasSize(1);
        assertThat(values("signalwire.call.price.type", "retrieve", QUEUED)).isEmpty();
        assertThat(values("signalwire.call.price.type", "retrieve", COMPLETED)).hasSize(1);
        assertThat(values("signalwire.call.forwarded_from.const", "retrieve", QUEUED))
                .hasSize(1);
        JsonNode none = Samples.changed("signalwire-call-queued", "/sid", "null");
        assertThat(values("signalwire.call.sid.nullable", "retrieve", none)).hasSize(1);
        assertThat(values("signalwire.call.sid.format", "retrieve", none)).isEmpty();
    }

    @Test
    void aKeywordIsNotSeenInAValueOfAnotherType() {
        JsonNode number = Samples.changed("signalwire-call-completed", "/start_time", "1537513512");
        assertThat(values("signalwire.call.start_time.format", "retrieve", number))
                .isEmpty();
        assertThat(values("signalwire.call.start_time.type", "retrieve", number))
                .hasSize(1);
        JsonNode text = Samples.changed("signalwire-call-completed", "/duration", "\"88\"");
        assertThat(values("signalwire.call.duration.minimum", "retrieve", text)).isEmpty();
        JsonNode tags = Samples.changed("bird-call", "/tags", "\"callcheck\"");
        assertThat(values("bird.call.tags.maxItems", "retrieve", tags)).isEmpty();
    }

    @Test
    void aConditionKeepsTheTwoShapesOfErrorsApart() {
        assertThat(values("signalwire.error.code.required", "create", ERROR)).hasSize(1);
        assertThat(values("signalwire.error.code.required", "create", LIST)).isEmpty();
        assertThat(values("signalwire.error.message.type", "create", LIST)).isEmpty();
        assertThat(values("signalwire.errorList.errors.type", "create", LIST)).hasSize(1);
        assertThat(values("signalwire.errorList.errors.type", "create", ERROR)).isEmpty();
        assertThat(texts("signalwire.errorItem.code.pattern", "create", LIST)).containsExactly("13222");
    }

    @Test
    void theValuesAtAPlaceAreThoseOfAnyType() {
        JsonNode text = Samples.changed("signalwire-page", "/calls/0/duration", "\"88\"");
        assertThat(Places.at(Documents.use("signalwire.call.duration.minimum", "list"), text))
                .extracting(JsonNode::toString)
                .containsExactly("\"88\"", PAGE.at("/calls/1/duration").toString());
        assertThat(Places.at(Documents.use("signalwire.error.code.pattern", "create"), LIST))
                .isEmpty();
    }

    private static List<JsonNode> values(String clause, String operation, JsonNode body) {
        return Places.values(Documents.use(clause, operation), body);
    }

    private static List<String> texts(String clause, String operation, JsonNode body) {
        return values(clause, operation, body).stream().map(JsonNode::asText).toList();
    }
}
