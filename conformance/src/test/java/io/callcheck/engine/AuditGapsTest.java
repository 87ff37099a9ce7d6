package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.TargetFile;
import io.callcheck.testing.Samples;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recording does not hold is told, and never taken for what the server did. */
class AuditGapsTest {
    private static final String BASE = "https://calls.example/api/laml/2010-04-01";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "signalwire-call-completed";
    private static final String OTHER = "11111111-2222-4333-8444-555555555555";

    @TempDir
    private Path folder;

    @Test
    void aLastLineThatIsHalfIsNotGreen() throws IOException {
        String line = line(BASE).toString();
        String half = line.substring(0, line.length() / 2);
        Audit.Outcome audit = audit(line + "\n" + line + "\n" + half);
        assertThat(audit.run().exit()).isEqualTo(Gate.UNKNOWN);
        assertThat(audit.run().complete()).isFalse();
        assertThat(audit.count())
                .extracting(AuditCount::judged, AuditCount::skipped, AuditCount::broken)
                .containsExactly(2, 0, "after line 2: line 3 is not whole: it is not JSON, and no line break ends it");
        assertThat(audit(line + "\n" + half + "\n").run().exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(audit(line + "\n" + line).run().exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(audit(line + "\n  ").run().exit()).isEqualTo(Gate.CONFORMANT);
    }

    @Test
    void aLineWithoutBodyOrHeadersIsSkipped() throws IOException {
        ObjectNode body = line(BASE);
        body.withObject("response").remove("body");
        ObjectNode nothing = line(BASE);
        nothing.withObject("response").putNull("body");
        ObjectNode cut = line(BASE);
        cut.withObject("response").put("body", "{\"sid\": \"ff4");
        ObjectNode headers = line(BASE);
        headers.withObject("response").remove("headers");
        Audit.Outcome audit = audit(body + "\n" + nothing + "\n" + cut + "\n" + headers + "\n" + line(BASE));
        assertThat(audit.count().told())
                .containsExactly(
                        "line 1: its answer was recorded without its body",
                        "line 2: its answer was recorded without its body",
                        "line 3: its answer's body was not recorded whole",
                        "line 4: its answer was recorded without its headers");
        assertThat(audit.run().exit()).isEqualTo(Gate.CONFORMANT);
    }

    @Test
    void anHonestEmptyBodyIsJudged() throws IOException {
        ObjectNode empty = line(BASE);
        empty.withObject("response")
                .put("body", "")
                .withArray("headers")
                .addArray()
                .add("content-length")
                .add("0");
        assertThat(audit(empty.toString()).run().exit()).isEqualTo(Gate.VIOLATIONS);
    }

    @Test
    void headersByNameAreRead() throws IOException {
        ObjectNode line = line(BASE);
        line.withObject("response").putObject("headers").put("Content-Type", "application/json");
        assertThat(audit(line.toString()).run().exit()).isEqualTo(Gate.CONFORMANT);
        line.withObject("response").putObject("headers").put("Content-Type", "text/html");
        assertThat(audit(line.toString()).run().exit()).isEqualTo(Gate.VIOLATIONS);
    }

    @Test
    void callsOfOtherAccountsAreTold() throws IOException {
        String own = line(BASE).toString();
        Audit.Outcome audit = audit(own + "\n" + own.replace(account(), OTHER));
        assertThat(audit.run().exit()).isEqualTo(Gate.CONFORMANT);
        String note =
                "1 exchange is of another account than " + account() + ": the laws of calls were not judged on it";
        assertThat(audit.count().notes()).containsExactly(note);
        assertThat(audit.run().target().settings()).containsEntry(Recorded.NOTE, note);
        Audit.Outcome alone = audit(own);
        assertThat(alone.count().notes()).isEmpty();
        assertThat(alone.run().target().settings()).doesNotContainKey(Recorded.NOTE);
    }

    @Test
    void aRecordingOfOtherAccountsAloneIsNotGreen() throws IOException {
        Map<String, String> named = Map.of("signalwire.account", OTHER);
        Audit.Outcome audit = audit(line(BASE) + "\n" + line(BASE), named);
        assertThat(audit.run().exit()).isEqualTo(Gate.UNKNOWN);
        assertThat(audit.count().notes()).singleElement().asString().startsWith("2 exchanges are of other accounts");
        assertThat(audit.run().verdicts())
                .filteredOn(v -> v.outcome() == Outcome.ERROR)
                .isNotEmpty()
                .allMatch(v -> v.reason().equals("no exchange of the recording is of account " + OTHER))
                .extracting(v -> v.clause())
                .contains("signalwire.call.status.final")
                .doesNotContain("signalwire.unauthorized.data");
        assertThat(audit(line(BASE).toString(), Map.of("signalwire.account", account()))
                        .run()
                        .exit())
                .isEqualTo(Gate.CONFORMANT);
    }

    @Test
    void anAddressThatMatchesNothingIsToldWithThoseThatThereAre() throws IOException {
        String secret = "0123456789abcdef0123456789abcdef";
        String url = "https://me:pass@cdn.example/a/b/" + secret + "/c?key=geheim";
        String lines =
                other(url) + other(url) + other("https://x.example/1/2/3/4") + other("http://y.example:81/a%20b");
        assertThat(audit(lines + other("https://z.example")).count().hint())
                .isEqualTo("no exchange is at " + BASE
                        + "; the recording has some at https://cdn.example, https://x.example, http://y.example:81");
        assertThat(audit(lines + line("https://other.example/v1/api/laml/2010-04-01"))
                        .count()
                        .hint())
                .contains("has some at https://other.example/v1/api/laml/2010-04-01, https://cdn.example, ");
        assertThat(audit(lines + line(BASE)).count().hint()).isEmpty();
        assertThat(audit("").count().hint()).isEmpty();
    }

    /** A step of a path may be a key: those are told that are the asked address's or the contract's own. */
    @Test
    void aHintTellsNoStepThatMayBeAKey() throws IOException {
        assertThat(hint("http://proxy.example/SECRETTOKEN12345/api/laml/2010-04-01"))
                .isEqualTo("no exchange is at " + BASE
                        + "; the recording has some at http://proxy.example/…/api/laml/2010-04-01");
        assertThat(hint("http://proxy.example:81/api/SECRET/laml/SECRET2"))
                .endsWith(" http://proxy.example:81/api/…/laml/…");
        assertThat(hint("https://me:SECRET@proxy.example/laml/v12")).endsWith(" https://proxy.example/laml/v12");
        assertThat(hint("https://proxy.example/v123456/V1secret/v")).endsWith(" https://proxy.example/…/…/…");
        assertThat(hint("https://proxy.example" + "/SECRET".repeat(40)))
                .endsWith(" https://proxy.example" + "/…".repeat(10));
        assertThat(hint("https://me:SEC/RET@proxy.example/laml")).doesNotContain("SEC", "RET");
        assertThat(audit(other("https://x.example/SECRETTOKEN12345/calls"))
                        .count()
                        .hint())
                .endsWith("has some at https://x.example");
        Map<String, String> own = Map.of("signalwire.url", "https://calls.example/own");
        assertThat(audit(line("https://proxy.example/SECRET/own").toString(), own)
                        .count()
                        .hint())
                .isEqualTo("no exchange is at https://calls.example/own;"
                        + " the recording has some at https://proxy.example/…/own");
        assertThat(audit(line("https://proxy.example/api/laml/2010-04-01").toString(), own)
                        .count()
                        .hint())
                .endsWith(" https://proxy.example/api/laml/2010-04-01");
    }

    private String hint(String base) throws IOException {
        return audit(line(base).toString()).count().hint();
    }

    @Test
    void anApiThatIsElsewhereIsToldBesideOneThatIsThere() throws IOException {
        String bird = "https://bird.example/v1/workspaces/" + OTHER + "/channels/" + OTHER + "/calls";
        String lines = line(BASE) + "\n" + other(bird) + other("https://x.example/1");
        assertThat(audit(lines, Map.of("bird.url", "https://bird.example"))
                        .count()
                        .hint())
                .isEqualTo("no exchange is at https://bird.example; the recording has some at https://bird.example/v1");
    }

    @Test
    void whatIsNoHarIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("page.har"), "{\"log\": {}}");
        assertThatThrownBy(() ->
                        Audit.of(new TargetFile(null, Map.of(), Map.of("signalwire.url", BASE)).readOffline(), file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": this is not a HAR: it has no log.entries");
    }

    private Audit.Outcome audit(String text) throws IOException {
        return audit(text, Map.of());
    }

    private Audit.Outcome audit(String text, Map<String, String> more) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("signalwire.url", BASE));
        settings.putAll(more);
        Path file = Files.writeString(folder.resolve("run.jsonl"), text);
        return Audit.of(new TargetFile(null, Map.of(), settings).readOffline(), file);
    }

    private static ObjectNode line(String base) {
        ObjectNode line = JSON.createObjectNode().put("at", "2026-11-21T04:24:12.250Z");
        String sid = Samples.json(CALL).path("sid").asText();
        line.putObject("request").put("method", "GET").put("url", base + "/Accounts/" + account() + "/Calls/" + sid);
        ObjectNode response = line.putObject("response").put("status", 200);
        response.putArray("headers").addArray().add("Content-Type").add("application/json");
        response.put("body", Samples.text(CALL)).put("millis", 12.5);
        return line;
    }

    private static String other(String url) {
        ObjectNode line = line(BASE);
        line.withObject("request").put("url", url);
        return line + "\n";
    }

    private static String account() {
        return Samples.json(CALL).path("account_sid").asText();
    }
}
