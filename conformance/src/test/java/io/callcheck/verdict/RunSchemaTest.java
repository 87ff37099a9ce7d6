package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.expect.Finding;
import io.callcheck.testing.Runs;
import io.callcheck.testing.Samples;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of run.json says what the records say, and refuses what is not so. */
class RunSchemaTest {
    private static final String TEXT = read();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()))
            .getSchema(TEXT, InputFormat.JSON);

    /** Each record, and where the schema describes it. */
    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(Run.class, ""),
                Arguments.of(Run.Kit.class, "/$defs/kit"),
                Arguments.of(Run.TargetInfo.class, "/$defs/target"),
                Arguments.of(Run.Summary.class, "/$defs/summary"),
                Arguments.of(Run.ClauseInfo.class, "/$defs/clause"),
                Arguments.of(Verdict.class, "/$defs/verdict"),
                Arguments.of(Finding.class, "/$defs/finding"),
                Arguments.of(Run.ExchangeInfo.class, "/$defs/exchange"),
                Arguments.of(Run.RequestInfo.class, "/$defs/exchange/properties/request"),
                Arguments.of(Run.ResponseInfo.class, "/$defs/exchange/properties/response"),
                Arguments.of(Run.DeliveryInfo.class, "/$defs/delivery"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyMemberOfARecordIsDescribed(Class<?> type, String pointer) {
        JsonNode described = Samples.parse(TEXT).at(pointer);
        List<String> members = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.equals("caseName") ? "case" : name)
                .toList();
        assertThat(described.path("properties").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(members);
        assertThat(described.path("additionalProperties").isBoolean()).isTrue();
        described.path("properties").forEach(RunSchemaTest::isDescribed);
    }

    @Test
    void theListsOfNamesAreThoseOfTheKit() {
        assertThat(Samples.parse(TEXT).at("/$defs/outcome/enum").valueStream().map(JsonNode::asText))
                .containsExactly(
                        Arrays.stream(Outcome.values()).map(Outcome::name).toArray(String[]::new));
    }

    @Test
    void aRunWithEverythingIsLawful() {
        assertThat(errors(RunFile.text(Runs.every()))).isEmpty();
    }

    @Test
    void aRealRunIsLawful() throws IOException {
        try (Session session = Session.open(Targets.both(Map.of()), clause -> true)) {
            Run run = session.run(Listener.SILENT);
            assertThat(run.verdicts()).hasSizeGreaterThan(1000);
            assertThat(run.clauses()).hasSizeGreaterThan(500);
            assertThat(run.exchanges()).isNotEmpty();
            assertThat(errors(RunFile.text(run))).isEmpty();
        }
    }

    @Test
    void aRunWithoutAnyOfItsMembersIsRefused() {
        List<String> optional = List.of("url", "unchecked", "unstable", "only");
        List<String> missed = new ArrayList<>();
        String text = RunFile.text(Runs.every());
        int left = 0;
        for (String pointer : pointers(Samples.parse(text), "")) {
            int slash = pointer.lastIndexOf('/');
            String member = pointer.substring(slash + 1);
            String holder = pointer.substring(0, slash);
            if (optional.contains(member)
                    || holder.matches("/(kit/digests|target/settings|summary/outcomes|observed)")) {
                continue;
            }
            JsonNode run = Samples.parse(text);
            ((ObjectNode) run.at(holder)).remove(member);
            left++;
            if (errors(run.toString()).isEmpty()) {
                missed.add(pointer);
            }
        }
        assertThat(left).isGreaterThan(80);
        assertThat(missed).isEmpty();
    }

    @Test
    void aMemberThatIsNotDescribedIsRefusedEverywhere() {
        String text = RunFile.text(Runs.every());
        for (String holder : List.of("", "/kit", "/target", "/summary", "/clauses/0", "/verdicts/0", "/exchanges/0")) {
            JsonNode run = Samples.parse(text);
            ((ObjectNode) run.at(holder)).put("further", 1);
            assertThat(errors(run.toString())).as(holder).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /exit                       | 2
                    /exit                       | "0"
                    /complete                   | "true"
                    /startedAt                  | "yesterday"
                    /startedAt                  | "2025-10-14T09:30:05+02:00"
                    /kit/digests                | {"signalwire": "abc"}
                    /kit/digests                | {"twilio": "abc"}
                    /summary/outcomes           | {"GOOD": 1}
                    /summary/planned            | -1
                    /clauses/0/id               | "create.Timeout"
                    /clauses/0/level            | "MAY"
                    /verdicts/0/outcome         | "PASS"
                    /verdicts/2/outcome         | "FAIL"
                    /verdicts/0/evidence        | [-1]
                    /verdicts/0/evidence        | [0, 0]
                    /observed                   | {"signalwire.call.status.enum": []}
                    /observed                   | {"status": ["200"]}
                    /exchanges/0/request/method | "post"
                    /exchanges/0/response       | null
                    /exchanges/0/problem        | "none"
                    /exchanges/2/problem        | ""
                    /deliveries/0/headers       | [["Accept"]]
                    /verdicts/2/unstable        | false
                    /only                       | []
                    /only                       | ["create"]
                    """)
    void aValueThatCannotBeIsRefused(String pointer, String value) {
        JsonNode run = Samples.parse(RunFile.text(Runs.every()));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) run.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), Samples.parse(value));
        assertThat(errors(run.toString())).isNotEmpty();
    }

    private static void isDescribed(JsonNode property) {
        JsonNode meant = property.has("description")
                ? property
                : Samples.parse(TEXT).at(property.path("$ref").asText().replaceFirst("^#", ""));
        assertThat(meant.path("description").asText()).as(property.toString()).isNotBlank();
    }

    /** Every member of every object, by its pointer. */
    private static List<String> pointers(JsonNode node, String at) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            found.add(at + "/" + member.getKey());
            found.addAll(pointers(member.getValue(), at + "/" + member.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(pointers(node.get(i), at + "/" + i));
        }
        return found;
    }

    private static List<Error> errors(String run) {
        return SCHEMA.validate(run, InputFormat.JSON);
    }

    private static String read() {
        try (InputStream in = Run.class.getResourceAsStream("run.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
