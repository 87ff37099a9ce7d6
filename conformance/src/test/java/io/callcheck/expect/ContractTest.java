package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Api;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One change of a lawful answer is one error, with its place and keyword, and belongs to one clause. */
class ContractTest {

    @ParameterizedTest
    @CsvSource({
        "SIGNALWIRE, retrieve, 200, signalwire-call-queued",
        "SIGNALWIRE, create, 200, signalwire-call-completed",
        "SIGNALWIRE, list, 200, signalwire-page",
        "SIGNALWIRE, retrieve, 404, signalwire-error",
        "SIGNALWIRE, create, 400, signalwire-error",
        "SIGNALWIRE, create, 422, signalwire-error-list",
        "BIRD, retrieve, 200, bird-call",
        "BIRD, update, 202, bird-call",
        "BIRD, update, 422, bird-error",
        "BIRD, list, 200, bird-page"
    })
    void lawfulAnswersHaveNoViolation(Api api, String operation, int status, String sample) {
        assertThat(violations(api, operation, status, Samples.json(sample))).isEmpty();
        assertThat(Documents.contract(api).catalogue()).isSameAs(Documents.catalogue(api));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /price                     | null
                    /start_time                | null
                    /duration                  | 0
                    /duration                  | 88.0
                    /direction                 | "outbound-dial"
                    /status                    | "no-answer"
                    /date_created              | "21 Sep 2018 07:05 GMT"
                    /sid                       | "3F6C1E0A-9D42-4B7E-8A15-C0D9E2B47F68"
                    /not_in_the_documents      | {"a": 1}
                    """)
    void lawfulVariantsHaveNoViolation(String pointer, String value) {
        JsonNode changed = Samples.changed("signalwire-call-completed", pointer, value);
        assertThat(violations(Api.SIGNALWIRE, "retrieve", 200, changed)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1} breaks {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    /sid                            | absent                  | required
                    /sid                            | null                    | nullable
                    /sid                            | 12                      | type
                    /sid                            | "CA0001"                | format
                    /annotation                     | absent                  | required
                    /date_created                   | "2018-09-21T07:05:09Z"  | format
                    /date_updated                   | null                    | nullable
                    /parent_call_sid                | "none"                  | format
                    /end_time                       | 1537513509              | type
                    /status                         | "ongoing"               | enum
                    /status                         | 7                       | type
                    /status                         | "Completed"             | enum
                    /answered_by                    | "robot"                 | enum
                    /duration                       | -1                      | minimum
                    /duration                       | "88"                    | type
                    /duration                       | 88.5                    | type
                    /price                          | "0.0147"                | type
                    /price_unit                     | "dollars"               | pattern
                    /api_version                    | "2008-08-01"            | const
                    /caller_name                    | "Somebody"              | const
                    /uri                            | "https://example.com/1" | pattern
                    /subresource_uris               | []                      | type
                    /subresource_uris/recordings    | absent                  | required
                    /subresource_uris/notifications | "/Notifications"        | const
                    /audio_in_mos                   | 0.9                     | minimum
                    /audio_in_mos                   | 5.1                     | maximum
                    /audio_rtt_avg                  | 41.5                    | type
                    /sip_result_code                | 200                     | type
                    """)
    void oneChangeOfASignalWireCallIsOneViolation(String pointer, String value, String keyword) {
        JsonNode changed = Samples.changed("signalwire-call-completed", pointer, value);
        onlyViolation(Api.SIGNALWIRE, "retrieve", 200, changed, keyword, pointer);
    }

