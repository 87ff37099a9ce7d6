package com.example.calls;

import static io.callcheck.restassured.ContractMatchers.isRfc2822Date;
import static io.callcheck.restassured.ContractMatchers.matchesSchema;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.callcheck.restassured.Recorder;
import io.callcheck.spec.Api;
import io.callcheck.suite.Conformance;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases of our own beside those of the kit; whatever is said meanwhile is judged by the contract as well. */
class CallServerTest {
    private static final String ACCOUNT = "6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60";
    private static final String TOKEN = "test-token";

    private static CallServer server;
    private static Recorder recorder;

    @BeforeAll
    static void start() {
        server = CallServer.start(0, ACCOUNT, TOKEN);
        recorder =
                Recorder.of(Conformance.signalwire(server.url(), ACCOUNT, TOKEN).target());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        recorder.verify(Path.of("target", "callcheck-own"));
    }

    @Test
    void aNewCallIsQueued() {
        create("+15005550001");
    }

    @Test
    void ourUnansweredNumberCanBeCanceled() {
        String sid = create(Call.UNANSWERED);
        given().formParam("Status", "canceled")
                .post("/Calls/{sid}", sid)
                .then()
                .statusCode(200)
                .body("status", equalTo("canceled"))
                .body("start_time", nullValue())
                .body("end_time", isRfc2822Date());
    }

    @Test
    void pagesAreAsLongAsAskedFor() {
        create("+15005550001");
        create("+15005550001");
        given().queryParam("PageSize", 1)
                .get("/Calls.json")
                .then()
                .statusCode(200)
                .body(matchesSchema(Api.SIGNALWIRE, "CallPage"))
                .body("calls", hasSize(1));
    }

    private static String create(String to) {
        return given().formParam("To", to)
                .formParam("From", "+15005550000")
                .formParam("Url", "https://example.com/voice.xml")
                .post("/Calls")
                .then()
                .statusCode(200)
                .body(matchesSchema(Api.SIGNALWIRE, "Call"))
                .body("status", equalTo("queued"))
                .body("date_created", isRfc2822Date())
                .extract()
                .path("sid");
    }

    private static RequestSpecification given() {
        return RestAssured.given()
                .filter(recorder)
                .baseUri(server.url() + "/Accounts/" + ACCOUNT)
                .auth()
                .preemptive()
                .basic(ACCOUNT, TOKEN);
    }
}
