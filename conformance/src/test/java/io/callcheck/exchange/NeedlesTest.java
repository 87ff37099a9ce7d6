package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is skipped is nothing that is looked for. */
class NeedlesTest {
    private static final String SECRET = "abcdefghijklmnop";

    @Property(tries = 2000)
    void theQuickLookMissesNothingThatTheSlowOneFinds(
            @ForAll("needles") Set<String> texts, @ForAll("texts") List<String> parts) {
        Set<Needle> needles = texts.stream().map(t -> new Needle(t, false)).collect(Collectors.toSet());
        String text = String.join("", parts);
        BitSet slow = new BitSet();
        needles.forEach(n -> n.find(Unescaped.raw(text), slow));
        BitSet quick = new BitSet();
        new Needles(needles).find(text, quick);
        assertThat(quick).isEqualTo(slow);
    }

    @Provide
    Arbitrary<Set<String>> needles() {
        return Arbitraries.strings()
                .withChars('a', 'b', 'é', '漢')
                .ofMinLength(4)
                .ofMaxLength(16)
                .set()
                .ofMaxSize(5);
    }

    /** Of so few characters that needles stand there whole, begun at the end, and nearly. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> any =
                Arbitraries.strings().withChars('a', 'b', 'é', '漢', '-').ofMaxLength(40);
        return any.list().ofMaxSize(3);
    }

    @Test
    void aNeedleIsFoundWhereverItStands() {
        Needles needles = new Needles(Set.of(new Needle(SECRET, false), new Needle("ponmlkji", false)));
        for (int before = 0; before < 40; before++) {
            for (int after = 0; after < 20; after++) {
                BitSet hidden = new BitSet();
                needles.find("-".repeat(before) + SECRET + "-".repeat(after), hidden);
                assertThat(hidden.nextSetBit(0)).isEqualTo(before);
                assertThat(hidden.cardinality()).isEqualTo(SECRET.length());
            }
        }
    }

    @Test
    void theBeginningOfOneAtTheEndOfATextIsFoundFromTenCharactersOn() {
        Needles needles = new Needles(Set.of(new Needle(SECRET, false)));
        for (int shown = 1; shown < SECRET.length(); shown++) {
            BitSet hidden = new BitSet();
            needles.find("noise " + SECRET.substring(0, shown), hidden);
            assertThat(hidden.cardinality()).isEqualTo(shown < Needle.ENDING ? 0 : shown);
        }
    }
}
