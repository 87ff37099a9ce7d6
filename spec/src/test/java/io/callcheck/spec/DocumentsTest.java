package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both OpenAPI documents keep the rules of writing that the clauses are derived by. */
class DocumentsTest {

    private static final Map<String, Set<String>> OPERATIONS = Map.of(
            "signalwire",
                    Set.of(
                            "list",
                            "create",
                            "retrieve",
                            "update",
                            "delete",
                            "createRecording",
                            "updateRecording",
                            "createStream",
                            "updateStream"),
            "bird", Set.of("list", "create", "retrieve", "update"));

    /** A derived clause needs one error for one fault, which these words do not give. */
    private static final Set<String> UNUSED =
            Set.of("anyOf", "oneOf", "not", "nullable", "exclusiveMinimum", "exclusiveMaximum");

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void parsesWithoutAMessage(String api) throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text(api), null, options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void everyOperationIsNamedAndSourced(String api) throws IOException {
        OracleDocument document = OracleDocument.of(api);
        assertThat(document.operations(document.root().path("paths")))
                .extracting(operation -> operation.node().path("operationId").asText())
                .containsExactlyInAnyOrderElementsOf(Objects.requireNonNull(OPERATIONS.get(api)));
        assertThat(Stream.of("paths", "webhooks")
                        .flatMap(part -> document.operations(document.root().path(part))))
                .filteredOn(
                        operation -> operation.node().path("x-source").asText().isEmpty())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void everySourceIsListed(String api) throws IOException {
        OracleDocument document = OracleDocument.of(api);
        List<String> keys = new ArrayList<>();
        walk(document.root(), "", (pointer, node) -> {
            if (node.has("x-source")) {
                keys.add(node.path("x-source").asText().replaceFirst("#.*", ""));
            }
        });
        List<String> listed = names(document.root().path("x-sources"));
        assertThat(keys).hasSizeGreaterThan(10).isSubsetOf(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void noKeywordIsUsedThatCannotBeJudgedAlone(String api) throws IOException {
        List<String> found = new ArrayList<>();
        walk(
                OracleDocument.of(api).root(),
                "",
                (pointer, node) -> names(node).stream()
                        .filter(UNUSED::contains)
                        .forEach(keyword -> found.add(pointer + "/" + keyword)));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void everyObjectHasANameOfItsOwn(String api) throws IOException {
        List<String> names = new ArrayList<>();
        schemas(api).filter(schema -> schema.getValue().has("properties")).forEach(schema -> {
            String name = schema.getValue().path("x-name").asText();
            assertThat(name).as(schema.getKey()).isNotEmpty();
            names.add(name);
        });
        assertThat(names).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void everyRequiredNameIsAMember(String api) throws IOException {
        OracleDocument document = OracleDocument.of(api);
        // A schema without members of its own adds demands to another one under a condition.
        schemas(api)
                .filter(schema -> schema.getValue().has("properties"))
                .forEach(schema -> assertThat(
                                schema.getValue().path("required").valueStream().map(JsonNode::asText))
                        .as(schema.getKey())
                        .isSubsetOf(document.members(schema.getValue()).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire", "bird"})
    void nullIsInTheEnumWhereItIsInTheTypes(String api) throws IOException {
        List<String> found = new ArrayList<>();
        walk(OracleDocument.of(api).root(), "", (pointer, node) -> {
            boolean inTypes = node.path("type")
                    .valueStream()
                    .anyMatch(type -> type.asText().equals("null"));
            boolean inEnum = node.path("enum").valueStream().anyMatch(JsonNode::isNull);
            boolean leftOpen = node.path("x-unchecked").has("nullable");
            if (node.path("enum").isArray() && inTypes != inEnum && !leftOpen) {
                found.add(pointer);
            }
        });
        assertThat(found).isEmpty();
    }

    private static Stream<Entry<String, JsonNode>> schemas(String api) throws IOException {
        return OracleDocument.of(api).root().path("components").path("schemas").propertyStream();
    }

    private static List<String> names(JsonNode node) {
        return node.propertyStream().map(Entry::getKey).toList();
    }

    /** Visits every node but those inside extensions and examples, whose keys are not keywords. */
    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visit) {
        visit.accept(pointer, node);
        node.propertyStream()
                .filter(member ->
                        !member.getKey().startsWith("x-") && !member.getKey().equals("examples"))
                .forEach(member -> walk(member.getValue(), pointer + "/" + member.getKey(), visit));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.path(i), pointer + "/" + i, visit);
        }
    }

    private static String text(String api) throws IOException {
        try (InputStream in = DocumentsTest.class.getResourceAsStream(api + "/openapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
