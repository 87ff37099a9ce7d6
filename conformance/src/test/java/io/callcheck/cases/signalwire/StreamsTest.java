package io.callcheck.cases.signalwire;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Case;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No stream can reach the kit's own receiver: what a target refuses for that is no violation. */
class StreamsTest {
    private static final String ADDRESS = "wss://stream.example.com/audio";
    private static final Map<String, String> NAMED = Map.of("signalwire.stream-url", ADDRESS);

    @Test
    void streamsGoToTheAddressThatIsNamed() throws IOException {
        assertThat(address(NAMED)).isEqualTo(ADDRESS);
        assertThat(address(Map.of())).startsWith("wss://127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource({"400, 10000", "404, 20404", "409, 10000", "422, 21220"})
    void aStreamThatCannotBeStoppedMayBeOverUnlessItsAddressIsNamed(int status, String code) throws IOException {
        Exchange refused = answered("updateStream", status, "{\"code\": \"" + code + "\"}");
        assertThat(plain("updateStream", Map.of(), refused))
                .isInstanceOfSatisfying(
                        Judgement.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("set signalwire.stream-url"));
        // 409 is documented for no stream: that is told by the clause of the status.
        assertThat(plain("updateStream", NAMED, refused))
                .isInstanceOf(status == 409 ? Judgement.Blocked.class : Judgement.Broken.class);
    }

    @Test
    void aStreamThatCannotBeBegunForItsAddressIsUnknownUnlessItIsNamed() throws IOException {
        Exchange refused = answered("createStream", 422, "{\"code\": 31922}");
        assertThat(plain("createStream", Map.of(), refused))
                .isInstanceOfSatisfying(
                        Judgement.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("set signalwire.stream-url"));
        assertThat(plain("createStream", NAMED, refused)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void anyOtherRefusalToBeginAStreamIsBroken() throws IOException {
        Exchange refused = answered("createStream", 422, "{\"code\": 21220}");
        assertThat(plain("createStream", Map.of(), refused)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void aStreamOfACallThatIsOverMayBeRefused() throws IOException {
        Exchange refused = answered("updateStream", 404);
        Exchange over = answered("retrieve", 200, "{\"status\": \"completed\"}");
        Judgement judgement = of(
                NAMED,
                side -> plain(side, "updateStream")
                        .expectation()
                        .judge(evidence(step("lawful", refused), step("after", over))));
        assertThat(judgement).isInstanceOf(Judgement.Unseen.class);
    }

    private static String address(Map<String, String> settings) throws IOException {
        return of(
                settings,
                side -> new CallParts(side, use -> "").plainStream().path("Url").asText());
    }

    private static Judgement plain(String operation, Map<String, String> settings, Exchange lawful) throws IOException {
        return of(settings, side -> plain(side, operation).expectation().judge(evidence(step("lawful", lawful))));
    }

    private static Case plain(SignalWireBench side, String operation) {
        return SignalWireScripts.of(side).stream()
                .flatMap(script -> script.cases().stream())
                .filter(c -> c.clause().id().equals("signalwire." + operation + ".plain"))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T of(Map<String, String> settings, Function<SignalWireBench, T> asked) throws IOException {
        Target target = Targets.both(settings);
        SignalWireTarget side = Objects.requireNonNull(target.signalwire());
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            return asked.apply(SignalWireBench.of(Documents.contract(Api.SIGNALWIRE), target, side, inbox));
        }
    }
}
