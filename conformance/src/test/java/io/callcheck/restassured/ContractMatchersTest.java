package io.callcheck.restassured;

import static io.callcheck.restassured.ContractMatchers.isRfc2822Date;
import static io.callcheck.restassured.ContractMatchers.isRfc3339Date;
import static io.callcheck.restassured.ContractMatchers.matchesSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractMatchersTest {

    @Test
    void aBodyIsMatchedByASchemaOfTheContract() {
        Matcher<String> error = matchesSchema(Api.SIGNALWIRE, "ApiError");
        assertThat(error.matches("""
                {"code":20404,"message":"not found","more_info":"https://example.com/20404","status":404}""")).isTrue();
        assertThat(mismatch(error, "{\"code\":true,\"status\":null}"))
                .contains("/code breaks type", "/message is missing", "/status must not be null");
        assertThat(mismatch(error, "{} {}")).contains("strict JSON");
        assertThat(mismatch(error, "")).contains("empty body");
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> matchesSchema(Api.BIRD, "Cal")).hasMessageContaining("no schema Cal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sat, 21 Nov 2026 09:00:00 +0000", "21 Nov 2026 09:00:00 GMT"})
    void datesOfRfc2822(String date) {
        assertThat(isRfc2822Date().matches(date)).isTrue();
        assertThat(isRfc3339Date().matches(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T09:00:00Z", "2026-11-21T09:00:00.123+01:00"})
    void datesOfRfc3339(String date) {
        assertThat(isRfc3339Date().matches(date)).isTrue();
        assertThat(isRfc2822Date().matches(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21",
                "2026-11-21T09:00Z",
                "Sat, 21 Nov 2026 09:00:00 +0100",
                "Sun, 21 Nov 2026 09:00:00 GMT"
            })
    void neitherOfBoth(String date) {
        assertThat(isRfc3339Date().matches(date)).isFalse();
        assertThat(isRfc2822Date().matches(date)).isFalse();
    }

    private static String mismatch(Matcher<String> matcher, String body) {
        assertThat(matcher.matches(body)).isFalse();
        StringDescription description = new StringDescription();
        matcher.describeMismatch(body, description);
        return description.toString();
    }
}
