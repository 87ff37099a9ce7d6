package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.spec.Api;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides of each constraint: by example, and for every parameter of the documents by the documents themselves. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    signalwire.create.Timeout.minimum             | 1
                    signalwire.create.Timeout.maximum             | 600
                    signalwire.create.Timeout.accepted            | 300
                    signalwire.create.Method.enum                 | "GET" "POST"
                    signalwire.create.Record.accepted             | true false
                    signalwire.create.To.accepted                 | "{to}"
                    signalwire.create.Url.format                  | "{document}"
                    signalwire.create.MaxPricePerMinute.pattern   | "1000" "1000.5" "99999.9999"
                    signalwire.create.Timeout.type                | ''
                    signalwire.create.To.required                 | ''
                    bird.create.ringTimeout.accepted              | 61
                    bird.update.status.enum                       | "completed"
                    """)
    void theLawfulSide(String clause, String values) {
        assertThat(texts(LawfulValues.of(Probes.use(clause)))).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    signalwire.create.Timeout.minimum             | 0 -1
                    signalwire.create.MachineDetectionSpeechThreshold.minimum | 999 0 -1
                    signalwire.create.Timeout.maximum             | 601 2147483648 9223372036854775808
                    signalwire.create.Timeout.type                | "callcheck" 300.5
                    signalwire.create.Method.enum                 | "callcheck"
                    signalwire.create.Record.strict               | "maybe"
                    signalwire.create.To.required                 | (absent)
                    signalwire.create.To.minLength                | ""
                    signalwire.create.Url.format                  | "not a uri" "/relative/path"
                    signalwire.create.SendDigits.maxLength        | "111111111111111111111111111111111"
                    signalwire.create.Timeout.accepted            | ''
                    bird.create.ringTimeout.type                  | "5" 61.5 true
                    bird.create.record.type                       | "true" 1
                    bird.create.to.type                           | 12 {}
                    bird.create.callFlow.type                     | "callcheck" {}
                    """)
    void theUnlawfulSide(String clause, String values) {
        assertThat(texts(UnlawfulValues.of(Probes.use(clause)))).isEqualTo(values);
    }

    @Test
    void listsAreFilledToTheBrimAndOver() {
        assertThat(LawfulValues.of(Probes.use("bird.create.tags.maxItems")))
                .singleElement()
                .satisfies(list -> assertThat(list).hasSize(10));
        assertThat(UnlawfulValues.of(Probes.use("bird.create.tags.maxItems")))
                .singleElement()
                .satisfies(list -> assertThat(list).hasSize(11));
        assertThat(LawfulValues.of(Probes.use("signalwire.create.SendDigits.maxLength")))
                .singleElement()
                .satisfies(text -> assertThat(text.asText()).hasSize(32));
    }

    /** What would be sent is judged by the validator, which knows nothing of how it was made. */
    @ParameterizedTest
    @CsvSource({"SIGNALWIRE, create", "SIGNALWIRE, update", "BIRD, create", "BIRD, update"})
    void everyValueIsOnTheSideThatItIsSaidToBe(Api api, String operation) {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Use use : sent(api, operation)) {
            for (JsonNode value : LawfulValues.of(use)) {
                tried++;
                if (!lawful(api, operation, new Probe(use, filled(value), true, companions(api, use)))) {
                    wrong.add(use.clause().id() + " lawful " + value);
                }
            }
            for (JsonNode value : UnlawfulValues.of(use)) {
                tried++;
                if (!unlawful(api, operation, new Probe(use, value, false, companions(api, use)))) {
                    wrong.add(use.clause().id() + " unlawful " + value);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(operation.equals("create") || api == Api.BIRD ? 90 : 20);
    }

    private static boolean lawful(Api api, String operation, Probe probe) {
        Pack pack = new Pack(plain(api, operation));
        assertThat(pack.add(probe, Probes.fragment(probe))).as(probe.label()).isTrue();
        return outgoing(api, operation).lawful(pack);
    }

    private static boolean unlawful(Api api, String operation, Probe probe) {
        if (probe.use().place().isEmpty()) {
            return !probe.value().isObject();
        }
        ObjectNode body = plain(api, operation);
        probe.companions().properties().forEach(e -> body.set(e.getKey(), e.getValue()));
        String root = probe.use().place().get(0);
        body.remove(root);
        body.setAll(Probes.fragment(probe));
        return outgoing(api, operation).unlawful("step", probe, body, new Pack(plain(api, operation)));
    }

    private static Outgoing outgoing(Api api, String operation) {
        return new Outgoing(Documents.catalogue(api).operation(operation), Documents.contract(api));
    }

    private static ObjectNode plain(Api api, String operation) {
        if (!operation.equals("create")) {
            return Samples.object("{}");
        }
        return Samples.object(
                api == Api.BIRD
                        ? "{\"to\": \"+15005550001\"}"
                        : "{\"To\": \"+15005550001\", \"From\": \"+15005550000\"}");
    }

    private static List<Use> sent(Api api, String operation) {
        return Documents.catalogue(api).uses().stream()
                .filter(u -> u.operation().equals(operation))
                .filter(u -> u.part() == Part.FORM || u.part() == Part.REQUEST)
                .filter(u -> u.clause().unchecked() == null)
                .filter(u -> !u.keyword().equals(Keywords.ACCEPTED) || u.embedding() != null)
                .toList();
    }

    private static JsonNode filled(JsonNode value) {
        return Probes.PLACEHOLDERS.fill(value).orElseThrow();
    }

    private static ObjectNode companions(Api api, Use use) {
        Operation operation = Documents.catalogue(api).operation(use.operation());
        JsonNode request = operation.request();
        if (request == null || use.place().isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode found = request.path("properties").path(use.place().get(0)).path("x-companions");
        return found.isObject() ? (ObjectNode) filled(found) : JsonNodeFactory.instance.objectNode();
    }

    private static String texts(List<JsonNode> values) {
        return String.join(
                " ",
                values.stream()
                        .map(v -> v.isMissingNode() ? "(absent)" : v.toString())
                        .toList());
    }
}
