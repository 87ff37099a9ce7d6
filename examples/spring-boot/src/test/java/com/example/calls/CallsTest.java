package com.example.calls;

import static io.callcheck.restassured.ContractMatchers.isRfc3339Date;
import static io.callcheck.restassured.ContractMatchers.matchesSchema;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.callcheck.restassured.Recorder;
import io.callcheck.spec.Api;
import io.callcheck.suite.Conformance;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases of our own beside those of the kit; whatever is said meanwhile is judged by the contract as well. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "calls.access-key=test-key")
class CallsTest {
    @LocalServerPort
    int port;

    @Autowired
    Channel channel;

    Recorder recorder;

    @BeforeEach
    void record() {
        recorder = Recorder.of(Conformance.bird(url(), channel.workspace(), channel.channel(), channel.accessKey())
                .target());
    }

    @AfterEach
    void judge() throws IOException {
        recorder.verify(Path.of("target", "callcheck-own"));
    }

    @Test
    void tagsAreTurnedIntoLowerCase() {
        given().body(Map.of("to", "+15005550001", "tags", List.of("Front-Desk")))
                .post()
                .then()
                .statusCode(202)
                .body(matchesSchema(Api.BIRD, "Call"))
                .body("createdAt", isRfc3339Date())
                .body("tags", contains("front-desk"));
    }

    @Test
    void aCallToOurUnansweredNumberIsCancelled() {
        String id = given().body(Map.of("to", Call.UNANSWERED))
                .post()
                .then()
                .extract()
                .path("id");
        given().body(Map.of("status", "completed"))
                .patch("/{id}", id)
                .then()
                .statusCode(202)
                .body("status", equalTo("cancelled"))
                .body("hangupSource", equalTo("api"));
    }

    private RequestSpecification given() {
        return RestAssured.given()
                .filter(recorder)
                .baseUri(url() + "/workspaces/" + channel.workspace() + "/channels/" + channel.channel() + "/calls")
                .header("Authorization", "AccessKey " + channel.accessKey())
                .contentType(ContentType.JSON);
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }
}
