package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.engine.Listing;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every clause has a case or a reason, every case states a fact in a name of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseNamesTest {
    private final Map<Api, List<Listing.Entry>> listings;

    CaseNamesTest() throws IOException {
        listings = Map.of(Api.SIGNALWIRE, Listing.of(Api.SIGNALWIRE), Api.BIRD, Listing.of(Api.BIRD));
    }

    @Test
    void thereAreMoreThanAThousandCases() {
        int cases = Stream.of(Api.values())
                .flatMap(api -> entries(api).stream())
                .mapToInt(entry -> entry.cases().size())
                .sum();
        assertThat(cases).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsAShortFact(Api api) {
        List<String> names = entries(api).stream()
                .flatMap(e -> e.cases().stream())
                .map(c -> c.substring(c.indexOf(": ") + 2))
                .toList();
        assertThat(names).allSatisfy(name -> {
            assertThat(name).hasSizeLessThan(70).isNotBlank().doesNotContain("\n");
            assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain("should", "test that", "verify", "check that");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsUniqueWithinClauseAndOperation(Api api) {
        assertThat(entries(api))
                .allSatisfy(entry ->
                        assertThat(entry.cases()).as(entry.clause().id()).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource
    void everyClauseHasACaseOrAReason(Api api) {
        List<String> silent = new ArrayList<>();
        for (Listing.Entry entry : entries(api)) {
            if (entry.cases().isEmpty() && entry.clause().unchecked() == null) {
                silent.add(entry.clause().id());
            }
        }
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noCaseJudgesWhatIsUnchecked(Api api) {
        assertThat(entries(api))
                .filteredOn(e -> e.clause().unchecked() != null)
                .allSatisfy(e -> assertThat(e.cases()).as(e.clause().id()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aReasonIsPartOfASentence(Api api) {
        assertThat(entries(api))
                .extracting(e -> e.clause().unchecked())
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason)
                        .hasSizeGreaterThan(10)
                        .contains(" ")
                        .doesNotEndWith(".")
                        .doesNotContain("TODO"));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNALWIRE, CreateCall, create, 33",
        "SIGNALWIRE, UpdateCall, update, 7",
        "SIGNALWIRE, Call, call, 36",
        "BIRD, CreateCall, create, 14",
        "BIRD, UpdateCall, update, 2",
        "BIRD, Call, call, 28"
    })
    void everyParameterAndMemberHasClauses(Api api, String component, String name, int count) {
        JsonNode schema = Documents.catalogue(api).document().openapi().at("/components/schemas/" + component);
        List<String> members = schema.path("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
        assertThat(members).hasSize(count);
        assertThat(members).allSatisfy(member -> {
            JsonNode target = Documents.catalogue(api)
                    .document()
                    .resolve(schema.path("properties").path(member));
            // What has a name of its own has its clauses under that name.
            String own = target.path("x-name").asText(name + "." + member);
            assertThat(entries(api))
                    .extracting(entry -> entry.clause().id())
                    .anyMatch(id -> id.startsWith(api.id() + "." + own + "."));
        });
    }

    private List<Listing.Entry> entries(Api api) {
        return Objects.requireNonNull(listings.get(api));
    }
}
