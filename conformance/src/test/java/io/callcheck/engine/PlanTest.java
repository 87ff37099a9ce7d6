package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Target BOTH = Targets.both(Map.of());

    @Test
    void anApiIsPlannedWhenItIsAskedAbout() throws IOException {
        assertThat(apis(Choice.beginning(List.of()))).containsExactly(Api.SIGNALWIRE, Api.BIRD);
        assertThat(apis(Choice.beginning(List.of("bird.create")))).containsExactly(Api.BIRD);
        assertThat(apis(Choice.beginning(List.of("nobody's")))).isEmpty();
    }

    @Test
    void whatWasAskedForIsToldByItsApiThoughTheOtherWasNeverPlanned() throws IOException {
        Choice choice = Choice.beginning(List.of("bird."));
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            List<Plan> plans = Plan.of(BOTH, inbox, choice, Contracts.of(BOTH.apis()));
            assertThat(Selection.of(plans, choice, BOTH.apis())).containsExactly("bird");
            assertThat(Selection.of(plans, choice, List.of(Api.BIRD))).isEmpty();
        }
    }

    private static List<Api> apis(Choice choice) throws IOException {
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            return Plan.of(BOTH, inbox, choice, Contracts.of(BOTH.apis())).stream()
                    .map(p -> p.bench().catalogue().api())
                    .toList();
        }
    }
}
