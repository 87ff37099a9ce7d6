package io.callcheck.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void codeStandsBetweenBackticks() {
        assertThat(Prose.of("`a` is `b`, not `c").parts())
                .containsExactly(
                        new Prose.Part("a", true),
                        new Prose.Part(" is ", false),
                        new Prose.Part("b", true),
                        new Prose.Part(", not `c", false));
        assertThat(Prose.of("").parts()).isEmpty();
    }

    @Test
    void anAnchorIsTheIdOfItsClause() {
        assertThat(Anchor.clause("signalwire.create.Timeout.maximum").href())
                .isEqualTo("#signalwire.create.Timeout.maximum");
        assertThat(Anchor.clause("signalwire.list.EndTime<.format"))
                .isEqualTo(new Anchor("signalwire.list.EndTime<.format", "#signalwire.list.EndTime%3C.format"));
        assertThat(Anchor.clause("a b%").href()).isEqualTo("#a_b%25");
    }

    @Test
    void figuresAreForPeople() {
        assertThat(Figures.count(1_204, "case", "cases")).isEqualTo("1,204 cases");
        assertThat(Figures.count(1, "case", "cases")).isEqualTo("1 case");
        assertThat(Figures.duration(999)).isEqualTo("999 ms");
        assertThat(Figures.duration(12_410)).isEqualTo("12.4 s");
        assertThat(Figures.duration(185_000)).isEqualTo("3 min 05 s");
        assertThat(Figures.millis(4.24)).isEqualTo("4.2 ms");
        assertThat(Figures.date("2026-11-21T04:10:54+01:00")).isEqualTo("21 November 2026, 03:10:54 UTC");
        assertThat(Figures.date("yesterday")).isEqualTo("yesterday");
    }

    @Test
    void aBudgetCountsWhatEscapingAdds() {
        assertThat(Budget.cost("ab<&")).isEqualTo(12);
        assertThat(Budget.cost("\u0000"))
                .isGreaterThanOrEqualTo(Visible.text("\u0000").getBytes(UTF_8).length);
        Budget budget = new Budget(600);
        assertThat(budget.take("x".repeat(601))).isFalse();
        assertThat(budget.take("x".repeat(200))).isTrue();
        assertThat(budget.spent()).isTrue();
    }
}
