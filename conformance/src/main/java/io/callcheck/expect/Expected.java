package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Use;

/** What a clause promises of a value, as the middle column of a finding. */
public final class Expected {
    private Expected() {}

    /** What a use promises. */
    public static String of(Use use) {
        JsonNode value = use.schema().path(use.keyword());
        return switch (use.keyword()) {
            case "required" -> "present";
            case "enum" -> "one of " + value;
            case "const" -> value.toString();
            case "minimum" -> "at least " + value;
            case "maximum" -> "at most " + value;
            case "pattern" -> "matching " + value.asText();
            default -> predicate(use.clause());
        };
    }

    /** The sentence of a clause without its subject and its full stop: {@code an RFC 2822 date in GMT}. */
    private static String predicate(Clause clause) {
        return clause.statement().replaceAll("(?s)^.*?` is |\\.$", "");
    }
}
