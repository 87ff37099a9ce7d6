package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One use of a clause: a constraint at one place of one operation. The same clause is used by every operation that
 * shares the object.
 *
 * @param clause the clause
 * @param operation the operation's id, or the webhook's name
 * @param part the part of the message
 * @param root JSON pointer of the schema that the message is validated with; empty for {@link Part#OPERATION}
 * @param evaluationPath where a validator meets the keyword, counted from {@code root}
 * @param place the place in the message, one name a step, {@code *} for any item of an array
 * @param schema the schema node that holds the keyword, references resolved
 * @param guards the conditions under which the keyword applies
 * @param embedding builds a lawful body around a value of this place; null where nothing is sent
 */
public record Use(
        Clause clause,
        String operation,
        Part part,
        String root,
        String evaluationPath,
        List<String> place,
        JsonNode schema,
        List<Guard> guards,
        @Nullable Embedding embedding) {

    /**
     * A condition ({@code if}) on the way to a keyword.
     *
     * @param condition the {@code if} schema, references resolved
     * @param place the place in the message that it looks at
     * @param holds whether the keyword applies when the condition holds ({@code then}) or when it does not ({@code else})
     */
    public record Guard(JsonNode condition, List<String> place, boolean holds) {

        /**
         * Whether the keyword applies to an object at the guard's place. Our conditions ask for members to be there
         * and for constants, nothing else.
         */
        public boolean admits(JsonNode object) {
            boolean met = true;
            for (JsonNode name : condition.path("required")) {
                met &= object.has(name.asText());
            }
            for (Map.Entry<String, JsonNode> member :
                    condition.path("properties").properties()) {
                JsonNode constant = member.getValue().path("const");
                met &= !object.has(member.getKey())
                        || object.get(member.getKey()).equals(constant);
            }
            return met == holds;
        }
    }

    /** The name of the parameter or member: the last named step of the place, or the operation's id. */
    public String name() {
        for (int i = place.size() - 1; i >= 0; i--) {
            if (!place.get(i).equals("*")) {
                return place.get(i);
            }
        }
        return operation;
    }

    /** The place for people: {@code callFlow[].options.text}. */
    public String where() {
        return String.join(".", place).replace(".*", "[]");
    }

    /** The keyword of the clause. */
    public String keyword() {
        return clause.keyword();
    }
}
