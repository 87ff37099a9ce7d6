package io.callcheck.cases.signalwire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second page that forgets the filter of the first one begins with a call that the filter leaves out. */
class PageWalkTest {

    @ParameterizedTest
    @CsvSource({
        // Calls that the filter admits are a, in the order of the whole list.
        "aabaaa, 2",
        "abaa, 1",
        "bbaaba, 2",
        "babaaa, 1",
        // Right behind the last one comes no second page.
        "aaaab, 2",
        "aaaaa, 2",
        "bbaa, 1",
        // One call alone has no second page.
        "bab, 0",
        "bb, 0"
    })
    void sizeOfThePages(String calls, int size) {
        List<JsonNode> all = calls.chars().mapToObj(PageWalkTest::call).toList();
        int admitted = (int) calls.chars().filter(c -> c == 'a').count();

        assertThat(PageWalk.size(all, "to", "a", admitted)).isEqualTo(size);
    }

    private static JsonNode call(int to) {
        return JsonNodeFactory.instance.objectNode().put("to", Character.toString(to));
    }
}
