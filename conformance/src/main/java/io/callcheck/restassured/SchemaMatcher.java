package io.callcheck.restassured;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.StrictJson;
import io.callcheck.expect.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/** Matches a body by a schema of the contract. */
final class SchemaMatcher extends TypeSafeDiagnosingMatcher<String> {
    private final Contract contract;
    private final String component;
    private final String pointer;

    SchemaMatcher(Contract contract, String component, String pointer) {
        this.contract = contract;
        this.component = component;
        this.pointer = pointer;
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a body of the schema ").appendText(component);
    }

    @Override
    protected boolean matchesSafely(String body, Description mismatch) {
        StrictJson json = new Answer(200, List.of(), body.getBytes(StandardCharsets.UTF_8), false, 0).json();
        JsonNode value = json.value();
        if (value == null) {
            mismatch.appendText("is no strict JSON: ").appendText(json.problem());
            return false;
        }
        List<Contract.Violation> violations = contract.violations(pointer, value);
        mismatch.appendText(
                String.join("; ", violations.stream().map(SchemaMatcher::words).toList()));
        return violations.isEmpty();
    }

    private static String words(Contract.Violation violation) {
        return switch (violation.keyword()) {
            case "required" -> violation.pointer() + " is missing";
            case "nullable" -> violation.pointer() + " must not be null";
            default -> violation.pointer() + " breaks " + violation.keyword() + " with " + violation.actual();
        };
    }
}
