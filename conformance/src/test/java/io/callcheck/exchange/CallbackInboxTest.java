package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The receiver answers at the addresses that it gave out, and nowhere else. */
@Timeout(20)
class CallbackInboxTest {
    private static final int BOUND = 64 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CallbackInbox inbox;

    CallbackInboxTest() throws IOException {
        this.inbox = CallbackInbox.open(null);
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void addressesAreLongRandomAndEachItsOwn() {
        String first = inbox.address("callback", "");
        String second = inbox.address("callback", "");
        assertThat(first).matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/callback");
        assertThat(token(first)).isNotEqualTo(token(second));
    }

    @Test
    void aCallbackIsTakenDownAndAnsweredWithNothing() throws IOException, InterruptedException {
        String address = inbox.address("callback", "");
        HttpResponse<String> answer = post(address + "?x=1", "CallStatus=completed");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(inbox.deliveries()).hasSize(1);
        Delivery delivery = inbox.deliveries().get(0);
        assertThat(delivery.method()).isEqualTo("POST");
        assertThat(delivery.token()).isEqualTo(token(address));
        assertThat(delivery.uri()).isEqualTo("/" + token(address) + "/callback?x=1");
        assertThat(delivery.body()).isEqualTo("CallStatus=completed");
        assertThat(delivery.headers()).contains(new Header("X-Test", "yes"));
    }

    @Test
    void aDocumentIsHandedOut() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(inbox.address("document", "<Response/>"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(answer.headers().firstValue("content-type")).contains("application/xml");
        assertThat(inbox.deliveries()).extracting(Delivery::method).containsExactly("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/callback", "/00000000000000000000000000000000/callback", "//callback", "/../callback"})
    void anyOtherAddressIsNotFoundAndNotTakenDown(String path) throws IOException, InterruptedException {
        String address = inbox.address("callback", "");
        String base = address.substring(0, address.indexOf('/', 8));
        assertThat(get(base + path).statusCode()).isEqualTo(404);
        assertThat(post(base + path, "x").statusCode()).isEqualTo(404);
        String guess = base + "/" + token(address).substring(1) + "/callback";
        assertThat(get(guess).statusCode()).isEqualTo(404);
        assertThat(inbox.deliveries()).isEmpty();
    }

    @Test
    void aBodyIsReadUpToABound() throws IOException, InterruptedException {
        String address = inbox.address("callback", "");
        assertThat(post(address, "x".repeat(BOUND)).statusCode()).isEqualTo(204);
        assertThat(post(address, "x".repeat(BOUND + 1000)).statusCode()).isEqualTo(204);
        assertThat(inbox.deliveries()).extracting(d -> d.body().length()).isEqualTo(List.of(BOUND, BOUND));
    }

    @Test
    void deliveriesStandInTheirOrder() throws IOException, InterruptedException {
        String address = inbox.address("callback", "");
        for (int i = 0; i < 5; i++) {
            post(address, "SequenceNumber=" + i);
        }
        assertThat(inbox.deliveries())
                .extracting(Delivery::body)
                .containsExactly(
                        "SequenceNumber=0",
                        "SequenceNumber=1",
                        "SequenceNumber=2",
                        "SequenceNumber=3",
                        "SequenceNumber=4");
    }

    @Test
    void thePublicAddressIsGivenOutInPlaceOfOurOwn() throws IOException {
        try (CallbackInbox tunnelled = CallbackInbox.open(URI.create("https://tunnel.example.com/in"))) {
            assertThat(tunnelled.address("document", "x"))
                    .matches("https://tunnel\\.example\\.com/in/[0-9a-f]{32}/document");
        }
    }

    private static String token(String address) {
        return URI.create(address).getPath().split("/", -1)[1];
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("X-Test", "yes")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
