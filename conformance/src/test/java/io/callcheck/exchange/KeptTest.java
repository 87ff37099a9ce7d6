package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final int LONG = 100_000;

    @Test
    void aLongListTakesATenthOfItsRoom() {
        byte[] body =
                "{\"sid\": \"a\", \"status\": \"completed\"},".repeat(LONG / 20).getBytes(StandardCharsets.UTF_8);

        Kept kept = Kept.packed(body);

        assertThat(kept.bytes()).isEqualTo(body);
        assertThat(kept.length()).isEqualTo(body.length);
        assertThat(kept.room()).isLessThan(body.length / 10);
    }

    @Test
    void whatPackingMakesNoShorterIsHeldAsItIs() {
        byte[] body = noise(1, LONG);

        assertThat(Kept.packed(body).bytes()).isSameAs(body);
        assertThat(Kept.packed(body).room()).isEqualTo(LONG);
    }

    @Test
    void aShortBodyIsHeldAsItIs() {
        byte[] body = "a".repeat(1000).getBytes(StandardCharsets.UTF_8);

        assertThat(Kept.packed(body).bytes()).isSameAs(body);
        assertThat(Kept.plain(body).bytes()).isSameAs(body);
    }

    @Property(tries = 400)
    void whatWentInComesOut(@ForAll long seed, @ForAll @IntRange(max = 200_000) int length, @ForAll byte often) {
        byte[] body = noise(seed, length);
        for (int i = 0; i < length; i++) {
            if (i % 3 != 0) {
                body[i] = often;
            }
        }

        Kept kept = Kept.packed(body);

        assertThat(kept.bytes()).isEqualTo(body);
        assertThat(kept.length()).isEqualTo(length);
    }

    private static byte[] noise(long seed, int length) {
        byte[] body = new byte[length];
        new Random(seed).nextBytes(body);
        return body;
    }
}
