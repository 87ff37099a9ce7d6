package io.callcheck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Run.RequestInfo;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlTest {
    private static final String URL = "https://acme.test/api/Calls";

    @Test
    void aFormOfSignalWire() {
        assertThat(curl(
                        "signalwire",
                        "POST",
                        URL,
                        "Url=it%27s&Timeout=601",
                        "Authorization",
                        "Basic [redacted]",
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/x-www-form-urlencoded"))
                .isEqualTo("""
                        curl -sS -i -X POST \\
                          -u "$SIGNALWIRE_ACCOUNT:$SIGNALWIRE_TOKEN" \\
                          -H 'Accept: application/json' \\
                          -H 'Content-Type: application/x-www-form-urlencoded' \\
                          --data-raw 'Url=it%27s&Timeout=601' \\
                          https://acme.test/api/Calls""");
    }

    @Test
    void jsonOfBird() {
        assertThat(curl(
                        "bird",
                        "PATCH",
                        URL,
                        "{\"text\":\"it's $HOME `id`\"}",
                        "Authorization",
                        "AccessKey [redacted]",
                        "Accept",
                        "*/*",
                        "Content-Type",
                        "application/json"))
                .contains("-H \"Authorization: AccessKey $BIRD_ACCESS_KEY\"")
                .contains("--data-raw '{\"text\":\"it'\\''s $HOME `id`\"}'");
    }

    @Test
    void aGetHasNeitherMethodNorBody() {
        assertThat(curl("bird", "GET", URL + "?a=1&b=2", "", "Accept", "*/*"))
                .isEqualTo("curl -sS -i \\\n  -H 'Accept: */*' \\\n  'https://acme.test/api/Calls?a=1&b=2'");
    }

    @Test
    void noCredentialsWhereNoneWereSent() {
        assertThat(curl("signalwire", "GET", URL, "")).doesNotContain("-u ").contains("-H Accept:");
    }

    @Test
    void credentialsThatWereWrongOnPurposeAreWrongAgain() {
        RequestInfo request = request("GET", URL, "", "Authorization", "Basic [redacted]");
        assertThat(Curl.of(exchange("signalwire", request), Credentials.WRONG))
                .contains("-u \"$SIGNALWIRE_ACCOUNT:wrong\"");
    }

    @ParameterizedTest
    @CsvSource({
        "no credentials are refused, $SIGNALWIRE_ACCOUNT:wrong, wrong",
        "the token under another account's name is refused, 00000000-0000-4000-8000-000000000000:$SIGNALWIRE_TOKEN, "
    })
    void credentialsThatWereAlmostRightAreSoAgain(String name, String signalwire, @Nullable String bird) {
        Credentials credentials = Credentials.of(
                new Verdict("a.b.security", name, "a", "b", Level.MUST, Outcome.FAIL, "", "", List.of(), List.of(0)));
        RequestInfo basic = request("GET", URL, "", "Authorization", "Basic [redacted]");
        assertThat(Curl.of(exchange("signalwire", basic), credentials)).contains("-u \"" + signalwire + "\"");
        RequestInfo key = request("GET", URL, "", "Authorization", "AccessKey [redacted]");
        assertThat(Curl.of(exchange("bird", key), credentials))
                .contains("AccessKey " + (bird == null ? "$BIRD_ACCESS_KEY" : bird) + '"');
    }

    /** The shell makes of the right token what the kit made of it, before what fills up base64. */
    @ParameterizedTest
    @CsvSource({
        "a token with characters added is refused, PT0123456789abcdef, PT0123456789abcdef10",
        "a token with characters added is refused, c2VjcmV0c2VjcmV0MQ==, c2VjcmV0c2VjcmV0MQ10==",
        "a token without its last character is refused, PT0123456789abcdef, PT0123456789abcde",
        "a token without its last character is refused, c2VjcmV0c2VjcmV0MQ==, c2VjcmV0c2VjcmV0M"
    })
    void aTokenThatWasAlteredIsAlteredByTheShell(String name, String token, String sent) throws Exception {
        Credentials credentials = Credentials.of(
                new Verdict("a.b.security", name, "a", "b", Level.MUST, Outcome.FAIL, "", "", List.of(), List.of(0)));
        String words = credentials.signalwire() + " " + credentials.bird();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "printf %s \"" + words + "\"");
        shell.environment()
                .putAll(Map.of("SIGNALWIRE_ACCOUNT", "me", "SIGNALWIRE_TOKEN", token, "BIRD_ACCESS_KEY", token));
        Process said = shell.start();
        assertThat(new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("me:" + sent + " " + sent);
    }

    @Test
    void whatNoCommandLineCanHoldIsPrinted() {
        assertThat(curl("bird", "POST", URL, "a\u0000'é\r\n"))
                .startsWith("printf '%b' 'a\\0000\\0047\\0303\\0251\\0015\\0012' |")
                .contains("--data-binary @-");
    }

    @Test
    void curlsOwnMeaningsAreSwitchedOff() {
        assertThat(curl("bird", "GET", "https://acme.test/a/../b/{x}[1]", ""))
                .contains("--globoff")
                .contains("--path-as-is");
        assertThat(curl("bird", "POST", URL, "@/etc/passwd")).contains("--data-raw @/etc/passwd");
        assertThat(curl("bird", "GET", URL, "", "X-Empty", "")).contains("-H 'X-Empty;'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o/etc/passwd", "file:///etc/passwd", "", "https://acme.test/\u0000", "http://a\n.test"})
    void noCommandForWhatIsNoWebAddress(String url) {
        assertThat(curl("bird", "GET", url, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "it's",
                "'",
                "''",
                "$(id)",
                "`id`",
                "a\nb",
                "\\",
                "!!",
                "*",
                "-x",
                "\"",
                "é\uD83D\uDE00",
                "a b;c|d&e"
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aShellGivesBackWhatWasQuoted(String word, @TempDir Path folder) throws Exception {
        assertThat(shell(folder, "printf %s " + Shell.quote(word))).isEqualTo(word);
        assertThat(shell(folder, Shell.print(word))).isEqualTo(word);
    }

    private static String shell(Path folder, String command) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script.sh"), command);
        Process process = new ProcessBuilder("sh", script.toString()).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    private static String curl(String api, String method, String url, String body, String... headers) {
        return Curl.of(exchange(api, request(method, url, body, headers)), Credentials.RIGHT);
    }

    private static ExchangeInfo exchange(String api, RequestInfo request) {
        return new ExchangeInfo(api, "create", "2026-11-21T03:10:55Z", request, null, "none");
    }

    private static RequestInfo request(String method, String url, String body, String... headers) {
        List<List<String>> fields = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(List.of(headers[i], headers[i + 1]));
        }
        return new RequestInfo(method, url, fields, body);
    }
}
