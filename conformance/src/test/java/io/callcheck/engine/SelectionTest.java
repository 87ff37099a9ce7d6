package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final List<String> OTHERS = List.of(
            "signalwire.createRecording.status",
            "signalwire.call.status.enum",
            "bird.create.status",
            "bird.list.limit");

    @Test
    void everythingNeedsNoWords() {
        assertThat(Selection.of(OTHERS, List.of())).isEmpty();
    }

    @Test
    void anOperationIsNamedByItsBeginning() {
        assertThat(Selection.of(List.of("signalwire.create.To.required", "signalwire.create.From.required"), OTHERS))
                .containsExactly("signalwire.create.");
    }

    @Test
    void anApiIsNamedAlone() {
        assertThat(Selection.of(List.of("bird.create.status", "bird.list.limit"), List.of("signalwire.create.status")))
                .containsExactly("bird");
    }

    @Test
    void singleClausesAreNamedInFull() {
        assertThat(Selection.of(
                        List.of("bird.create.status", "signalwire.call.status.type"),
                        List.of("bird.create.to", "signalwire.call.status.enum")))
                .containsExactly("bird.create.status", "signalwire.call.status.type");
    }
}
