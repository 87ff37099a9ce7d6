package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A call that is new in every round of requests, and in no time without them, is theirs. */
class RoundsTest {
    private static final Finding FIRST = new Finding("/calls", "no new call", "the call x");
    private static final Finding SECOND = new Finding("/calls", "no new call", "the call y");

    private final Exchange refused = answered("create", 422);
    private final Rounds.Round one = round();
    private final Rounds.Round two = round();
    private final Rounds.Round quiet = round();
    private final Rounds rounds = new Rounds(List.of(one, two), List.of(quiet), 2);

    @Test
    void noNewCallHolds() {
        assertThat(judge(Set.of(), Set.of(), Set.of()))
                .isEqualTo(new Judgement.Held(List.of(refused, one.after(), two.after())));
    }

    @Test
    void aNewCallInEveryRoundIsBroken() {
        Set<String> several = new LinkedHashSet<>(List.of("y", "z"));
        assertThat(judge(Set.of("x"), several, Set.of()))
                .isEqualTo(new Judgement.Broken(List.of(FIRST, SECOND), List.of(refused, one.after(), two.after())));
    }

    @Test
    void aNewCallInOneRoundIsSomebodyElses() {
        assertThat(judge(Set.of("x"), Set.of(), Set.of())).isEqualTo(busy(refused, one.after()));
        assertThat(judge(Set.of(), Set.of("y"), Set.of())).isEqualTo(busy(refused, two.after()));
    }

    @Test
    void aNewCallInBetweenIsSomebodyElsesAndSoMayBeAllOthers() {
        assertThat(judge(Set.of("x"), Set.of("y"), Set.of("z"))).isEqualTo(busy(refused, one.after(), two.after()));
        assertThat(judge(Set.of(), Set.of(), Set.of("z"))).isEqualTo(busy(refused));
    }

    @Test
    void oneRoundWithoutANewCallIsEnough() {
        Rounds first = new Rounds(List.of(one), List.of(quiet), 3);
        assertThat(first.judge("/calls", refused, (before, after) -> Set.of()))
                .isEqualTo(new Judgement.Held(List.of(refused, one.after())));
    }

    @Test
    void oneRoundWithANewCallIsNot() {
        Rounds first = new Rounds(List.of(one), List.of(), 2);
        assertThat(first.judge("/calls", refused, (before, after) -> Set.of("x")))
                .isEqualTo(busy(refused, one.after()));
    }

    @Test
    void laterRoundsAddNothing() {
        List<Rounds.Round> probed = new ArrayList<>(List.of(one));
        List<Rounds.Round> between = new ArrayList<>();
        Rounds fixed = new Rounds(probed, between, 1);
        probed.add(two);
        between.add(quiet);
        assertThat(fixed).isEqualTo(new Rounds(List.of(one), List.of(), 1));
    }

    private Judgement judge(Set<String> first, Set<String> second, Set<String> between) {
        return rounds.judge("/calls", refused, (before, after) -> {
            Rounds.Round asked = new Rounds.Round(before, after);
            return asked.equals(quiet) ? between : asked.equals(one) ? first : second;
        });
    }

    private static Judgement busy(Exchange... cited) {
        return new Judgement.Unseen("somebody else made calls on this account meanwhile", List.of(cited));
    }

    private static Rounds.Round round() {
        return new Rounds.Round(answered("list", 200), answered("list", 200));
    }
}
