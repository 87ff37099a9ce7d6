package io.callcheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.fixtures.variant.Variant;
import io.callcheck.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No lawful server is ever called a violator: each variant alone, and as many together as can be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VariantsTest {
    private static final int AT_ONCE = 3;

    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<LawfulRun, CompletableFuture<Set<String>>> begun = new LinkedHashMap<>();

    @AfterAll
    void close() {
        pool.shutdownNow();
    }

    static Stream<LawfulRun> sample() {
        return Stream.of(
                new LawfulRun(List.of("gmt", "extra-members", "error-shape-b", "status-400")),
                new LawfulRun(List.of("no-weekday", "update-later", "late-duration", "bird-optional-absent")),
                new LawfulRun(List.of("status-201", "callbacks-unsigned", "sip-port", "bird-flow-ends")),
                new LawfulRun(List.of("callbacks-out-of-order", "bird-ended-202", "bird-oldest-first", "chunked")));
    }

    static Stream<LawfulRun> all() {
        return Stream.of(Variant.values()).map(v -> new LawfulRun(List.of(v.id())));
    }

    /** What excludes each other is spread over them. */
    static Stream<LawfulRun> together() {
        return Stream.of(
                new LawfulRun(List.of(
                        "gmt",
                        "one-digit-day",
                        "extra-members",
                        "uri-without-json",
                        "direction-outbound-dial",
                        "error-shape-b",
                        "error-code-text",
                        "error-other-status",
                        "reordered-members",
                        "status-400",
                        "media-type-charset",
                        "gzip",
                        "chunked",
                        "connection-close",
                        "enum-case-insensitive",
                        "late-audio-figures",
                        "late-duration",
                        "update-later",
                        "bird-optional-absent",
                        "bird-ended-404",
                        "bird-old-status",
                        "bird-oldest-first",
                        "sip-port",
                        "callbacks-out-of-order",
                        "callbacks-answered-too")),
                new LawfulRun(List.of(
                        "no-weekday",
                        "no-seconds",
                        "error-code-number",
                        "status-201",
                        "until-close",
                        "rate-limited",
                        "bird-fraction-9",
                        "bird-ended-422",
                        "callbacks-repeated",
                        "callbacks-unsigned")),
                new LawfulRun(List.of(
                        "no-weekday",
                        "one-digit-day",
                        "bird-ended-202",
                        "bird-flow-ends",
                        "callbacks-late",
                        "status-201")));
    }

    @ParameterizedTest
    @MethodSource("sample")
    void noAlarm(LawfulRun run) {
        assertThat(alarms(run, sample())).isEqualTo(run.warned());
    }

    @Tag("matrix")
    @ParameterizedTest
    @MethodSource("all")
    void noAlarmForAnyVariant(LawfulRun run) {
        assertThat(alarms(run, Stream.concat(all(), together()))).isEqualTo(run.warned());
    }

    @Tag("matrix")
    @ParameterizedTest
    @MethodSource("together")
    void noAlarmForVariantsTogether(LawfulRun run) {
        assertThat(alarms(run, together())).isEqualTo(run.warned());
    }

    /** Much is over there before anybody can look, and what is not seen is not wrong. */
    @Tag("matrix")
    @ParameterizedTest
    @ValueSource(ints = {100, 400})
    void noAlarmForTelephonesMuchFasterThanLife(int speed) throws IOException {
        try (Stand stand = Stand.hurried(speed);
                Session session = Session.open(stand.target(), clause -> true)) {
            assertThat(session.run(Listener.SILENT).verdicts())
                    .hasSizeGreaterThan(3000)
                    .filteredOn(v -> v.outcome() == Outcome.FAIL || v.outcome() == Outcome.ERROR)
                    .isEmpty();
        }
    }

    @Tag("matrix")
    @Test
    void figures() throws IOException {
        int variants = 0;
        int alarms = 0;
        for (LawfulRun run : Stream.concat(all(), together()).toList()) {
            variants += run.variants().size() == 1 ? 1 : 0;
            alarms += alarms(run, Stream.concat(all(), together())).equals(run.warned()) ? 0 : 1;
        }
        Measures.put("variants", Map.of("variants", variants, "falseAlarms", alarms));
        assertThat(alarms).isZero();
    }

    /** The runs mostly wait: those of one kind are begun together. */
    private synchronized Set<String> alarms(LawfulRun run, Stream<LawfulRun> together) {
        together.forEach(each -> begun.computeIfAbsent(each, k -> CompletableFuture.supplyAsync(() -> of(k), pool)));
        return Objects.requireNonNull(begun.get(run)).join();
    }

    private static Set<String> of(LawfulRun run) {
        try {
            Set<String> alarms = run.alarms();
            return run.onlyOpen(alarms) ? run.alarms() : alarms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
