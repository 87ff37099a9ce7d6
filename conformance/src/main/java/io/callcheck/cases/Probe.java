package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.spec.Use;

/**
 * One value of one parameter.
 *
 * @param use the use of the clause that the value is about
 * @param value the value; missing for a parameter that is left out
 * @param lawful whether the target must accept it
 * @param companions what must be sent along for the parameter to mean anything
 */
record Probe(Use use, JsonNode value, boolean lawful, ObjectNode companions) {
    private static final int LONGEST = 24;

    /** The parameter, by the clause ids about it: {@code signalwire.create.Timeout}. */
    String parameter() {
        String id = use.clause().id();
        return id.substring(0, id.lastIndexOf('.'));
    }

    /** The parameter and the value: what a step carries. */
    String label() {
        return parameter() + "=" + value;
    }

    /** The parameter for people, without the API and, where it is one of the operation's own, the operation. */
    String subject() {
        String id = parameter();
        String rest = id.substring(id.indexOf('.') + 1);
        return rest.startsWith(use.operation() + ".")
                ? rest.substring(use.operation().length() + 1)
                : rest;
    }

    /** The name of the case. */
    String caseName() {
        String verb = lawful ? " is accepted" : " is refused";
        return value.isMissingNode() ? subject() + " left out" + verb : subject() + "=" + shown() + verb;
    }

    /** The value, cut for people. */
    String shown() {
        String text =
                value.isTextual() && use.part() != io.callcheck.spec.Part.REQUEST ? value.asText() : value.toString();
        if (text.isEmpty()) {
            return "(empty)";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 6) + "…(" + text.length() + ")";
    }
}
