package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The schemas of one API, compiled once from the raw document, and each error of theirs as a place and a keyword. This
 * is the only user of the schema validator.
 */
public final class Contract {
    private static final String BASE = "https://callcheck.invalid/openapi.json";

    private final Catalogue catalogue;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Contract(Catalogue catalogue, SchemaRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
    }

    /** The contract of a catalogue. */
    public static Contract of(Catalogue catalogue) {
        return new Contract(catalogue, registry(catalogue.document()));
    }

    /** Loads what the parser and the validator are made of, which takes longer than what they do with one document. */
    public static void prepare() {
        SpecDocument.prepare();
        Dialects.getOpenApi31();
    }

    /** Its clauses. */
    public Catalogue catalogue() {
        return catalogue;
    }

    private static SchemaRegistry registry(SpecDocument document) {
        List<NonValidationKeyword> ours = new ArrayList<>();
        Stream<String> root = Stream.of(
                "openapi",
                "info",
                "servers",
                "paths",
                "components",
                "webhooks",
                "jsonSchemaDialect",
                "tags",
                "security");
        root.forEach(name -> ours.add(new NonValidationKeyword(name)));
        for (String name : extensions(document.openapi(), new HashSet<>())) {
            ours.add(new NonValidationKeyword(name));
        }
        Dialect dialect = Dialect.builder(Dialects.getOpenApi31())
                .format(new Rfc2822())
                .keywords(ours)
                // A keyword that nobody knows would never be judged.
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect,
                builder -> builder.schemas(Map.of(BASE, document.json()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /**
     * One error of a validation.
     *
     * @param path where the validator met the keyword, in the form of {@link io.callcheck.spec.Use#evaluationPath()};
     *     after {@code /required} comes {@code #} and the member's name
     * @param keyword the keyword; {@code nullable} when null came where a type was asked for
     * @param pointer JSON pointer of the value, or of the place where a required member is missing
     * @param actual the value, as JSON; {@code absent} for a missing member
     */
    public record Violation(String path, String keyword, String pointer, String actual) {}

    /** What is wrong with a value, by the schema at a JSON pointer of the document. */
    public List<Violation> violations(String pointer, JsonNode value) {
        List<Error> errors = schemas.computeIfAbsent(
                        pointer, p -> registry.getSchema(SchemaLocation.of(BASE + "#" + p)))
                .validate(value);
        Set<String> wrongType = new HashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("type")) {
                wrongType.add(error.getInstanceLocation().toString());
            }
        }
        List<Violation> violations = new ArrayList<>();
        for (Error error : errors) {
            String at = error.getInstanceLocation().toString();
            boolean type = error.getKeyword().equals("type");
            if (type || !wrongType.contains(at)) {
                violations.add(violation(error, value.at(at), at));
            }
        }
        return violations;
    }

    private static Violation violation(Error error, JsonNode value, String at) {
        String path = error.getEvaluationPath().toString();
        return switch (error.getKeyword()) {
            case "required" ->
                new Violation(path + "#" + error.getProperty(), "required", at + "/" + error.getProperty(), "absent");
            // A message that is null as a whole is no member: there is no list of types that could have null in it.
            case "type" ->
                new Violation(path, value.isNull() && !at.isEmpty() ? Keywords.NULLABLE : "type", at, value.toString());
            default -> new Violation(path, error.getKeyword(), at, value.toString());
        };
    }

    private static Set<String> extensions(JsonNode node, Set<String> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getKey().startsWith("x-")) {
                found.add(member.getKey());
            }
        }
        node.forEach(child -> extensions(child, found));
        return found;
    }
}
