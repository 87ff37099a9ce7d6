package io.callcheck.exchange;

import static io.callcheck.exchange.TargetFileTest.BIRD;
import static io.callcheck.exchange.TargetFileTest.GOOD;
import static io.callcheck.exchange.TargetFileTest.ID;
import static io.callcheck.exchange.TargetFileTest.SECRET;
import static io.callcheck.exchange.TargetFileTest.URL;
import static io.callcheck.exchange.TargetFileTest.read;
import static io.callcheck.exchange.TargetFileTest.streamedTo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong description is one line that names the file and the key, and no credential. */
class WrongTargetFileTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", "expected keys and values"),
                arguments("- signalwire", "expected keys and values"),
                arguments("just a text", "expected keys and values"),
                arguments(
                        GOOD.replace("token: ", "token: \""),
                        "line 5: this is not YAML: while scanning a quoted scalar: found unexpected end"),
                arguments(
                        GOOD + "\tlive: false",
                        "this is not YAML: while scanning for the next token: found character '\\t(TAB)'"),
                arguments(GOOD + "name: yours", "this is not YAML: Duplicate field 'name'"),
                arguments(GOOD + "---\nname: yours", "there is a second document: a target file is one"),
                arguments("name: mine", "neither signalwire.url nor bird.url is given"),
                arguments(GOOD + "colour: red", "there is no key 'colour'"),
                arguments(GOOD + "allow_calls: true", "there is no key 'allow_calls'; did you mean 'allow-calls'?"),
                arguments(
                        GOOD.replace("token", "Token"),
                        "there is no key 'signalwire.Token'; did you mean 'signalwire.token'?"),
                arguments(GOOD + "callbacks: {publicUrl: x}", "did you mean 'callbacks.public-url'?"),
                arguments(GOOD + "limits: 5", "'limits' has keys of its own, such as 'limits.calls', and no value"),
                arguments(GOOD + "limits: {callz: 5}", "there is no key 'limits.callz'; did you mean 'limits.calls'?"),
                arguments(
                        GOOD + "  to: {answerd: '+1'}",
                        "there is no key 'signalwire.to.answerd'; did you mean 'signalwire.to.answered'?"),
                arguments(
                        GOOD.replace(URL, URL + "?key=" + SECRET),
                        "credentials, query and fragment such as http://127.0.0.1:8080, not '" + URL + "?…'"),
                arguments(GOOD.replace(URL, "'" + URL + "#a'"), "without credentials, query and fragment"),
                arguments(GOOD.replace(URL, "127.0.0.1:8080"), "signalwire.url: expected an http or https address"),
                arguments(
                        GOOD.replace(URL, "https://bob:" + SECRET + "@example.com"),
                        "fragment such as http://127.0.0.1:8080, not '[redacted]@example.com'"),
                arguments(GOOD.replace(URL, "ftp://127.0.0.1"), "signalwire.url: expected an http or https address"),
                arguments(GOOD.replace(URL, "'http://'"), "signalwire.url: expected an http or https address"),
                arguments(streamedTo("ws://127.0.0.1/audio"), "signalwire.stream-url: expected a wss address"),
                arguments(streamedTo("https://127.0.0.1/audio"), "signalwire.stream-url: expected a wss address"),
                arguments(streamedTo("'wss:///audio'"), "signalwire.stream-url: expected a wss address"),
                arguments(streamedTo("wss://me:word@127.0.0.1/"), "signalwire.stream-url: expected a wss address"),
                arguments(GOOD.replace(ID, "AC123"), "signalwire.account: expected a UUID"),
                arguments(GOOD.replace(ID, "\"AC\\n123\""), "signalwire.account: expected a UUID"),
                arguments(GOOD.replace("  account: " + ID + "\n", ""), "signalwire.account is missing"),
                arguments(GOOD.replaceAll("  url: .*\n", ""), "signalwire.url is missing"),
                arguments(GOOD.replaceAll("  token: .*\n", ""), "SIGNALWIRE_TOKEN"),
                arguments(GOOD.replace(SECRET, "${NOT_SET}"), "signalwire.token asks for ${NOT_SET}"),
                arguments(GOOD.replace(SECRET, "\"" + SECRET + "\\n\""), "signalwire.token: expected one line"),
                arguments(GOOD.replace(SECRET, "'" + SECRET + " x'"), "signalwire.token: expected one line"),
                arguments(GOOD.replace(SECRET, "''"), "signalwire.token: expected one line"),
                arguments(GOOD + BIRD, "BIRD_ACCESS_KEY"),
                arguments(
                        GOOD + "  second-account: {account: " + ID + "}\n",
                        "signalwire.second-account: account and token belong together"),
                arguments(GOOD + "lacks: [callbacks, colours]", "lacks: expected a list out of"),
                arguments(GOOD + "live: maybe", "live: expected auto, true or false, not 'maybe'"),
                arguments(GOOD + "allow-invalid: yes please", "allow-invalid: expected true or false"),
                arguments(GOOD + "limits: {calls: -1}", "limits.calls: expected a whole number"),
                arguments(GOOD + "limits: {rate: 20/min}", "limits.rate: expected a number of requests a second"),
                arguments(GOOD + "limits: {timeout: 5}", "limits.timeout: expected a time such as 5s"),
                arguments(GOOD + "limits: {timeout: 0s}", "limits.timeout: expected a time such as 5s"),
                arguments(GOOD + "limits: {settle: 5m}", "limits.settle: expected a time such as 5s"),
                arguments(GOOD.replace(URL, "https://example.com"), "write 'allow-calls: true'"),
                arguments(GOOD + "live: true", "write 'allow-calls: true'"),
                arguments(GOOD + "live: true\nallow-calls: false", "write 'allow-calls: true'"),
                arguments(GOOD + "live: true\nallow-calls: true", "signalwire.from is missing"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFileIsOneLineThatNamesFileAndKey(String text, String message) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET)
                .message()
                .hasLineCount(1);
    }

    @Test
    void wrongValuesFromElsewhereNameTheirOrigin() throws IOException {
        Path file = write(GOOD);
        assertThatThrownBy(() -> read(file, Map.of("SIGNALWIRE_ACCOUNT", "AC1"), Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(
                        "the environment variable SIGNALWIRE_ACCOUNT: signalwire.account: expected a UUID");
        assertThatThrownBy(() -> read(file, Map.of(), Map.of("limits.rate", "fast")))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("the system property limits.rate: limits.rate: expected");
        assertThatThrownBy(() -> read(file, Map.of("SIGNALWIRE_TOKEN", SECRET + "\n"), Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> new TargetFile(null, Map.of(), Map.of("bird.url", URL)).read())
                .isInstanceOf(TargetException.class)
                .hasMessage("the given settings: bird.workspace is missing: write it there"
                        + " or set the environment variable BIRD_WORKSPACE");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), text);
    }
}
