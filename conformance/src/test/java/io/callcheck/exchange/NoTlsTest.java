package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without TLS what is plain is reached, and what is not fails at once. */
class NoTlsTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final HttpClient client = new Connection(new NoTls(), Proxies.NONE).client(LONGEST);

    @Test
    void plainRequestIsAnswered() throws Exception {
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            assertThat(status(inbox.nowhere())).isEqualTo(404);
            assertThat(status(URI.create(inbox.address("here", "<Response/>")))).isEqualTo(200);
            assertThat(inbox.deliveries()).extracting(Delivery::purpose).isEqualTo(List.of("here"));
        }
    }

    @Test
    void encryptedRequestFails() throws Exception {
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            URI encrypted = URI.create(inbox.nowhere().toString().replace("http:", "https:"));
            assertThatThrownBy(() -> status(encrypted)).isInstanceOf(IOException.class);
            assertThat(inbox.deliveries()).isEmpty();
        }
    }

    private int status(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(LONGEST).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
