package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Script;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"signalwire.retrieve", "signalwire.update.Status", "signalwire.statusCallback", "bird.retrieve"})
    void whoAsksForAnotherOperationAloneHasNothingListed(String only) throws IOException {
        assertThat(scripts(only)).isNotEmpty().noneMatch(s -> s.sends("list"));
    }

    /** Most laws of calls are written down with another operation; lists may break them all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "signalwire.list",
                "signalwire.create.refused",
                "signalwire.call.sid",
                "signalwire.call.date_created.constant",
                "signalwire.call.audio_rtt.order",
                "signalwire.unauthorized.data",
                "bird.list",
                "bird.call.createdAt.constant"
            })
    void whatListsShowIsListed(String only) throws IOException {
        assertThat(scripts(only)).anyMatch(s -> s.sends("list"));
    }

    private static List<Script> scripts(String only) throws IOException {
        Choice choice = Choice.beginning(List.of(only));
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            List<Plan> plans = Plan.of(BOTH, inbox, choice, Contracts.of(BOTH.apis()));
            assertThat(plans).hasSize(1);
            Plan asked = plans.get(0).only(choice);
            assertThat(asked.cases()).isNotEmpty();
            return asked.scripts();
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
