package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Targets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No credential leaves the kit in any of the forms in which it travels. */
class RedactionTest {
    private static final String TOKEN = "PT/f0+0d=";
    private static final String KEY = "live_S3cr3t";
    private static final String SIGNING = "sign&me";

    private final Target target =
            Targets.both(Map.of("signalwire.token", TOKEN, "bird.access-key", KEY, "signalwire.signing-key", SIGNING));
    private final Redaction redaction = Redaction.of(target);

    @ParameterizedTest
    @CsvSource({TOKEN, KEY, SIGNING})
    void aCredentialIsTakenOutAsItIsPercentEncodedAndInBase64(String secret) {
        String encoded = Forms.escape(secret);
        String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        String text = "{\"a\": \"" + secret + "\", \"b\": [\"x" + encoded + "x\", \"" + base64 + "\"]}";
        assertThat(redaction.text(text))
                .doesNotContain(secret, encoded, base64)
                .isEqualTo("{\"a\": \"[redacted]\", \"b\": [\"x[redacted]x\", \"[redacted]\"]}");
    }

    @ParameterizedTest
    @CsvSource({TOKEN, KEY, SIGNING})
    void whereATextWasCutTheBeginningOfACredentialGoesToo(String secret) {
        for (int length = 4; length < secret.length(); length++) {
            String begun = secret.substring(0, length);
            assertThat(redaction.text("noise " + begun + "… more")).isEqualTo("noise [redacted]… more");
            assertThat(redaction.text("noise " + begun)).isEqualTo(length < 10 ? "noise " + begun : "noise [redacted]");
            assertThat(redaction.text("noise \u00e4\u4e2d " + begun + "\u4e2d" + secret))
                    .isEqualTo("noise \u00e4\u4e2d " + (length < 12 ? begun : "[redacted]") + "\u4e2d[redacted]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 40_000})
    void theBeginningOfATextIsThatOfTheWholeWithoutCredentials(int length) {
        int longest = 100;
        for (String secret : List.of(TOKEN, Forms.escape(TOKEN), Forms.escape(Forms.escape(TOKEN)))) {
            for (int at = 0; at < 2 * longest; at++) {
                StringBuilder text = new StringBuilder("-".repeat(length)).insert(Math.min(at, length), secret);
                String whole = redaction.text(text.toString());
                String cut = whole.length() <= longest ? whole : whole.substring(0, longest) + "…";
                assertThat(redaction.beginning(text.toString(), longest)).isEqualTo(cut);
            }
        }
        String noise = "-".repeat(length);
        assertThat(redaction.beginning(noise, length)).isEqualTo(noise);
        assertThat(redaction.beginning(noise + TOKEN, length)).isEqualTo(noise + "…");
    }

    @Test
    void theUserAndPasswordOfBasicAreTakenOutOfAnyText() {
        String basic = Redaction.basic(Targets.ACCOUNT, TOKEN);
        assertThat(redaction.text("your header was Basic " + basic)).isEqualTo("your header was Basic [redacted]");
    }

    @Test
    void anAuthorizationKeepsItsSchemeAlone() {
        assertThat(redaction.header(new Header("authorization", "Basic anything at all")))
                .isEqualTo(new Header("authorization", "Basic [redacted]"));
        assertThat(redaction.header(new Header("Authorization", "AccessKey " + KEY)))
                .isEqualTo(new Header("Authorization", "AccessKey [redacted]"));
        assertThat(redaction.header(new Header("Authorization", KEY)))
                .isEqualTo(new Header("Authorization", "[redacted]"));
    }

    @Test
    void otherHeadersAreReadLikeText() {
        assertThat(redaction.header(new Header("X-Echo", "key " + KEY + "!")))
                .isEqualTo(new Header("X-Echo", "key [redacted]!"));
        assertThat(redaction.header(new Header("X-Plain", "nothing"))).isEqualTo(new Header("X-Plain", "nothing"));
    }

    @Test
    void aCredentialThatHoldsAnotherIsTakenOutWhole() {
        Redaction nested =
                Redaction.of(Targets.both(Map.of("signalwire.token", "abcdef", "bird.access-key", "xabcdefx")));
        assertThat(nested.text("-xabcdefx-abcdef-")).isEqualTo("-[redacted]-[redacted]-");
    }

    @Test
    void aCredentialOfAFewLettersIsNotGivenAwayByTheWordsThatItStandsIn() {
        Redaction brief = Redaction.of(Targets.both(Map.of("signalwire.token", "any", "bird.access-key", "k")));
        assertThat(brief.text("callcheck never sent anything")).isEqualTo("callcheck never sent anything");
        assertThat(brief.header(new Header("Authorization", "AccessKey k")).value())
                .isEqualTo("AccessKey [redacted]");
    }

    /** The user and password of nobody are two characters of base64. */
    @Test
    void aProxyWithoutPasswordGivesNothingToHide() {
        Map<String, String> settings =
                Map.of("signalwire.url", "http://calls.test", "signalwire.account", Targets.ACCOUNT);
        Map<String, String> environment = Map.of("http_proxy", "http://proxy.test:3128");
        Redaction proxied = Redaction.of(new TargetFile(null, environment, settings).readOffline());
        assertThat(proxied.text("Ogden, sid=xOgx")).isEqualTo("Ogden, sid=xOgx");
    }

    /** Whoever sent what was recorded had credentials that the target file need not know. */
    @Test
    void ofARecordingWhatIsCalledACredentialGoes() {
        Redaction recording = Redaction.ofRecording(target);
        assertThat(recording.text("To=%2B1&SipAuthPassword=pass&sipauthpassword=more#x"))
                .isEqualTo("To=%2B1&SipAuthPassword=[redacted]&sipauthpassword=[redacted]#x");
        assertThat(recording.text("{\"authorizationBearerToken\": \"a\\\"b\", \"nextPageToken\": \"page\"}"))
                .isEqualTo("{\"authorizationBearerToken\": \"[redacted]\", \"nextPageToken\": \"page\"}");
        assertThat(recording.text("Url=https%3A%2F%2Fme%3Apass%40a.test%2Fb%40c&b=http://me:pass@a.test/b@c"))
                .isEqualTo("Url=https%3A%2F%2F[redacted]%40a.test%2Fb%40c&b=http://[redacted]@a.test/b@c");
        assertThat(recording.header(new Header("Cookie", "session=1"))).isEqualTo(new Header("Cookie", "[redacted]"));
        assertThat(recording.header(new Header("X-Api-Key", "1"))).isEqualTo(new Header("X-Api-Key", "[redacted]"));
        assertThat(recording.header(new Header("Accept", "*/*"))).isEqualTo(new Header("Accept", "*/*"));
        assertThat(redaction.header(new Header("Cookie", "session=1"))).isEqualTo(new Header("Cookie", "session=1"));
    }

    @Test
    void ofARecordingACredentialGoesWhereverItComesAgain() {
        Redaction recording = Redaction.ofRecording(target);
        String basic = Redaction.basic("user", "pass+123456");
        recording.learn(List.of(new Header("authorization", "Basic " + basic)), "SipAuthPassword=sip%2B123456");
        assertThat(recording.text(basic + ", pass%2B123456, sip+123456, pass, sip"))
                .isEqualTo("[redacted], [redacted], [redacted], pass, sip");
        assertThat(recording.beginning("pass+123456 token=abcdef\n".repeat(2), 20))
                .isEqualTo("[redacted] token=abc…");
        recording.learn(List.of(new Header("Authorization", "Bearer")), "");
        redaction.learn(List.of(new Header("Authorization", "Bearer someone-else's")), "");
        assertThat(redaction.text("someone-else's")).isEqualTo("someone-else's");
    }

    @Test
    void ofARecordingALongValueGoesToo() {
        String password = "\"password\": \"" + "p".repeat(200_000);
        assertThat(Redaction.ofRecording(target).text(password + "\"")).isEqualTo("\"password\": \"[redacted]\"");
        String user = "https://" + "u".repeat(200_000);
        assertThat(Redaction.ofRecording(target).text(user + "@a.test")).isEqualTo("https://[redacted]@a.test");
    }

    @Test
    void whatIsNoCredentialStays() {
        String text = "{\"account\": \"" + Targets.ACCOUNT + "\", \"token\": \"other\"}";
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @Test
    void theSettingsOfATargetHoldNone() {
        assertThat(target.settings().toString())
                .doesNotContain(TOKEN, KEY, SIGNING)
                .contains(Targets.ACCOUNT);
        assertThat(target.settings())
                .containsEntry("signalwire.token", Redaction.MARK)
                .containsEntry("signalwire.signing-key", Redaction.MARK)
                .containsEntry("bird.access-key", Redaction.MARK);
        assertThat(target.secrets()).containsExactlyInAnyOrder(TOKEN, KEY, SIGNING);
    }
}
