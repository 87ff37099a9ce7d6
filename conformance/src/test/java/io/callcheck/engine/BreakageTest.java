package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The kit's own breakage says where it broke. */
class BreakageTest {
    @Test
    void theInnermostFramesOfTheKitAreTold() {
        IllegalStateException thrown = new IllegalStateException("odd");
        thrown.setStackTrace(new StackTraceElement[] {
            frame("java.util.Objects", 1),
            frame("io.callcheck.expect.Lists", 2),
            frame("com.example.Other", 3),
            frame("io.callcheck.engine.Verdicts$Inner", 4),
            frame("io.callcheck.engine.ApiRun", 5),
            frame("io.callcheck.engine.Session", 6)
        });
        assertThat(Breakage.told(thrown))
                .isEqualTo("java.lang.IllegalStateException: odd (at Lists.run:2, Verdicts$Inner.run:4, ApiRun.run:5)");
    }

    @Test
    void theFirstCauseIsWhereItBroke() {
        NullPointerException first = new NullPointerException("none");
        first.setStackTrace(new StackTraceElement[] {frame("io.callcheck.expect.Lists", 2)});
        IllegalStateException outer = new IllegalStateException("task", new IllegalStateException(first));
        assertThat(Breakage.told(outer)).isEqualTo("java.lang.IllegalStateException: task (at Lists.run:2)");
    }

    @Test
    void whatHasNoFrameOfTheKitIsToldAlone() {
        for (StackTraceElement[] trace :
                List.of(new StackTraceElement[0], new StackTraceElement[] {frame("java.util.Objects", 1)})) {
            IllegalStateException thrown = new IllegalStateException("odd");
            thrown.setStackTrace(trace);
            assertThat(Breakage.told(thrown)).isEqualTo("java.lang.IllegalStateException: odd");
        }
    }

    private static StackTraceElement frame(String type, int line) {
        return new StackTraceElement(type, "run", "Some.java", line);
    }
}
