package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an API.
 *
 * @param api the API
 * @param id the operationId, such as {@code create}
 * @param method the HTTP method in capitals
 * @param path the path template, to be appended to the target's address
 * @param requestMedia the media type of the request body; null when it has none
 * @param request the schema of the request body, references resolved; null when it has none
 * @param requestRoot JSON pointer of that schema; empty when it has none
 * @param answers by status code
 */
public record Operation(
        Api api,
        String id,
        String method,
        String path,
        @Nullable String requestMedia,
        @Nullable JsonNode request,
        String requestRoot,
        Map<Integer, Response> answers) {

    /**
     * A documented answer.
     *
     * @param name the name of the response component, which is the prefix of its clauses
     * @param media its media type; null when it has no body
     * @param root JSON pointer of the schema of its body; empty when it has none
     */
    public record Response(String name, @Nullable String media, String root) {}

    /** The documented status codes of success, in ascending order. */
    public List<Integer> successes() {
        return answers.keySet().stream().filter(s -> s / 100 == 2).sorted().toList();
    }

    /** The clause id of a clause of the whole operation. */
    public String clause(String keyword) {
        return api.id() + "." + id + "." + keyword;
    }
}
