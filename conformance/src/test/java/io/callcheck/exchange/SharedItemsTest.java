package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedItemsTest {
    private final SharedItems items = new SharedItems();

    private static final String CALL = "{\"sid\":\"" + "a".repeat(9_000) + "\",\"price\":null}";

    @Test
    void anEqualItemOfALongListIsHeldOnce() {
        JsonNode one = read("{\"calls\":[" + CALL + "]}");
        JsonNode other = read("{\"page\":1,\"calls\":[{\"sid\":\"b\"}," + CALL + "]}");
        assertThat(other.at("/calls/1")).isSameAs(one.at("/calls/0"));
        assertThat(other.at("/calls/0/sid").asText()).isEqualTo("b");
    }

    @Test
    void whatDiffersInOneMemberIsItself() {
        JsonNode one = read("{\"calls\":[" + CALL + "]}");
        JsonNode other = read("{\"calls\":[" + CALL.replace("null", "\"0.1\"") + "]}");
        assertThat(other.at("/calls/0")).isNotSameAs(one.at("/calls/0"));
        assertThat(other.at("/calls/0/price").asText()).isEqualTo("0.1");
        assertThat(one.at("/calls/0/price").isNull()).isTrue();
    }

    @Test
    void onlyListsOfObjectsWithinAnObjectAreLookedAt() {
        assertThat(read("[" + CALL + "]").size()).isEqualTo(1);
        assertThat(read("{\"a\":[\"" + "x".repeat(9_000) + "\",1,[{}]]}")
                        .at("/a/1")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void withinOneListToo() {
        JsonNode tree = read("{\"calls\":[" + CALL + "," + CALL + "]}");
        assertThat(tree.at("/calls/0")).isSameAs(tree.at("/calls/1"));
    }

    @Test
    void anEqualShortTextIsHeldOnce() {
        JsonNode one = read("{\"sid\":\"a\",\"uri\":\"" + "b".repeat(128) + "\",\"more\":\"" + "c".repeat(129) + "\"}");
        JsonNode other =
                read("{\"parent\":\"a\",\"uri\":\"" + "b".repeat(128) + "\",\"more\":\"" + "c".repeat(129) + "\"}");
        assertThat(other.get("parent")).isSameAs(one.get("sid"));
        assertThat(other.get("uri")).isSameAs(one.get("uri"));
        assertThat(other.get("more")).isEqualTo(one.get("more")).isNotSameAs(one.get("more"));
    }

    /** A target that makes everything up fills no memory with it. */
    @Test
    void noMoreTextsAreHeldThanATargetTells() {
        String many = IntStream.range(0, 20_000).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
        read("{\"texts\":[" + many + "]}");
        JsonNode one = read("{\"a\":\"new\",\"b\":\"7\"}");
        JsonNode other = read("{\"a\":\"new\",\"b\":\"7\"}");
        assertThat(other.get("b")).isSameAs(one.get("b"));
        assertThat(other.get("a")).isEqualTo(one.get("a")).isNotSameAs(one.get("a"));
    }

    /** A target cannot make the kit look through more. */
    @Test
    void noMoreThanAPageOfAMessageIsLookedUp() {
        String page = IntStream.range(0, 999).mapToObj(i -> "{\"n\":" + i + "}").collect(Collectors.joining(","));
        String body = "{\"calls\":[" + page + "],\"others\":[{\"last\":1},{\"beyond\":1}]}";
        JsonNode one = read(body);
        JsonNode other = read(body);
        assertThat(other.at("/others/0")).isSameAs(one.at("/others/0"));
        assertThat(other.at("/others/1")).isEqualTo(one.at("/others/1")).isNotSameAs(one.at("/others/1"));
    }

    /** Of one target another must not know; and no session keeps what another one holds. */
    @Test
    void eachRunHasItsOwn() throws IOException {
        String body = "{\"calls\":[" + CALL + "]}";
        String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (RawPeer peer = RawPeer.answering(answer)) {
            Wire wire = new Wire(Targets.at(peer.address(), "5s"), new CallBudget(0));
            Wire other = new Wire(Targets.at(peer.address(), "5s"), new CallBudget(0));
            JsonNode first = listed(wire, peer.address());
            assertThat(listed(wire, peer.address())).isSameAs(first);
            assertThat(listed(other, peer.address())).isEqualTo(first).isNotSameAs(first);
        }
    }

    @Test
    void anAnswerByItselfSharesNothing() {
        byte[] body = ("{\"calls\":[" + CALL + "," + CALL + "]}").getBytes(StandardCharsets.UTF_8);
        JsonNode tree = read(new Answer(200, List.of(), body, false, 0));
        assertThat(tree.at("/calls/0")).isEqualTo(tree.at("/calls/1")).isNotSameAs(tree.at("/calls/1"));
    }

    private static JsonNode listed(Wire wire, URI address) {
        Exchange list = wire.send(Api.SIGNALWIRE, "list", new Sent("GET", address, List.of(), ""));
        return read(Objects.requireNonNull(list.answer())).at("/calls/0");
    }

    private JsonNode read(String body) {
        return read(new Answer(200, List.of(), body.getBytes(StandardCharsets.UTF_8), false, 0, items));
    }

    private static JsonNode read(Answer answer) {
        return Objects.requireNonNull(answer.json().value());
    }
}
