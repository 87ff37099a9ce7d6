package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import org.jspecify.annotations.Nullable;

/** One value of one parameter. Each is itself: two of the same value are not compared. */
final class Probe {
    private static final int LONGEST = 24;

    private final Use use;
    private final JsonNode value;
    private final boolean lawful;
    private final ObjectNode companions;
    private final String parameter;
    private @Nullable String label;

    /**
     * A value.
     *
     * @param use the use of the clause that the value is about
     * @param value the value; missing for a parameter that is left out
     * @param lawful whether the target must accept it
     * @param companions what must be sent along for the parameter to mean anything
     */
    Probe(Use use, JsonNode value, boolean lawful, ObjectNode companions) {
        this.use = use;
        this.value = value;
        this.lawful = lawful;
        this.companions = companions;
        this.parameter = parameter(use);
    }

    /** The use of the clause that the value is about. */
    Use use() {
        return use;
    }

    /** The value; missing for a parameter that is left out. */
    JsonNode value() {
        return value;
    }

    /** Whether the target must accept it. */
    boolean lawful() {
        return lawful;
    }

    /** What must be sent along for the parameter to mean anything. */
    ObjectNode companions() {
        return companions;
    }

    /** The parameter: the clause ids about it, and its place, for an object may stand in two places of a body. */
    String parameter() {
        return parameter;
    }

    /** The parameter that a use of a clause is about. */
    static String parameter(Use use) {
        return parameter(use.clause()) + " at " + use.where();
    }

    /** The parameter that a clause is about. */
    static String parameter(Clause clause) {
        return clause.id().substring(0, clause.id().lastIndexOf('.'));
    }

    /** The parameter and the value: what a step carries. */
    String label() {
        String known = label;
        if (known == null) {
            known = parameter + "=" + value;
            label = known;
        }
        return known;
    }

    /** The parameter for people, without the API and, where it is one of the operation's own, the operation. */
    String subject() {
        String id = parameter(use.clause());
        String rest = id.substring(id.indexOf('.') + 1);
        return rest.startsWith(use.operation() + ".")
                ? rest.substring(use.operation().length() + 1)
                : rest;
    }

    /** The name of the case. */
    String caseName() {
        return (value.isMissingNode() ? subject() + " left out" : subject() + "=" + shown()) + verb();
    }

    /** The name of the case with the place instead of the object's name. */
    String caseNameWithPlace() {
        // The list at the start is the only one there is: a short name tells more.
        String where = use.where().replaceFirst("^\\w+\\[]\\.", "");
        return (value.isMissingNode() ? where + " left out" : where + "=" + shown()) + verb();
    }

    private String verb() {
        return lawful ? " is accepted" : " is refused";
    }

    /** The value, cut for people. */
    String shown() {
        if (value.isMissingNode()) {
            return "(left out)";
        }
        String text = value.isTextual() && use.part() != Part.REQUEST ? value.asText() : value.toString();
        if (text.isEmpty()) {
            return "(empty)";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 6) + "…(" + text.length() + ")";
    }
}
