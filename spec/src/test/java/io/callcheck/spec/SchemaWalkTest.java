package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** One walk of a schema: an id, a validator's path, a place, conditions and a body for every keyword. */
class SchemaWalkTest {
    private static final String DOCUMENT = """
            x-sources:
              page: {title: The page}
              list: {title: The list}
            components:
              schemas:
                Call:
                  x-name: call
                  x-source: page#Call
                  type: object
                  required: [id, party]
                  properties:
                    id: {type: string, format: uuid}
                    note: {type: [string, 'null'], enum: [a, null], x-level: {enum: SHOULD}}
                    party: {$ref: '#/components/schemas/Party'}
                    tags:
                      type: array
                      maxItems: 2
                      items: {type: string, maxLength: 5}
                    inline:
                      type: object
                      x-level: SHOULD
                      required: [deep]
                      properties:
                        deep: {type: integer, minimum: 1, x-unchecked: {minimum: nobody knows}}
                Party:
                  x-name: party
                  x-source: list
                  type: object
                  properties:
                    number: {type: string, pattern: ^x}
                    other: {$ref: '#/components/schemas/Party'}
                Command:
                  x-name: command
                  x-source: page
                  type: object
                  required: [command]
                  properties:
                    command: {type: string, enum: [say, stop]}
                    options: {type: object}
                  allOf:
                    - if: {properties: {command: {const: say}}, required: [command]}
                      then: {required: [options], properties: {options: {$ref: '#/components/schemas/Say'}}}
                Say:
                  x-name: say
                  type: object
                  required: [text, voice]
                  properties:
                    text: {type: string, maxLength: 9, x-lawful: [Hello]}
                    voice: {type: string, enum: [low, high]}
                Either:
                  x-name: either
                  if: {required: [errors]}
                  then: {x-name: many, type: object, properties: {errors: {type: array}}}
                  else: {x-name: one, type: object, required: [code]}
                Form:
                  x-name: form
                  type: object
                  required: [To]
                  properties:
                    To: {type: string, x-lawful: ['{to}']}
                    Timeout: {type: integer, maximum: 600, default: 60}
                    Record: {type: boolean}
                  examples:
                    - {To: '+1', Timeout: 30, Record: true}
            """;
    private static final SpecDocument SPEC = spec();

    @Test
    void idsFollowNamesMembersAndKeywords() {
        assertThat(ids(walk("Call", Part.ANSWER)))
                .containsExactlyInAnyOrder(
                        "signalwire.call.type",
                        "signalwire.call.id.required",
                        "signalwire.call.id.type",
                        "signalwire.call.id.nullable",
                        "signalwire.call.id.format",
                        "signalwire.call.note.type",
                        "signalwire.call.note.enum",
                        "signalwire.call.party.required",
                        "signalwire.party.type",
                        "signalwire.party.nullable",
                        "signalwire.party.number.type",
                        "signalwire.party.number.nullable",
                        "signalwire.party.number.pattern",
                        "signalwire.call.tags.type",
                        "signalwire.call.tags.nullable",
                        "signalwire.call.tags.maxItems",
                        "signalwire.call.tags.items.type",
                        "signalwire.call.tags.items.nullable",
                        "signalwire.call.tags.items.maxLength",
                        "signalwire.call.inline.type",
                        "signalwire.call.inline.nullable",
                        "signalwire.call.inline.deep.required",
                        "signalwire.call.inline.deep.type",
                        "signalwire.call.inline.deep.nullable",
                        "signalwire.call.inline.deep.minimum");
    }

    @Test
    void pathsAreThoseOfAValidatorAndPlacesThoseOfTheMessage() {
        Ledger ledger = walk("Call", Part.ANSWER);
        assertThat(use(ledger, "signalwire.call.id.required"))
                .extracting(Use::evaluationPath, Use::place, Use::name, Use::where)
                .containsExactly("/$ref/required", List.of("id"), "id", "id");
        assertThat(use(ledger, "signalwire.party.number.pattern"))
                .extracting(Use::evaluationPath, Use::where)
                .containsExactly("/$ref/properties/party/$ref/properties/number/pattern", "party.number");
        assertThat(use(ledger, "signalwire.call.tags.items.maxLength"))
                .extracting(Use::evaluationPath, Use::place, Use::name, Use::where)
                .containsExactly("/$ref/properties/tags/items/maxLength", List.of("tags", "*"), "tags", "tags[]");
        assertThat(use(ledger, "signalwire.call.id.nullable").evaluationPath())
                .isEqualTo(use(ledger, "signalwire.call.id.type").evaluationPath());
    }

    @Test
    void levelSourceAndReasonComeFromTheNearestNode() {
        Ledger ledger = walk("Call", Part.ANSWER);
        assertThat(clause(ledger, "signalwire.call.id.type").level()).isEqualTo(Level.MUST);
        assertThat(clause(ledger, "signalwire.call.note.enum").level()).isEqualTo(Level.SHOULD);
        assertThat(clause(ledger, "signalwire.call.note.type").level()).isEqualTo(Level.MUST);
        assertThat(clause(ledger, "signalwire.call.inline.deep.type").level()).isEqualTo(Level.SHOULD);
        assertThat(clause(ledger, "signalwire.call.inline.deep.minimum").unchecked())
                .isEqualTo("nobody knows");
        assertThat(clause(ledger, "signalwire.call.inline.deep.type").unchecked())
                .isNull();
        assertThat(clause(ledger, "signalwire.call.id.type").source().text()).isEqualTo("The page, Call");
        assertThat(clause(ledger, "signalwire.party.number.type").source().text())
                .isEqualTo("The list");
    }

