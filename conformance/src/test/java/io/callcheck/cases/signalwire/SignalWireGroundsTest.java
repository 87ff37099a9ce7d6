package io.callcheck.cases.signalwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Ground;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is to be canceled rings, and a phone does not ring for long: such a call is not made ahead. */
class SignalWireGroundsTest {

    @Test
    void aCallThatIsToBeCanceledDoesNotKeep() throws IOException {
        assertThat(lasts("update", "{\"Status\": \"canceled\"}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Status\": \"completed\"}", "{\"Url\": \"http://127.0.0.1:1/\"}", "{}"})
    void aCallInProgressKeeps(String body) throws IOException {
        assertThat(lasts("update", body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "list", "createRecording", "updateRecording", "createStream", "updateStream"})
    void whatOtherOperationsNeedKeeps(String operation) throws IOException {
        assertThat(lasts(operation, "{}")).isTrue();
    }

    private static boolean lasts(String operation, String body) throws IOException {
        Target target = Targets.both(Map.of());
        SignalWireTarget side = Objects.requireNonNull(target.signalwire());
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            Ground ground =
                    SignalWireGrounds.of(SignalWireBench.of(Documents.contract(Api.SIGNALWIRE), target, side, inbox))
                            .stream()
                            .filter(g -> g.operation().id().equals(operation))
                            .findFirst()
                            .orElseThrow();
            return ground.lasts(Samples.object(body));
        }
    }
}
