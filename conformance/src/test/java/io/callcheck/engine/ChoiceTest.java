package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {
    private static final String CLAUSE = "signalwire.create.To.required";

    @Test
    void withoutABeginningEverythingIsAskedFor() {
        Choice choice = Choice.beginning(List.of());
        assertThat(choice.asks(CLAUSE)).isTrue();
        assertThat(choice.concerns(Api.SIGNALWIRE)).isTrue();
        assertThat(choice.concerns(Api.BIRD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "signalwire", "signalwire.", "signalwire.create", CLAUSE})
    void aBeginningAsksForOneApiAlone(String beginning) {
        Choice choice = Choice.beginning(List.of(beginning));
        assertThat(choice.asks(CLAUSE)).isTrue();
        assertThat(choice.asks("bird.create.to.required")).isFalse();
        assertThat(choice.concerns(Api.SIGNALWIRE)).isTrue();
        assertThat(choice.concerns(Api.BIRD)).isFalse();
    }

    @Test
    void eachBeginningAsksForItsOwn() {
        Choice choice = Choice.beginning(List.of("bird.list", "signalwire.create"));
        assertThat(choice.asks(CLAUSE)).isTrue();
        assertThat(choice.asks("bird.list.status")).isTrue();
        assertThat(choice.asks("bird.create.status")).isFalse();
        assertThat(choice.concerns(Api.SIGNALWIRE)).isTrue();
        assertThat(choice.concerns(Api.BIRD)).isTrue();
    }

    @Test
    void ofGivenIdsOnlyThoseThatTheBeginningsAskFor() {
        Choice choice = Choice.beginning(List.of("signalwire")).among(Set.of(CLAUSE, "bird.list.status"));
        assertThat(choice.asks(CLAUSE)).isTrue();
        assertThat(choice.asks("signalwire.create.From.required")).isFalse();
        assertThat(choice.asks("bird.list.status")).isFalse();
        assertThat(choice.concerns(Api.SIGNALWIRE)).isTrue();
        assertThat(choice.concerns(Api.BIRD)).isFalse();
    }

    @Test
    void aPlainConditionMayConcernEveryApi() {
        Choice choice = CLAUSE::equals;
        assertThat(choice.concerns(Api.BIRD)).isTrue();
        assertThat(choice.among(Set.of(CLAUSE)).concerns(Api.BIRD)).isFalse();
    }
}
