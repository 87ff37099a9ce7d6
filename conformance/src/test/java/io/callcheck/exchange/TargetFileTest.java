package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A description is read from where the user gave it, and what stands nearer to the user counts. */
class TargetFileTest {
    static final String SECRET = "s3cr3t-T0ken";
    static final String ID = "b3877c40-da60-4998-90ad-b792e98472af";
    static final String URL = "http://127.0.0.1:8080";
    static final String GOOD = """
            name: mine
            signalwire:
              url: %s
              account: %s
              token: %s
            """.formatted(URL, ID, SECRET);
    static final String BIRD = "bird: {url: '%s', workspace: %s, channel: %s}\n".formatted(URL, ID, ID);

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereOrIsNoTextIsNamed() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> read(missing, Map.of(), Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> read(folder, Map.of(), Map.of()))
                .hasMessageStartingWith(folder + ": this is a folder");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {'a', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> read(binary, Map.of(), Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(binary + ": this is not UTF-8 text");
    }

    /** Behind an arrow Windows PowerShell writes UTF-16, and editors a mark. */
    @Test
    void aFileWithAByteOrderMarkIsRead() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.writeString(folder.resolve("marked.yaml"), "\uFEFF" + GOOD, charset);
            assertThat(read(file, Map.of(), Map.of()).settings()).containsEntry("signalwire.url", URL);
        }
    }

    @Test
    void aTargetThatIsOnlyReadIsAuditedInAllThatWasSentToIt() {
        Path file = write(GOOD + "\nread-only: true\n");
        assertThat(new TargetFile(file, Map.of(), Map.of()).readOffline().readOnly())
                .isFalse();
    }

    @Test
    void aSystemPropertyOutranksTheEnvironmentAndThatTheFile() {
        Path file = write(GOOD);
        Map<String, String> environment =
                Map.of("CALLCHECK_NAME", "from the environment", "SIGNALWIRE_URL", "http://127.0.0.1:81");
        assertThat(read(file, Map.of(), Map.of()).name()).isEqualTo("mine");
        assertThat(read(file, environment, Map.of()).name()).isEqualTo("from the environment");
        assertThat(read(file, environment, Map.of()).url(Api.SIGNALWIRE)).isEqualTo(URI.create("http://127.0.0.1:81"));
        Map<String, String> properties =
                Map.of("callcheck.name", "from a property", "signalwire.url", "http://127.0.0.1:82");
        assertThat(read(file, environment, properties).name()).isEqualTo("from a property");
        assertThat(read(file, environment, properties).url(Api.SIGNALWIRE))
                .isEqualTo(URI.create("http://127.0.0.1:82"));
    }

    @Test
    void aVariableInTheFileIsFilledFromTheEnvironment() {
        Path file = write(GOOD.replace(SECRET, "${MY_TOKEN}"));
        Target target = read(file, Map.of("MY_TOKEN", SECRET), Map.of());
        assertThat(target.signalwire())
                .isNotNull()
                .extracting(SignalWireTarget::token)
                .isEqualTo(SECRET);
        assertThat(target.settings().toString()).doesNotContain(SECRET);
    }

    @Test
    void anAddressForStreamsIsTakenAndShown() {
        Target target = read(write(streamedTo("wss://stream.example.com:8443/audio?to=us")), Map.of(), Map.of());
        assertThat(target.signalwire())
                .isNotNull()
                .extracting(SignalWireTarget::streamUrl)
                .isEqualTo("wss://stream.example.com:8443/audio?to=us");
        assertThat(target.settings())
                .containsEntry("signalwire.stream-url", "wss://stream.example.com:8443/audio?to=us");
        assertThat(target.live()).isFalse();
        assertThat(read(write(GOOD), Map.of(), Map.of()).signalwire())
                .isNotNull()
                .extracting(SignalWireTarget::streamUrl)
                .isNull();
    }

    static String streamedTo(String address) {
        return GOOD.replace("  url: ", "  stream-url: " + address + "\n  url: ");
    }

    @Test
    void aTargetOnThisMachineNeedsNothingElse() {
        Target target = read(write(GOOD.replace(URL, URL + "/")), Map.of(), Map.of());
        assertThat(target.apis()).containsExactly(Api.SIGNALWIRE);
        assertThat(target.url(Api.SIGNALWIRE)).isEqualTo(URI.create(URL));
        assertThat(target.live()).isFalse();
        assertThat(target.allowInvalid()).isTrue();
        assertThat(target.limits()).isEqualTo(new Limits(0, 0, Duration.ofSeconds(5), Duration.ofSeconds(5)));
        assertThatThrownBy(() -> target.url(Api.BIRD)).hasMessage("bird is not tested");
    }

    @Test
    void aLiveTargetIsBoundedAndTakesNoWrongValuesUnasked() {
        String text = GOOD.replace(URL, "https://example.com")
                + "allow-calls: true\nlimits: {timeout: 800ms}\nlacks: [list, delete]\n";
        Map<String, String> numbers =
                Map.of("SIGNALWIRE_FROM", "+15005550006", "SIGNALWIRE_TO_ANSWERED", "+15005550007");
        Target target = read(write(text), numbers, Map.of());
        assertThat(target.live()).isTrue();
        assertThat(target.allowInvalid()).isFalse();
        assertThat(target.lacks()).containsExactlyInAnyOrder("list", "delete");
        assertThat(target.limits()).isEqualTo(new Limits(30, 20, Duration.ofMillis(800), Duration.ofSeconds(5)));
        assertThat(read(write(text + "allow-invalid: true"), numbers, Map.of()).allowInvalid())
                .isTrue();
    }

    @Test
    void aLiveTargetWithoutABoundIsRefused() {
        Path file = write(GOOD + "live: true\nallow-calls: true\nlimits: {calls: 0}\n");
        Map<String, String> numbers = Map.of("SIGNALWIRE_FROM", "+1", "SIGNALWIRE_TO_ANSWERED", "+2");
        assertThatThrownBy(() -> read(file, numbers, Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("limits.calls: 0 would be no bound");
        Path hasty = write(GOOD + "live: true\nallow-calls: true\nlimits: {rate: 0/s}\n");
        assertThatThrownBy(() -> read(hasty, numbers, Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("limits.rate: 0 would be no bound");
        assertThat(read(write(GOOD + "limits: {rate: 0}\n"), numbers, Map.of())
                        .limits()
                        .rate())
                .isZero();
        Map<String, String> reading = Map.of("callcheck.read-only", "true", "signalwire.existing-calls", ID);
        assertThat(read(file, numbers, reading).limits().calls()).isZero();
    }

    @Test
    void aPlanNeedsNeitherCredentialsNorLeaveToCall() {
        String text = GOOD.replace(URL, "https://example.com").replace(SECRET, "${NOT_SET}")
                + "  from: '+1'\n  to: {answered: '+2'}\n";
        TargetFile file = new TargetFile(write(text), Map.of(), Map.of());
        assertThatThrownBy(file::read).isInstanceOf(TargetException.class);
        Target planned = file.readForPlan();
        assertThat(planned.live()).isTrue();
        assertThat(planned.limits().calls()).isEqualTo(30);
        assertThat(planned.url(Api.SIGNALWIRE)).isEqualTo(URI.create("https://example.com"));
    }

    @Test
    void noCredentialIsInTheWordsOfATarget() {
        Map<String, String> more = Map.of(
                "SIGNALWIRE_SECOND_ACCOUNT_ACCOUNT",
                ID,
                "SIGNALWIRE_SECOND_ACCOUNT_TOKEN",
                "0ther-" + SECRET,
                "BIRD_ACCESS_KEY",
                "k3y-" + SECRET,
                "SIGNALWIRE_SIGNING_KEY",
                "s1gn-" + SECRET);
        Target target = read(write(GOOD + BIRD + "proxy: 'http://me:" + SECRET + "@proxy:1'\n"), more, Map.of());
        assertThat(target.toString()).contains(URL).doesNotContain(SECRET);
        assertThat(Proxy.of("http://me:" + SECRET + "@proxy:1", "the file").toString())
                .isEqualTo("http://proxy:1 by the file");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:80, false",
        "http://LOCALHOST:80, false",
        "http://127.0.0.1, false",
        "http://127.8.9.1, false",
        "'http://[::1]:8080', false",
        "http://10.0.0.1, true",
        "http://localhost.example.com, true",
        "http://127.example.com, true",
        "http://127.0.0.1.example.com, true"
    })
    void onlyThisMachineIsNotLive(String url, boolean live) {
        String text = GOOD.replace(URL, "'" + url + "'") + "allow-calls: true\n";
        Map<String, String> numbers = Map.of("SIGNALWIRE_FROM", "+1", "SIGNALWIRE_TO_ANSWERED", "+2");
        assertThat(read(write(text), numbers, Map.of()).live()).isEqualTo(live);
    }

    static Target read(Path file, Map<String, String> environment, Map<String, String> properties) {
        return new TargetFile(file, environment, properties).read();
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("target.yaml"), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
