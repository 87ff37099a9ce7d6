package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of both APIs: ids that can be relied on, each clause with its level, sentence and source. */
class CatalogueTest {
    private static final Map<Api, Catalogue> CATALOGUES =
            new EnumMap<>(Map.of(Api.SIGNALWIRE, Catalogue.load(Api.SIGNALWIRE), Api.BIRD, Catalogue.load(Api.BIRD)));

    @ParameterizedTest
    @EnumSource
    void idsAreUniqueAndReadable(Api api) {
        List<Clause> clauses = catalogue(api).clauses();
        assertThat(clauses).hasSizeGreaterThan(200);
        assertThat(clauses)
                .extracting(Clause::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id)
                        // The names of two filters end in a sign.
                        .matches(api.id() + "(\\.[A-Za-z_][A-Za-z0-9_-]*[<>]?){2,}")
                        .hasSizeLessThan(90));
    }

    @ParameterizedTest
    @EnumSource
    void aDerivedIdEndsInItsKeyword(Api api) {
        assertThat(catalogue(api).clauses())
                .filteredOn(c -> !c.keyword().equals(Keywords.BEHAVIOUR))
                .allSatisfy(c -> assertThat(c.id()).endsWith("." + c.keyword()));
    }

    @ParameterizedTest
    @EnumSource
    void everyClauseHasAUseOrIsWritten(Api api) {
        Catalogue catalogue = catalogue(api);
        Set<Clause> used = new HashSet<>();
        catalogue.uses().forEach(u -> used.add(u.clause()));
        assertThat(catalogue.clauses()).containsAll(used);
        assertThat(catalogue.clauses())
                .filteredOn(c -> !used.contains(c))
                .extracting(Clause::id)
                .containsExactlyInAnyOrderElementsOf(catalogue.written().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyUseIsInAnOperationOrAWebhook(Api api) {
        Catalogue catalogue = catalogue(api);
        Set<String> known = new HashSet<>();
        catalogue.operations().forEach(o -> known.add(o.id()));
        catalogue.document().openapi().path("webhooks").fieldNames().forEachRemaining(known::add);
        assertThat(catalogue.uses()).extracting(Use::operation).isSubsetOf(known);
        assertThat(catalogue.written().values()).isSubsetOf(known);
    }

    @ParameterizedTest
    @EnumSource
    void noTwoUsesMeetAtOnePathAndKeyword(Api api) {
        List<String> keys = new ArrayList<>();
        for (Use use : catalogue(api).uses()) {
            if (!use.root().isEmpty()
                    && !List.of(Keywords.ACCEPTED, Keywords.STRICT).contains(use.keyword())) {
                String member = use.keyword().equals("required") ? "#" + use.name() : "";
                keys.add(use.operation() + " " + use.root() + use.evaluationPath() + member + " " + use.keyword());
            }
        }
        assertThat(keys).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aUsePointsIntoTheDocument(Api api) {
        JsonNode openapi = catalogue(api).document().openapi();
        assertThat(catalogue(api).uses())
                .filteredOn(u -> !u.root().isEmpty())
                .allSatisfy(u ->
                        assertThat(openapi.at(u.root()).isObject()).as(u.root()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void everyClauseHasASentenceAndASource(Api api) {
        assertThat(catalogue(api).clauses()).allSatisfy(clause -> {
            assertThat(clause.statement())
                    .as(clause.id())
                    .hasSizeGreaterThan(10)
                    .endsWith(".");
            assertThat(clause.source().document()).as(clause.id()).isNotBlank();
            assertThat(clause.source().text()).startsWith(clause.source().document());
            assertThat(Objects.requireNonNullElse(clause.source().url(), "https://"))
                    .startsWith("https://");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "signalwire.create.Timeout.maximum, MUST",
        "signalwire.create.To.minLength, SHOULD",
        "signalwire.create.To.required, MUST",
        "signalwire.create.success, SHOULD",
        "signalwire.create.status, MUST",
        "signalwire.create.Record.strict, SHOULD",
        "signalwire.call.price_unit.pattern, SHOULD",
        "signalwire.call.price_unit.required, MUST",
        "signalwire.unauthorized.mediaType, SHOULD",
        "signalwire.unauthorized.message.required, SHOULD",
        "signalwire.error.message.required, MUST",
        "bird.call.status.enum, SHOULD",
        "bird.call.status.required, MUST",
        "bird.call.duration.nullable, SHOULD",
        "bird.update.status.enum, MUST",
        "bird.party.number.type, SHOULD"
    })
    void theNearestLevelCounts(String id, Level level) {
        Api api = id.startsWith("bird") ? Api.BIRD : Api.SIGNALWIRE;
        assertThat(catalogue(api).clause(id).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "signalwire.create.Timeout.maximum, Calls, create, Request",
        "signalwire.create.Method.enum, The published OpenAPI description of the Compatibility API, CreateCallRequest, ''",
        "signalwire.call.direction.enum, Answers recorded in the tests of SignalWire's own SDK for Node.js, '', ''"
    })
    void theNearestSourceCounts(String id, String document, String more, String section) {
        Source source = catalogue(Api.SIGNALWIRE).clause(id).source();
        String expected = String.join(
                ", ",
                List.of(document, more, section).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        assertThat(source.text()).isEqualTo(expected);
    }

    @Test
    void aDefaultShowsNowhereAndSaysSo() {
        assertThat(catalogue(Api.SIGNALWIRE)
                        .clause("signalwire.create.Timeout.default")
                        .unchecked())
                .isNotNull();
        assertThat(catalogue(Api.SIGNALWIRE)
                        .clause("signalwire.create.Timeout.maximum")
                        .unchecked())
                .isNull();
    }

    @Test
    void digestsAreThoseOfTheTwoDocuments() {
        String signalwire = catalogue(Api.SIGNALWIRE).document().digest();
        String bird = catalogue(Api.BIRD).document().digest();
        assertThat(signalwire).matches("[0-9a-f]{64}").isNotEqualTo(bird);
        assertThat(bird).matches("[0-9a-f]{64}");
        assertThat(SpecDocument.load(Api.BIRD).digest()).isEqualTo(bird);
    }

    @Test
    void whatIsNotPromisedIsNotFound() {
        Catalogue catalogue = catalogue(Api.SIGNALWIRE);
        assertThat(catalogue.clause("signalwire.create.Timeout.maximum").keyword())
                .isEqualTo("maximum");
        assertThat(catalogue.operation("create").method()).isEqualTo("POST");
        assertThatThrownBy(() -> catalogue.clause("signalwire.create.Timeout.minItems"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("signalwire.create.Timeout.minItems");
        assertThatThrownBy(() -> catalogue.operation("dial")).isInstanceOf(NoSuchElementException.class);
    }

    private static Catalogue catalogue(Api api) {
        return Objects.requireNonNull(CATALOGUES.get(api));
    }
}
