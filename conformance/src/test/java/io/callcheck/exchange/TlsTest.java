package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom the kit trusts is what the target file says; what is wrong with a certificate is said with the key to set. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final String HERE = "ip:127.0.0.1";
    private static final String HTTPS = "https://127.0.0.1:1";

    private Path folder = Path.of("");
    private Path good = folder;
    private Path expired = folder;
    private Path elsewhere = folder;
    private Path client = folder;
    private Path all = folder;

    @BeforeAll
    void makeCertificates(@TempDir Path made) throws Exception {
        folder = made;
        Certificates certificates = new Certificates(folder);
        good = certificates.make("good", "-1d", HERE);
        expired = certificates.makeSigned("expired", "-400d", HERE);
        elsewhere = certificates.make("elsewhere", "-1d", "dns:example.com");
        client = certificates.make("client", "-1d", HERE);
        all = certificates.pem("all.pem", client, elsewhere, good);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedUntilItIsNamed() throws Exception {
        try (RawPeer peer = Certificates.serving(good, null)) {
            assertThat(problem(peer, Map.of())).contains("tls.ca");
            assertThat(peer.heads()).isEmpty();
            assertThat(problem(peer, Map.of("tls.ca", all.toString()))).isEmpty();
            assertThat(problem(peer, Map.of("tls.ca", "all.pem", "callcheck.directory", folder.toString())))
                    .isEmpty();
            assertThat(peer.heads()).hasSize(2);
        }
    }

    @Test
    void aCertificateThatIsOverSaysSo() throws Exception {
        try (RawPeer peer = Certificates.serving(expired, null)) {
            assertThat(problem(peer, Map.of())).contains("certificate", "tls.ca");
            String authority = folder.resolve("expired-ca.pem").toString();
            assertThat(problem(peer, Map.of("tls.ca", authority))).contains("has expired", "tls.insecure");
            assertThat(peer.heads()).isEmpty();
            assertThat(problem(peer, Map.of("tls.insecure", "true"))).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostSaysSo() throws Exception {
        try (RawPeer peer = Certificates.serving(elsewhere, null)) {
            assertThat(problem(peer, Map.of("tls.ca", all.toString()))).contains("for another host", "tls.insecure");
            assertThat(peer.heads()).isEmpty();
            assertThat(problem(peer, Map.of("tls.insecure", "true"))).isEmpty();
        }
    }

    @Test
    void ourOwnCertificateIsShownToWhoAsksForIt() throws Exception {
        try (RawPeer peer = Certificates.serving(good, client)) {
            assertThat(problem(peer, Map.of("tls.ca", all.toString()))).contains("tls.client");
            assertThat(peer.heads()).isEmpty();
            Map<String, String> ours =
                    Map.of("tls.client", client.toString(), "tls.client-password", Certificates.PASSWORD);
            assertThat(problem(peer, with(ours, "tls.ca", all.toString()))).isEmpty();
            assertThat(problem(peer, with(ours, "tls.insecure", "true"))).isEmpty();
        }
    }

    @Test
    void aTargetThatSpeaksNoTlsSaysSo() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(socket));
            URI address = URI.create("https://127.0.0.1:" + socket.getLocalPort());
            assertThat(problem(address, Map.of())).contains("does not speak TLS", "http:");
            answered.join();
        }
    }

    private static void answer(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWrongFileIsOneLineThatNamesIt() throws Exception {
        Path text = Files.writeString(folder.resolve("text.txt"), "no certificate");
        Path none = folder.resolve("none.pem");
        wrong(Map.of("tls.ca", none.toString()), "tls.ca: " + none + ": there is no such file");
        wrong(Map.of("tls.ca", text.toString()), "text.txt: there is no certificate in it");
        wrong(Map.of("tls.ca", good.toString()), "good.p12: there is no certificate in it");
        wrong(Map.of("tls.client", none.toString()), "tls.client: " + none + ": there is no such file");
        wrong(Map.of("tls.client", all.toString()), "all.pem: it is not a PKCS12 file");
        wrong(Map.of("tls.client", good.toString()), "good.p12: tls.client-password does not open it");
        wrong(
                Map.of("tls.client", good.toString(), "tls.client-password", "wrong-password"),
                "tls.client-password does not open it");
        wrong(Map.of("tls.insecure", "yes"), "tls.insecure: expected true or false");
    }

    @Test
    void aFileBesideTheTargetFileIsFoundToo() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), """
                bird: { url: 'https://127.0.0.1:1', workspace: %s, channel: %s, access-key: x }
                tls: { ca: all.pem }
                """.formatted(Targets.ACCOUNT, Targets.ACCOUNT));
        assertThat(new TargetFile(file, Map.of(), Map.of()).read().connection().tls())
                .isNotNull();
    }

    @Test
    void thePasswordIsNotShownAndTheWarningIs() {
        Target target = target(
                URI.create(HTTPS),
                Map.of(
                        "tls.client",
                        client.toString(),
                        "tls.client-password",
                        Certificates.PASSWORD,
                        "tls.insecure",
                        "true"));
        assertThat(target.settings())
                .containsEntry("tls.client-password", Redaction.MARK)
                .containsEntry("tls.insecure", "true");
        assertThat(target.settings().get("tls")).startsWith("WARNING");
        assertThat(target.settings().values()).noneMatch(v -> v.contains(Certificates.PASSWORD));
    }

    private static void wrong(Map<String, String> settings, String why) {
        assertThatThrownBy(() -> target(URI.create(HTTPS), settings))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(why)
                .message()
                .satisfies(m -> assertThat(m.lines()).hasSize(1))
                .doesNotContain("wrong-password");
    }

    private static String problem(RawPeer peer, Map<String, String> settings) {
        return problem(peer.address(), settings);
    }

    private static String problem(URI address, Map<String, String> settings) {
        Wire wire = new Wire(target(address, settings), new CallBudget(0));
        Sent sent = new Sent("POST", URI.create(address + "/calls"), List.of(), "{}");
        Exchange exchange = wire.send(Api.BIRD, "update", sent);
        return exchange.answer() == null ? String.valueOf(exchange.problem()) : "";
    }

    private static Target target(URI address, Map<String, String> settings) {
        return Targets.both(with(settings, "bird.url", address.toString()));
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return more;
    }
}
