package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void aListReadsAsASentence() {
        assertThat(Wording.expected("one of [404]")).isEqualTo("404");
        assertThat(Wording.expected("one of [400, 422]")).isEqualTo("400 or 422");
        assertThat(Wording.expected("one of [200, 400, 404] at once")).isEqualTo("200, 400 or 404 at once");
        assertThat(Wording.expected("one of []")).isEqualTo("nothing");
        assertThat(Wording.expected("never null")).isEqualTo("never null");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        assertThat(Wording.cut("x".repeat(399) + "😀" + "y".repeat(9))).isEqualTo("x".repeat(399) + "…");
    }

    @Test
    void oneLineHasNoBreak() {
        assertThat(Wording.oneLine("a\r\nb\nc\rd\te")).isEqualTo("a ⏎ b ⏎ c ⏎ d e");
    }
}
