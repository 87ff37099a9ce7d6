package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void jsonIsIndentedWithoutATokenChanged() {
        assertThat(Body.of(
                                "{\"a\":1.00,\"a\":[1e2,\"\\u00e9, }\"],\"b\":{},\"c\":[ ],\"d\":{\"e\":null}}",
                                "",
                                Set.of())
                        .text())
                .isEqualTo("""
                        {
                          "a": 1.00,
                          "a": [
                            1e2,
                            "\\u00e9, }"
                          ],
                          "b": {},
                          "c": [],
                          "d": {
                            "e": null
                          }
                        }
                        """);
    }

    @Test
    void theLineThatAPointerNamesIsMarked() {
        Body body =
                Body.of("{\"tags\":[{\"name\":\"x\"},{\"name\":\"y\"}],\"name\":\"z\"}", "", Set.of("/tags/1/name"));
        assertThat(body.chunks().stream().filter(Body.Chunk::marked).map(Body.Chunk::text))
                .containsExactly("      \"name\": \"y\"\n");
    }

    @Test
    void theLinesThatAParameterNamesAreMarked() {
        Body body = Body.of(
                "{\"callFlow\":[{\"options\":{\"text\":\"x\"}}],\"text\":1}", "", Set.of("callFlow[].options.text"));
        assertThat(body.chunks().stream().filter(Body.Chunk::marked).map(Body.Chunk::text))
                .containsExactly("        \"text\": \"x\"\n");
    }

    @Test
    void aFormIsDecodedFieldByField() {
        Body body =
                Body.of("To=%2B1555&Timeout=601&Bad=%zz&Flag", "application/x-www-form-urlencoded", Set.of("Timeout"));
        assertThat(body.text()).isEqualTo("To = +1555\nTimeout = 601\nBad = %zz\nFlag\n");
        assertThat(body.chunks()).contains(new Body.Chunk("Timeout = 601\n", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":", "[1,2", "{}}", "{\"a\":NaN}", "[1] x", "plain", "{a:1}", "\u0000", "{\"a\":\"\uD800"})
    void whatIsNoJsonStaysAsItCame(String text) {
        assertThat(Body.of(text, "application/json", Set.of()).text()).isEqualTo(text + "\n");
    }

    @Test
    void whatIsDeepStaysAsItCame() {
        String deep = "[".repeat(500) + "]".repeat(500);
        assertThat(Body.of(deep, "", Set.of()).text()).isEqualTo(deep + "\n");
    }

    @Test
    void whatIsLongIsCutAndCounted() {
        Body body = Body.of("x".repeat(10_000), "text/plain", Set.of());
        assertThat(body.text()).hasSize(8_000);
        assertThat(body.cut()).isEqualTo(2_001);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Body.of("", "application/json", Set.of()).chunks()).isEmpty();
    }

    @Test
    void aLongBodyIsShownAroundTheMarkedLine() {
        StringBuilder list = new StringBuilder("{\"calls\":[");
        for (int i = 0; i < 200; i++) {
            list.append(i == 0 ? "" : ",").append("{\"sid\":\"s").append(i).append("\"}");
        }
        Body body = Body.of(list + "]}", "application/json", Set.of("/calls/150/sid"));
        assertThat(body.chunks()).extracting(Body.Chunk::gap).contains(true);
        assertThat(body.chunks().stream().filter(Body.Chunk::marked))
                .extracting(c -> c.text().strip())
                .containsExactly("\"sid\": \"s150\"");
        assertThat(body.text()).contains("⋯ ", "\"s149\"", "\"s151\"").doesNotContain("\"s100\"");
        assertThat(body.cut()).isZero();
    }

    @Test
    void aLongBodyThatTheKitCutIsLaidOutAsFarAsItGoes() {
        String text = "{\"calls\":[" + "{\"sid\":\"aaaaaaaaaaaaaaa\"},".repeat(400) + "{\"si";
        Body body = Body.of(text, "application/json", Set.of("/calls/2/sid"));
        assertThat(body.chunks()).anyMatch(Body.Chunk::marked);
    }

    @Test
    void aMissingMemberMarksWhatShouldHoldIt() {
        Body body = Body.of("{\"a\":{\"b\":1}}", "application/json", Set.of("/a/c"));
        assertThat(body.chunks().stream().filter(Body.Chunk::marked))
                .extracting(Body.Chunk::text)
                .containsExactly("  \"a\": {\n");
        assertThat(Body.of("{\"b\":1}", "application/json", Set.of("/c"))
                        .chunks()
                        .get(0))
                .isEqualTo(new Body.Chunk("{\n", true));
    }
}
