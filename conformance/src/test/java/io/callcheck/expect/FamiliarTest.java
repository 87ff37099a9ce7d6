package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.spec.Api;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Items that were right are not looked at again, and nobody can tell by what is said of a list. */
class FamiliarTest {
    private static final int LONGEST = 6;

    /** What becomes of an item: a member, and its value as JSON; empty when it is taken away. */
    private static final List<Map.Entry<String, String>> CHANGES = List.of(
            Map.entry("status", "\"busy\""),
            Map.entry("status", "\"no such status\""),
            Map.entry("status", "null"),
            Map.entry("status", ""),
            Map.entry("to", "17"),
            Map.entry("to", "{\"status\": 1}"),
            Map.entry("sid", "\"none\""),
            Map.entry("id", "\"none\""),
            Map.entry("date_created", "\"2018-09-21T07:05:09Z\""),
            Map.entry("createdAt", "\"yesterday\""));

    @Property(tries = 200)
    void whatIsSaidOfListsOfSignalWireIsTheSame(@ForAll("lists") List<List<Integer>> lists) {
        same(Api.SIGNALWIRE, "signalwire-page", "calls", lists);
    }

    @Property(tries = 200)
    void whatIsSaidOfListsOfBirdIsTheSame(@ForAll("lists") List<List<Integer>> lists) {
        same(Api.BIRD, "bird-page", "results", lists);
    }

    /** Lists of items, each a number of the pool. */
    @Provide
    Arbitrary<List<List<Integer>>> lists() {
        return Arbitraries.integers()
                .between(0, 2 * CHANGES.size() + 2)
                .list()
                .ofMaxSize(LONGEST)
                .list()
                .ofMinSize(2)
                .ofMaxSize(LONGEST);
    }

    private static void same(Api api, String sample, String member, List<List<Integer>> lists) {
        List<Use> uses = uses(api);
        String root = Documents.answer(api, "list", 200);
        Familiar familiar = Familiar.of(uses).orElseThrow();
        List<JsonNode> pool = pool(Samples.json(sample).path(member));
        for (List<Integer> list : lists) {
            JsonNode message = page(sample, member, pool, list);
            assertThat(said(api, uses, root, message, familiar))
                    .isEqualTo(said(api, uses, root, message, Familiar.NOTHING));
        }
    }

    private static Assessment said(Api api, List<Use> uses, String root, JsonNode message, Familiar familiar) {
        return Matching.of(
                Documents.contract(api), uses, root, message, new LinkedHashMap<>(), new HashSet<>(), familiar);
    }

    /** The lawful items first, then each of them changed in one way after the other, and what is no item at all. */
    private static List<JsonNode> pool(JsonNode items) {
        List<JsonNode> pool = new ArrayList<>();
        items.forEach(pool::add);
        for (Map.Entry<String, String> change : CHANGES) {
            for (JsonNode item : items) {
                ObjectNode changed = item.deepCopy();
                changed.remove(change.getKey());
                if (!change.getValue().isEmpty()) {
                    changed.set(change.getKey(), Samples.parse(change.getValue()));
                }
                pool.add(changed);
            }
        }
        pool.add(Samples.parse("\"no item\""));
        pool.add(Samples.parse("[{\"status\": \"busy\"}]"));
        return pool;
    }

    private static ObjectNode page(String sample, String member, List<JsonNode> pool, List<Integer> numbers) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(number -> items.add(pool.get(number % pool.size())));
        ObjectNode page = Samples.json(sample).deepCopy();
        page.set(member, items);
        return page;
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aListThatComesAgainLeavesNothingToLookAt(Api api) {
        boolean bird = api == Api.BIRD;
        JsonNode page = Samples.json(bird ? "bird-page" : "signalwire-page");
        Familiar familiar = Familiar.of(uses(api)).orElseThrow();
        Familiar.Rest first = familiar.rest(page);
        assertThat(first.message()).isSameAs(page);
        assertThat(first.shown()).isEmpty();
        familiar.learn(first, Set.of());
        Familiar.Rest again = familiar.rest(page);
        assertThat(again.message().path(again.member())).isEmpty();
        assertThat(again.message().size()).isEqualTo(page.size());
        assertThat(again.shown()).isNotEmpty();
    }

