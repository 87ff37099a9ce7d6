package io.callcheck.restassured;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.engine.Results;
import io.callcheck.exchange.Target;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.suite.Conformance;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Verdict;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void whatALawfulServerAnsweredIsHeldToBeLawful() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withPort(0))) {
            Recorder recorder = recorded(server);
            recorder.verify(folder);
            Results results = recorder.judge(folder);
            assertThat(results.exit()).isEqualTo(Gate.CONFORMANT);
            assertThat(results.run().summary().of(Outcome.PASS)).isGreaterThan(50);
            assertThat(results.run().exchanges()).hasSize(2);
        }
    }

    @Test
    void aViolationIsFoundInWhatWasRecorded() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(
                Settings.defaults().withPort(0).withFaults("signalwire.call.date_created.format:iso8601"))) {
            Recorder recorder = recorded(server);
            assertThat(recorder.judge(folder).judged().violations())
                    .extracting(Verdict::clause)
                    .containsOnly("signalwire.call.date_created.format");
            assertThatThrownBy(() -> recorder.verify(folder))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("signalwire.call.date_created.format [create]: /date_created: expected")
                    .hasMessageContaining("[retrieve]");
        }
    }

    @Test
    void formsAreWrittenDownAsTheyWentOutAndCredentialsAreNot() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withPort(0))) {
            Recorder recorder = Recorder.of(target(server));
            create(recorder, server);
            Run.ExchangeInfo only = recorder.exchanges().get(0);
            assertThat(only.request().method()).isEqualTo("POST");
            assertThat(only.request().body()).contains("To=%2B15005550001", "Url=http%3A%2F%2F127.0.0.1%3A1%2Fdoc");
            assertThat(only.response()).isNotNull();
            recorder.judge(folder);
            assertThat(Files.readString(folder.resolve(Recorder.NAME)))
                    .doesNotContain(server.settings().signalwire().token())
                    .contains("[redacted]");
        }
    }

    /** The target file knows none of these. */
    @Test
    void noCredentialOfARequestIsWritten() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withPort(0))) {
            Recorder recorder = Recorder.of(target(server));
            given().filter(recorder)
                    .auth()
                    .preemptive()
                    .basic(account(server), token(server))
                    .header("Cookie", "session=cook-123456")
                    .header("X-Api-Key", "key-123456")
                    .contentType(ContentType.URLENC)
                    .formParam("From", "+15005550000")
                    .formParam("To", "sip:me@sip.example")
                    .formParam("SipAuthPassword", "sip+123456")
                    .formParam("AuthorizationBearerToken", "bear+123456")
                    .queryParam("echo", "sip+123456")
                    .post(calls(server));
            String told = recorder.exchanges().toString();
            recorder.judge(folder);
            String written = Files.readString(folder.resolve(Recorder.NAME))
                    + Files.readString(folder.resolve(RunFile.NAME))
                    + told;
            assertThat(written)
                    .doesNotContain("cook-123456", "key-123456", "sip+12", "sip%2B12", "bear+12", "bear%2B12")
                    .contains("SipAuthPassword=[redacted]", "AuthorizationBearerToken=[redacted]", "To=sip%3Ame");
        }
    }

    /** Somebody else's wrong password may be what an answer has to show. */
    @Test
    void whatCameIsJudgedAndNotWhatIsWritten() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withPort(0))) {
            Recorder recorder = recorded(server);
            given().filter(recorder)
                    .auth()
                    .preemptive()
                    .basic(account(server), account(server))
                    .get(calls(server))
                    .then()
                    .statusCode(401);
            recorder.verify(folder);
            assertThat(recorder.judge(folder).run().summary().of(Outcome.PASS)).isGreaterThan(50);
            assertThat(Files.readString(folder.resolve(Recorder.NAME))).doesNotContain("\\\"" + account(server));
        }
    }

    private static Recorder recorded(ReferenceServer server) {
        Recorder recorder = Recorder.of(target(server));
        String sid = create(recorder, server);
        given().filter(recorder)
                .auth()
                .preemptive()
                .basic(account(server), token(server))
                .get(calls(server) + "/" + sid)
                .then()
                .statusCode(200);
        return recorder;
    }

    private static String create(Recorder recorder, ReferenceServer server) {
        return given().filter(recorder)
                .auth()
                .preemptive()
                .basic(account(server), token(server))
                .contentType(ContentType.URLENC)
                .formParam("From", "+15005550000")
                .formParam("To", "+15005550001")
                .formParam("Url", "http://127.0.0.1:1/doc")
                .post(calls(server))
                .then()
                .extract()
                .path("sid");
    }

    private static Target target(ReferenceServer server) {
        return Conformance.signalwire(server.baseUrl() + "/api/laml/2010-04-01", account(server), token(server))
                .target();
    }

    private static String calls(ReferenceServer server) {
        return server.baseUrl() + "/api/laml/2010-04-01/Accounts/" + account(server) + "/Calls";
    }

    private static String account(ReferenceServer server) {
        return server.settings().signalwire().account();
    }

    private static String token(ReferenceServer server) {
        return server.settings().signalwire().token();
    }
}
