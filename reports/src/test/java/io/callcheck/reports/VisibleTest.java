package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void plainTextStaysAsItIs() {
        String text = "a\tb\nc é 中 \uD83D\uDE00 <b>";
        assertThat(Visible.text(text)).isSameAs(text);
        assertThat(Visible.clear(text)).isTrue();
        assertThat(Visible.oneLine("a b")).isTrue();
        assertThat(Visible.oneLine("a\nb")).isFalse();
    }

    @Test
    void whatCannotBeSeenIsNamed() {
        assertThat(Visible.text("a\u0000b")).isEqualTo("a‹U+0000›b");
        assertThat(Visible.text("\r")).isEqualTo("‹U+000D›");
        assertThat(Visible.text("\u001b[31m")).isEqualTo("‹U+001B›[31m");
        assertThat(Visible.text("x\u202Etxt")).isEqualTo("x‹U+202E›txt");
        assertThat(Visible.text("\u200b\ufeff\u2028\u0085\uffff"))
                .isEqualTo("‹U+200B›‹U+FEFF›‹U+2028›‹U+0085›‹U+FFFF›");
    }

    @Test
    void loneSurrogatesAreNamed() {
        assertThat(Visible.text("a\uD800")).isEqualTo("a‹U+D800›");
        assertThat(Visible.text("\uDC00b\uD83D")).isEqualTo("‹U+DC00›b‹U+D83D›");
    }
}
