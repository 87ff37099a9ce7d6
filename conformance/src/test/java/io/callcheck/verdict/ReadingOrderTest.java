package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations in the order of a call's life, whatever the order of the document. */
class ReadingOrderTest {

    @Test
    void theLifeOfACallThenListsThenTheRestAsTheyCome() {
        List<String> clauses = List.of(
                "b.list.status",
                "b.call.id.type",
                "a.createStream.plain",
                "b.update.plain",
                "b.create.second",
                "a.delete.plain",
                "b.create.first",
                "b.retrieve.plain",
                "a.account.type");
        assertThat(ReadingOrder.of(clauses, c -> c.substring(0, 1), ReadingOrder::name))
                .containsExactly(
                        "b.create.second",
                        "b.create.first",
                        "b.retrieve.plain",
                        "b.update.plain",
                        "b.list.status",
                        "b.call.id.type",
                        "a.delete.plain",
                        "a.createStream.plain",
                        "a.account.type");
        assertThat(ReadingOrder.name("alone")).isEqualTo("alone");
    }
}
