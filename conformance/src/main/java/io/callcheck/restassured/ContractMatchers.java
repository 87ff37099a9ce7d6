package io.callcheck.restassured;

import com.fasterxml.jackson.core.JsonPointer;
import io.callcheck.expect.Contract;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import org.hamcrest.Matcher;

/**
 * What the contract says, as Hamcrest matchers for REST-assured's {@code body(…)}.
 *
 * <pre>{@code
 * given().get("/Calls/{sid}.json", sid).then()
 *         .body(matchesSchema(Api.SIGNALWIRE, "Call"))
 *         .body("date_created", isRfc2822Date());
 * }</pre>
 */
public final class ContractMatchers {
    private ContractMatchers() {}

    /**
     * A body that holds what a schema of the contract asks for; each deviation is named with its place.
     *
     * @param component the schema's name in the OpenAPI document, such as {@code Call}
     * @throws IllegalArgumentException when the document has no such schema
     */
    public static Matcher<String> matchesSchema(Api api, String component) {
        Catalogue catalogue = Catalogue.load(api);
        JsonPointer pointer = JsonPointer.compile("/components/schemas").appendProperty(component);
        if (catalogue.document().openapi().at(pointer).isMissingNode()) {
            throw new IllegalArgumentException("the contract of " + api.title() + " has no schema " + component);
        }
        return new SchemaMatcher(Contract.of(catalogue), component, pointer.toString());
    }

    /** A date of RFC 2822 in GMT, such as {@code Sat, 21 Nov 2026 09:00:00 GMT}, as SignalWire's members have it. */
    public static Matcher<String> isRfc2822Date() {
        return new DateMatcher(DateMatcher.Form.RFC_2822);
    }

    /** A date of RFC 3339, such as {@code 2026-11-21T09:00:00.123Z}, as Bird's members have it. */
    public static Matcher<String> isRfc3339Date() {
        return new DateMatcher(DateMatcher.Form.RFC_3339);
    }
}
