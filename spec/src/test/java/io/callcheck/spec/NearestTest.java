package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> IDS = List.of(
            "signalwire.list.status",
            "signalwire.create.To.required",
            "signalwire.create.Timeout.minimum",
            "signalwire.create.Timeout.maximum",
            "signalwire.update.Timeout.maximum",
            "signalwire.retrieve.isolation",
            "bird.create.ringTimeout.maximum");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signalwire.create.timeout          | signalwire.create.Timeout.minimum signalwire.create.Timeout.maximum
            signalwire.create.Timout.maximum   | signalwire.create.Timeout.maximum
            signalwire.crate.Timeout.maximum   | signalwire.create.Timeout.maximum signalwire.update.Timeout.maximum
            TIMEOUT.MAX                        | signalwire.create.Timeout.maximum signalwire.update.Timeout.maximum
            bird.creat.ringtimeout.maximum     | bird.create.ringTimeout.maximum
            signalwire.retreive                | signalwire.retrieve.isolation
            """)
    void theNearestComesFirst(String written, String first) {
        List<String> near = Nearest.of(written, IDS);
        assertThat(near).hasSizeLessThanOrEqualTo(3).startsWith(first.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire.nothing", "bird.nothing", "nothing"})
    void anApiAloneIsNotNear(String written) {
        assertThat(Nearest.of(written, IDS)).isEmpty();
    }
}