    @ParameterizedTest(name = "{0} = {1} breaks {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    /id                          | absent                                       | required
                    /id                          | "call-1"                                     | format
                    /status                      | null                                         | nullable
                    /status                      | "answered"                                   | enum
                    /from                        | ""                                           | minLength
                    /direction                   | "outbound"                                   | enum
                    /duration                    | "17"                                         | type
                    /duration                    | -1                                           | minimum
                    /hangupSource                | "me"                                         | enum
                    /createdAt                   | "Thu, 29 Feb 2024 23:59:58 +0000"            | format
                    /updatedAt                   | "2023-02-29T00:00:00Z"                       | format
                    /endedAt                     | null                                         | nullable
                    /originator/number/anonymous | "no"                                         | type
                    /callFlow                    | []                                           | type
                    /callFlow/commands/0         | "say"                                        | type
                    /tags                        | ["1","2","3","4","5","6","7","8","9","0","x"] | maxItems
                    /tags/1                      | ""                                           | minLength
                    /tags/1                      | null                                         | nullable
                    """)
    void oneChangeOfABirdCallIsOneViolation(String pointer, String value, String keyword) {
        JsonNode changed = Samples.changed("bird-call", pointer, value);
        onlyViolation(Api.BIRD, "retrieve", 200, changed, keyword, pointer);
    }

    @ParameterizedTest(name = "{1} = {2} breaks {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    signalwire-error      | /code            | absent    | required
                    signalwire-error      | /code            | "E21201"  | pattern
                    signalwire-error      | /code            | 21201.5   | type
                    signalwire-error      | /status          | "400"     | type
                    signalwire-error      | /more_info       | "see docs" | format
                    signalwire-error-list | /errors          | {}        | type
                    signalwire-error-list | /errors/1        | null      | nullable
                    signalwire-error-list | /errors/0/code   | "many"    | pattern
                    """)
    void theTwoShapesOfErrorsAreToldApart(String sample, String pointer, String value, String keyword) {
        onlyViolation(Api.SIGNALWIRE, "create", 422, Samples.changed(sample, pointer, value), keyword, pointer);
    }

    @Test
    void aViolationInAPageNamesTheCall() {
        JsonNode changed = Samples.changed("signalwire-page", "/calls/1/duration", "null");
        onlyViolation(Api.SIGNALWIRE, "list", 200, changed, "nullable", "/calls/1/duration");
    }

    @Test
    void everyErrorIsReported() {
        List<Contract.Violation> found = violations(Api.SIGNALWIRE, "retrieve", 200, Samples.parse("{\"sid\": 1}"));
        assertThat(found)
                .filteredOn(v -> v.keyword().equals("required"))
                .hasSize(35)
                .extracting(Contract.Violation::pointer)
                .contains("/status", "/audio_out_lost")
                .doesNotContain("/sid");
        assertThat(found)
                .filteredOn(v -> v.keyword().equals("type"))
                .containsExactly(new Contract.Violation("/$ref/properties/sid/type", "type", "/sid", "1"));
    }

    @Test
    void anAnswerThatIsNoObjectBreaksItsType() {
        assertThat(violations(Api.BIRD, "retrieve", 200, Samples.parse("[]")))
                .extracting(Contract.Violation::keyword, Contract.Violation::pointer)
                .containsExactly(tuple("type", ""));
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void everySchemaOfADocumentIsReadAndKnowsEveryKeywordInIt(Api api) {
        Contract contract = Contract.of(Documents.catalogue(api));
        Documents.catalogue(api).uses().stream()
                .filter(use -> !use.root().isEmpty())
                .map(Use::root)
                .distinct()
                .forEach(root -> assertThat(contract.violations(root, Samples.parse("[[[7]]]")))
                        .as(root)
                        .isNotEmpty());
    }

    @Test
    void datesOfRfc2822AreAFormatOfTheContract() {
        Contract contract = Contract.of(Documents.catalogue(Api.SIGNALWIRE));
        String root = Documents.answer(Api.SIGNALWIRE, "retrieve", 200);
        assertThat(contract.violations(root, Samples.json("signalwire-call-completed")))
                .isEmpty();
        JsonNode iso = Samples.changed("signalwire-call-completed", "/date_created", "\"2018-09-21T07:05:09Z\"");
        assertThat(contract.violations(root, iso))
                .extracting(Contract.Violation::keyword, Contract.Violation::pointer, Contract.Violation::actual)
                .containsExactly(tuple("format", "/date_created", "\"2018-09-21T07:05:09Z\""));
    }

    private static void onlyViolation(
            Api api, String operation, int status, JsonNode answer, String keyword, String pointer) {
        List<Contract.Violation> found = violations(api, operation, status, answer);
        assertThat(found)
                .extracting(Contract.Violation::keyword, Contract.Violation::pointer)
                .containsExactly(tuple(keyword, pointer));
        String key = found.get(0).path() + " " + keyword;
        String root = Documents.answer(api, operation, status);
        assertThat(Documents.catalogue(api).uses())
                .filteredOn(use ->
                        belongs(use, operation, root) && Matching.key(use).equals(key))
                .hasSize(1);
    }

    private static boolean belongs(Use use, String operation, String root) {
        return use.part() == Part.ANSWER
                && use.operation().equals(operation)
                && use.root().equals(root);
    }

    private static List<Contract.Violation> violations(Api api, String operation, int status, JsonNode answer) {
        return Documents.contract(api).violations(Documents.answer(api, operation, status), answer);
    }
}