    @Test
    void anAnswerIsNotSent() {
        assertThat(walk("Call", Part.ANSWER).uses()).extracting(Use::embedding).containsOnlyNulls();
    }

    @Test
    void aConditionIsPassedOnAndNamesTheBranch() {
        Ledger ledger = walk("Command", Part.REQUEST);
        Use text = use(ledger, "signalwire.say.text.maxLength");
        assertThat(text.evaluationPath())
                .isEqualTo("/$ref/allOf/0/then/properties/options/$ref/properties/text/maxLength");
        assertThat(text.guards()).singleElement().satisfies(guard -> {
            assertThat(guard.holds()).isTrue();
            assertThat(guard.place()).isEmpty();
            assertThat(guard.admits(json("{\"command\": \"say\"}"))).isTrue();
            assertThat(guard.admits(json("{\"command\": \"stop\"}"))).isFalse();
            assertThat(guard.admits(json("{}"))).isFalse();
        });
        assertThat(ids(ledger)).contains("signalwire.command.say.options.required");
        assertThat(use(ledger, "signalwire.command.command.enum").guards()).isEmpty();
    }

    @Test
    void theOtherBranchAppliesWhereTheConditionDoesNotHold() {
        Ledger ledger = walk("Either", Part.ANSWER);
        Use.Guard guard = use(ledger, "signalwire.one.code.required").guards().get(0);
        assertThat(guard.admits(json("{\"code\": 1}"))).isTrue();
        assertThat(guard.admits(json("{\"errors\": []}"))).isFalse();
        assertThat(use(ledger, "signalwire.many.errors.type").guards().get(0).admits(json("{\"errors\": 1}")))
                .isTrue();
    }

    @Test
    void aBodyIsBuiltAroundAValueInItsPlace() {
        Ledger ledger = walk("Command", Part.REQUEST);
        assertThat(around(ledger, "signalwire.say.text.maxLength", TextNode.valueOf("x".repeat(10))))
                .isEqualTo(json("{\"command\": \"say\", \"options\": {\"text\": \"xxxxxxxxxx\", \"voice\": \"low\"}}"));
        assertThat(around(ledger, "signalwire.say.text.required", MissingNode.getInstance()))
                .isEqualTo(json("{\"command\": \"say\", \"options\": {\"voice\": \"low\"}}"));
        assertThat(around(ledger, "signalwire.command.command.enum", TextNode.valueOf("sing")))
                .isEqualTo(json("{\"command\": \"sing\"}"));
    }

    @Test
    void anExampleOfTheDocumentThatHasTheValueIsTakenWhole() {
        Ledger ledger = walk("Form", Part.FORM);
        assertThat(around(ledger, "signalwire.form.Timeout.maximum", json("30")))
                .isEqualTo(json("{\"To\": \"+1\", \"Timeout\": 30, \"Record\": true}"));
        assertThat(around(ledger, "signalwire.form.Timeout.maximum", json("600")))
                .isEqualTo(json("{\"To\": \"{to}\", \"Timeout\": 600}"));
    }

    @Test
    void aFieldOfAFormIsTextSoThatOnlyNumbersHaveAType() {
        assertThat(ids(walk("Form", Part.FORM)))
                .containsExactlyInAnyOrder(
                        "signalwire.form.type",
                        "signalwire.form.To.accepted",
                        "signalwire.form.To.required",
                        "signalwire.form.Timeout.accepted",
                        "signalwire.form.Timeout.type",
                        "signalwire.form.Timeout.maximum",
                        "signalwire.form.Timeout.default",
                        "signalwire.form.Record.accepted",
                        "signalwire.form.Record.strict");
        assertThat(ids(walk("Form", Part.REQUEST)))
                .contains("signalwire.form.To.type", "signalwire.form.Record.type", "signalwire.form.To.nullable")
                .doesNotContain("signalwire.form.Record.strict");
    }

    @Test
    void aReferenceThatLeadsNowhereIsNamed() {
        assertThatThrownBy(() -> walk("Nothing", Part.ANSWER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("signalwire: #/components/schemas/Nothing leads nowhere");
    }

    private static Ledger walk(String component, Part part) {
        Ledger ledger = new Ledger();
        Source none = new Source("none", null, null);
        Context start = Context.start("create", part, "/root", "signalwire.create", Level.MUST, none);
        JsonNode reference = json("{\"$ref\": \"#/components/schemas/" + component + "\"}");
        new SchemaWalk(SPEC, ledger).walk(reference, start);
        return ledger;
    }

    private static List<String> ids(Ledger ledger) {
        return ledger.uses().stream().map(u -> u.clause().id()).toList();
    }

    private static Use use(Ledger ledger, String id) {
        return ledger.uses().stream()
                .filter(u -> u.clause().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + ids(ledger)));
    }

    private static Clause clause(Ledger ledger, String id) {
        return use(ledger, id).clause();
    }

    private static JsonNode around(Ledger ledger, String id, JsonNode value) {
        return Objects.requireNonNull(use(ledger, id).embedding()).around(value);
    }

    private static SpecDocument spec() {
        try {
            return new SpecDocument(Api.SIGNALWIRE, new YAMLMapper().readTree(DOCUMENT), json("{}"), "");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
