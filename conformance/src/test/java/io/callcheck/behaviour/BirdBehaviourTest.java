package io.callcheck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every behavioural case of Bird fails on its fault, alone, and on nothing lawful. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BirdBehaviourTest {
    /** The faults; the clause that each breaks is in its id. */
    private static final List<String> FAULTS = List.of(
            "bird.retrieve.channel:accepts",
            "bird.update.channel:accepts",
            "bird.create.malformed:accepts",
            "bird.update.malformed:accepts",
            "bird.unauthorized.data:leak",
            "bird.unauthorized.effect:side-effect",
            "bird.create.refused:side-effect",
            "bird.update.refused:side-effect",
            "bird.call.id.path:other-call",
            "bird.call.channelId.path:value=6d1f3c0a-2f0e-4b63-9a52-0c3c9b7f1a11",
            "bird.call.channelId.path:value=6d1f3c0a-2f0e-4b63-9a52-0c3c9b7f1a11@list",
            "bird.call.id.unique:repeated",
            "bird.create.retrievable:ignored",
            "bird.create.listed:ignored",
            "bird.call.createdAt.constant:value=2020-01-01T00:00:00Z@retrieve",
            "bird.call.updatedAt.order:value=2020-01-01T00:00:00Z",
            "bird.call.times.order:wrong",
            "bird.call.duration.bound:value=60",
            "bird.call.tags.case:ignored",
            "bird.call.status.transitions:value=accepted@retrieve@ongoing@every-third",
            "bird.call.status.final:wrong",
            "bird.update.hangup:ignored",
            "bird.call.hangupSource.api:value=callee@completed",
            "bird.update.callFlow.effect:ignored",
            "bird.update.ended:accepts",
            "bird.list.filters:ignored",
            "bird.list.filters:ignored=to",
            "bird.list.filters:ignored=from",
            "bird.list.filters:ignored=type",
            "bird.list.limit.effect:ignored",
            "bird.list.paging:ignored",
            "bird.list.paging:wrong");

    private static final List<String> VARIANTS = List.of(
            "extra-members",
            "status-400",
            "media-type-charset",
            "bird-optional-absent",
            "bird-fraction-9",
            "bird-ended-404",
            "bird-ended-422",
            "bird-ended-202",
            "bird-old-status",
            "bird-flow-ends",
            "bird-oldest-first");

    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final Map<String, Future<BirdStand.Played>> runs = new LinkedHashMap<>();

    static Stream<String> faults() {
        return FAULTS.stream();
    }

    static Stream<String> variants() {
        return VARIANTS.stream();
    }

    static Stream<Integer> rounds() {
        return Stream.iterate(1, n -> n + 1).limit(3);
    }

    /** All servers run side by side: most of the time is waiting. */
    @BeforeAll
    void play() {
        for (String fault : FAULTS) {
            runs.put(fault, pool.submit(() -> BirdStand.play(List.of(fault), List.of())));
        }
        for (String variant : VARIANTS) {
            runs.put(variant, pool.submit(() -> BirdStand.play(List.of(), List.of(variant))));
        }
        rounds().forEach(n -> runs.put("round " + n, pool.submit(() -> BirdStand.play(List.of(), List.of()))));
        runs.put(
                "incoming",
                pool.submit(() -> BirdStand.play(List.of("bird.call.direction.enum:value=incoming"), List.of())));
    }

    @AfterAll
    void close() {
        pool.shutdownNow();
    }

    private BirdStand.Played played(String name) throws Exception {
        Future<BirdStand.Played> run = runs.get(name);
        assertThat(run).isNotNull();
        return run == null ? new BirdStand.Played(Map.of(), false) : run.get();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultBreaksItsClauseAlone(String fault) throws Exception {
        BirdStand.Played played = played(fault);
        assertThat(played.exercised()).isTrue();
        assertThat(played.with(Judgement.Broken.class)).containsExactly(fault.substring(0, fault.indexOf(':')));
        assertThat(played.with(Judgement.Unknown.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aLawfulVariantBreaksNothing(String variant) throws Exception {
        BirdStand.Played played = played(variant);
        assertThat(played.with(Judgement.Broken.class)).isEmpty();
        assertThat(played.with(Judgement.Unknown.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void theServerWithoutFaultsHoldsEveryClause(int round) throws Exception {
        Map<String, List<Judgement>> judged = played("round " + round).judged();
        List<String> other = new ArrayList<>();
        judged.forEach((clause, found) -> found.stream()
                .filter(j -> !(j instanceof Judgement.Held))
                .forEach(j -> other.add(clause + " " + j.getClass().getSimpleName())));
        // The simulator takes calls out only.
        assertThat(other).containsExactly("bird.call.status.incoming Unseen");
        assertThat(judged.keySet()).containsAll(clauses());
    }

    @Test
    void anIncomingCallIsNeverAccepted() throws Exception {
        assertThat(played("incoming").with(Judgement.Broken.class)).containsExactly("bird.call.status.incoming");
    }

    private static Set<String> clauses() {
        return FAULTS.stream().map(f -> f.substring(0, f.indexOf(':'))).collect(Collectors.toUnmodifiableSet());
    }
}