    @Test
    void aWrongItemStaysNewAndItsPlaceIsThatInTheWholeList() {
        JsonNode page = Samples.json("signalwire-page");
        Familiar familiar = Familiar.of(uses(Api.SIGNALWIRE)).orElseThrow();
        familiar.learn(familiar.rest(page), Set.of("/calls/1/status", "/calls", "/page"));
        Familiar.Rest again = familiar.rest(page);
        assertThat(again.places()).containsExactly(1);
        assertThat(again.message().path("calls"))
                .containsExactly(page.path("calls").get(1));
        assertThat(again.pointer("/calls/0/status")).isEqualTo("/calls/1/status");
        assertThat(again.pointer("/calls/0")).isEqualTo("/calls/1");
        assertThat(again.pointer("/calls")).isEqualTo("/calls");
        assertThat(again.pointer("/page")).isEqualTo("/page");
    }

    @ParameterizedTest
    @CsvSource({"1, 5000000", "5000000, 1", "2500000, 2500000"})
    void moreThanSoMuchIsNotRemembered(int name, int text) {
        ObjectNode item = (ObjectNode)
                Samples.json("signalwire-page").path("calls").get(0).deepCopy();
        ObjectNode page = Samples.json("signalwire-page").deepCopy();
        page.putArray("calls").add(item);
        Familiar familiar = Familiar.of(uses(Api.SIGNALWIRE)).orElseThrow();
        item.put("x".repeat(name), "x".repeat(text));
        familiar.learn(familiar.rest(page), Set.of());
        assertThat(familiar.rest(page).message()).isSameAs(page);
    }

    @Test
    void whereNothingComesAgainAMemberWithoutANameIsNotKeptEither() {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.putArray("").add("kept by nobody");
        Familiar.NOTHING.learn(Familiar.NOTHING.rest(message), Set.of());
        Familiar.Rest again = Familiar.NOTHING.rest(message);
        assertThat(again.message()).isSameAs(message);
        assertThat(again.shown()).isEmpty();
    }

    @Test
    void whatIsRightOfAMessageIsLearntFromIt() {
        JsonNode page = Samples.json("signalwire-page");
        Familiar familiar = Familiar.of(uses(Api.SIGNALWIRE)).orElseThrow();
        said(Api.SIGNALWIRE, uses(Api.SIGNALWIRE), Documents.answer(Api.SIGNALWIRE, "list", 200), page, familiar);
        assertThat(familiar.rest(page).places()).isEmpty();
    }

    @Test
    void whereAKeywordSpeaksOfTheListAsAWholeEveryItemCounts() {
        Use most = Documents.catalogue(Api.BIRD).uses().stream()
                .filter(u -> u.keyword().equals("maxItems"))
                .findFirst()
                .orElseThrow();
        assertThat(Familiar.of(with(like(most, List.of("calls"), List.of())))).isEmpty();
        assertThat(Familiar.of(with(like(most, List.of("page"), List.of())))).isPresent();
        assertThat(Familiar.of(with(like(most, List.of("calls", "*", "tags"), List.of()))))
                .isPresent();
        assertThat(Familiar.of(List.of(like(most, List.of("calls"), List.of()))))
                .isEmpty();
    }

    @Test
    void whereAConditionLooksOutsideOfTheItemEveryItemCounts() {
        Use status = uses(Api.SIGNALWIRE).stream()
                .filter(u -> u.place().equals(List.of("calls", "*", "status")))
                .findFirst()
                .orElseThrow();
        JsonNode condition = Samples.parse("{\"required\": [\"page\"]}");
        for (List<String> place : List.of(List.<String>of(), List.of("calls"))) {
            Use.Guard outside = new Use.Guard(condition, place, true);
            assertThat(Familiar.of(with(like(status, status.place(), List.of(outside)))))
                    .isEmpty();
        }
        Use.Guard within = new Use.Guard(condition, List.of("calls", "*"), true);
        assertThat(Familiar.of(with(like(status, status.place(), List.of(within)))))
                .isPresent();
    }

    /** What a page of calls is judged by, and one more use. */
    private static List<Use> with(Use more) {
        List<Use> uses = new ArrayList<>(uses(Api.SIGNALWIRE));
        uses.add(more);
        return uses;
    }

    private static Use like(Use use, List<String> place, List<Use.Guard> guards) {
        return new Use(
                use.clause(),
                use.operation(),
                use.part(),
                use.root(),
                use.evaluationPath(),
                place,
                use.schema(),
                guards,
                use.embedding());
    }

    private static List<Use> uses(Api api) {
        String root = Documents.answer(api, "list", 200);
        return Documents.catalogue(api).uses().stream()
                .filter(u -> u.part() == Part.ANSWER
                        && u.operation().equals("list")
                        && u.root().equals(root))
                .toList();
    }
}
