package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.testing.Samples;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded traffic is judged by the same cases, and by nothing that a recorder did to it. */
class AuditTest {
    private static final String BASE = "https://calls.example/api/laml/2010-04-01";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "signalwire-call-completed";

    @TempDir
    private Path folder;

    private final ObjectNode har = JSON.createObjectNode();
    private final ArrayNode entries = har.putObject("log").putArray("entries");
    private Instant clock = Instant.parse("2026-11-21T04:24:12.250Z");

    @Test
    void aLawfulRecordingIsConformantInWhatItShows() throws IOException {
        retrieved(text(CALL));
        retrieved(text(CALL));
        Audit.Outcome audit = audit();
        assertThat(audit.run().exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(audit.count().judged()).isEqualTo(2);
        assertThat(of(audit.run(), "signalwire.call.sid.type", "retrieve").outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(of(audit.run(), "signalwire.call.immutable", "retrieve").outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(of(audit.run(), "signalwire.call.sid.type", "list").outcome())
                .isEqualTo(Outcome.UNSEEN);
        assertThat(of(audit.run(), "signalwire.create.Timeout.maximum", "create")
                        .reason())
                .contains("not judged by audit");
        assertThat(audit.run().summary().unaccepted()).isEmpty();
    }

    @Test
    void everyCaseOfARunHasItsVerdict() throws IOException {
        retrieved(text(CALL));
        Run run = audit().run();
        assertThat(run.verdicts()).hasSize(run.summary().planned()).hasSizeGreaterThan(1000);
        assertThat(run.verdicts())
                .extracting(Verdict::evidence)
                .allSatisfy(indices ->
                        assertThat(indices).allMatch(i -> i < run.exchanges().size()));
    }

    @Test
    void aViolationIsFoundInOneAnswerOfMany() throws IOException {
        for (int i = 0; i < 700; i++) {
            retrieved(i == 555 ? text(CALL).replaceFirst("\"sid\": *\"[^\"]*\"", "\"sid\": 5") : text(CALL));
        }
        Audit.Outcome audit = audit();
        assertThat(audit.run().exit()).isEqualTo(Gate.VIOLATIONS);
        Verdict verdict = of(audit.run(), "signalwire.call.sid.type", "retrieve");
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.actual()).isEqualTo("5"));
        assertThat(audit.run().exchanges()).hasSizeLessThan(20);
        assertThat(audit.run().exchanges().get(verdict.evidence().get(0)).toString())
                .contains("\"sid\": 5");
    }

    @Test
    void aLawOfACallIsJudgedOverStretches() throws IOException {
        String other = "c9999999-0000-4000-8000-000000000001";
        retrieved(text(CALL));
        for (int i = 0; i < 600; i++) {
            retrieved(text(CALL).replace(sid(), other), other);
        }
        retrieved(text(CALL)
                .replaceFirst(
                        "\"date_created\": *\"[^\"]*\"", "\"date_created\": \"Tue, 14 Oct 2008 09:30:05 +0000\""));
        assertThat(of(audit().run(), "signalwire.call.date_created.constant", "retrieve")
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void otherAddressesAreCountedAndNotRead() throws IOException {
        retrieved(text(CALL));
        entry("GET", "https://elsewhere.example/Accounts/x/Calls", 200, "<html>");
        entry("GET", BASE + "/Accounts/" + account() + "/Messages", 200, "{}");
        Audit.Outcome audit = audit();
        assertThat(audit.count())
                .extracting(AuditCount::entries, AuditCount::judged, AuditCount::others)
                .containsExactly(3, 1, 2);
        assertThat(audit.run().exit()).isEqualTo(Gate.CONFORMANT);
    }

    @Test
    void aRecordingWithoutAnExchangeOfTheTargetIsNotGreen() throws IOException {
        entry("GET", "https://elsewhere.example/", 200, "{}");
        assertThat(audit().run().exit()).isEqualTo(Gate.UNKNOWN);
    }

    @Test
    void whatARecorderLeftOutIsNoViolation() throws IOException {
        retrieved(text(CALL));
        content(retrieved("")).remove("text");
        content(retrieved("")).put("size", 700);
        content(retrieved(text(CALL).substring(0, 90))).put("size", 700);
        retrieved("").withObject("response").put("status", 304);
        Audit.Outcome audit = audit();
        assertThat(audit.run().exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(audit.count().judged()).isEqualTo(1);
        assertThat(audit.count().told()).hasSize(4).element(0).asString().startsWith("entry 2, line ");
    }

    @Test
    void malformedEntriesAreToldWithTheirPlace() throws IOException {
        retrieved(text(CALL)).remove("startedDateTime");
        retrieved(text(CALL)).put("startedDateTime", "yesterday");
        retrieved(text(CALL)).put("time", "fast");
        retrieved(text(CALL)).withObject("response").put("status", "OK");
        content(retrieved("%%%")).put("encoding", "base64");
        entries.add(7);
        entries.addObject();
        retrieved(text(CALL));
        Audit.Outcome audit = audit();
        assertThat(audit.count().skipped()).as(audit.count().told().toString()).isBetween(6, 7);
        assertThat(audit.count().judged()).isBetween(1, 2);
        assertThat(audit.count().told()).contains("entry 1, line 1: startedDateTime is missing");
    }

    @Test
    void aFileThatBreaksOffKeepsWhatWasFound() throws IOException {
        retrieved(text(CALL).replaceFirst("\"sid\": *\"[^\"]*\"", "\"sid\": 5"));
        retrieved(text(CALL));
        String whole = har.toString();
        Audit.Outcome audit = audit("cut.har", whole.substring(0, whole.length() - 400));
        assertThat(audit.run().complete()).isFalse();
        assertThat(audit.run().exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(audit.count().broken()).startsWith("after entry 2, line 1: the file is not JSON any more");
    }

    @Test
    void noCredentialOfTheRecordingIsWritten() throws IOException {
        ObjectNode entry = retrieved(text(CALL).replaceFirst("\\{", "{\"echo\": \"tok-123456\","));
        ArrayNode headers = entry.withObject("request").putArray("headers");
        String basic = Base64.getEncoder().encodeToString("user:tok-123456".getBytes(StandardCharsets.UTF_8));
        header(headers, "authorization", "Basic " + basic);
        header(headers, "Cookie", "session=cook-123");
        header(headers, "X-Api-Key", "key-123");
        header((ArrayNode) entry.withObject("response").path("headers"), "Set-Cookie", "session=cook-456");
        entry.withObject("request")
                .put("url", entry.path("request").path("url").asText() + "?api_key=query-123&Page=1");
        entry.withObject("request").putObject("postData").put("text", "SipAuthPassword=pass-123&To=x");
        Run run = audit().run();
        assertThat(run.exchanges()).isNotEmpty();
        assertThat(RunFile.text(run))
                .doesNotContain(basic, "tok-123456", "cook-123", "cook-456", "key-123", "query-123", "pass-123")
                .contains("Page=1", "To=x");
    }

    @Test
    void noCredentialOfTheProxyOnTheWayIsWritten() throws IOException {
        String basic = Base64.getEncoder().encodeToString("me:Pr0xy+p@ss".getBytes(StandardCharsets.UTF_8));
        retrieved(text(CALL).replaceFirst("\\{", "{\"echo\": \"Pr0xy+p@ss\", \"via\": \"" + basic + "\","));
        Path file = Files.writeString(folder.resolve("proxied.har"), har.toString());
        Map<String, String> environment = Map.of("https_proxy", "http://me:Pr0xy+p%40ss@proxy.example:3128");
        Map<String, String> settings = Map.of("signalwire.url", BASE);
        Map<String, String> told = Map.of("signalwire.url", BASE, "callcheck.proxy", environment.get("https_proxy"));
        for (TargetFile described :
                List.of(new TargetFile(null, environment, settings), new TargetFile(null, Map.of(), told))) {
            Run run = Audit.of(described.readOffline(), file).run();
            assertThat(run.exchanges()).isNotEmpty();
            assertThat(RunFile.text(run))
                    .doesNotContain("Pr0xy+p", basic)
                    .contains("proxy of calls.example", "http://proxy.example:3128");
        }
        assertThat(RunFile.text(audit().run())).as("what was to be hidden").contains("Pr0xy+p@ss", basic);
    }

    @Test
    void aTargetThatIsOnlyReadIsJudgedLikeAnyOther() throws IOException {
        retrieved(text(CALL));
        entry(
                "POST",
                BASE + "/Accounts/" + account() + "/Calls",
                200,
                text(CALL).replace(sid(), "none"));
        Path recording = Files.writeString(folder.resolve("read.har"), har.toString());
        Path file = folder.resolve("target.yaml");
        Run usual = audit(recording, Files.writeString(file, "signalwire:\n  url: " + BASE + "\n"));
        Run read = audit(recording, Files.writeString(file, Files.readString(file) + "read-only: true\n"));
        assertThat(of(read, "signalwire.call.sid.format", "create").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(read.verdicts()).isEqualTo(usual.verdicts());
        assertThat(read.exit()).isEqualTo(usual.exit());
        assertThat(read.summary().outcomes()).isEqualTo(usual.summary().outcomes());
    }

    @Test
    void exchangesOfARunAreARecordingToo() throws IOException {
        retrieved(text(CALL));
        Run run = audit().run();
        String line = JSON.writeValueAsString(run.exchanges().get(0));
        Audit.Outcome again = audit("run.jsonl", line + "\n\nnonsense\n");
        assertThat(again.count())
                .extracting(AuditCount::entries, AuditCount::judged, AuditCount::told)
                .containsExactly(2, 1, List.of("line 3: it is not JSON"));
        assertThat(again.run().summary().of(Outcome.PASS))
                .isEqualTo(run.summary().of(Outcome.PASS));
    }

    @Test
    void whatIsNoRecordingSaysSo() {
        assertThatThrownBy(() -> audit("a.har", "[]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no log.entries");
        assertThatThrownBy(() -> audit("b.har", "<html>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not JSON");
    }

    private Audit.Outcome audit() throws IOException {
        return audit("recording.har", har.toString());
    }

    private Audit.Outcome audit(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Target target = new TargetFile(null, Map.of(), Map.of("signalwire.url", BASE)).readOffline();
        return Audit.of(target, file);
    }

    private static Run audit(Path recording, Path target) throws IOException {
        return Audit.of(new TargetFile(target, Map.of(), Map.of()).readOffline(), recording)
                .run();
    }

    private ObjectNode retrieved(String body) {
        return retrieved(body, sid());
    }

    private ObjectNode retrieved(String body, String sid) {
        return entry("GET", BASE + "/Accounts/" + account() + "/Calls/" + sid, 200, body);
    }

    private ObjectNode entry(String method, String url, int status, String body) {
        ObjectNode entry = entries.addObject();
        clock = clock.plusSeconds(1);
        entry.put("startedDateTime", clock.toString()).put("time", 12.5);
        entry.putObject("request").put("method", method).put("url", url).putArray("headers");
        ObjectNode response = entry.putObject("response").put("status", status);
        header(response.putArray("headers"), "Content-Type", "application/json");
        response.putObject("content").put("size", body.length()).put("text", body);
        return entry;
    }

    private static ObjectNode content(ObjectNode entry) {
        return entry.withObject("response").withObject("content");
    }

    private static void header(ArrayNode headers, String name, String value) {
        headers.addObject().put("name", name).put("value", value);
    }

    private static String text(String name) {
        return Samples.text(name);
    }

    private static String account() {
        return Samples.json(CALL).path("account_sid").asText();
    }

    private static String sid() {
        return Samples.json(CALL).path("sid").asText();
    }

    private static Verdict of(Run run, String clause, String operation) {
        return run.verdicts().stream()
                .filter(v -> v.clause().equals(clause) && v.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }
}
