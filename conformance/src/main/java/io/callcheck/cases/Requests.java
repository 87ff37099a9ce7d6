package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.spec.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the requests of one API: path, credentials, and the body in the operation's media type.
 *
 * @param base the address that paths are appended to
 * @param variables the values of the path's variables that are the same in every request
 * @param authorization the value of the header Authorization
 */
public record Requests(URI base, Map<String, String> variables, String authorization) {

    /**
     * A request of an operation.
     *
     * @param path the values of the path's variables that are this request's own; they outrank the common ones
     * @param body its members; those of a GET become the query
     */
    public Sent of(Operation operation, Map<String, String> path, ObjectNode body) {
        String address = base + operation.path();
        for (Map.Entry<String, String> variable : path.entrySet()) {
            address = address.replace("{" + variable.getKey() + "}", Forms.escape(variable.getValue()));
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            address = address.replace("{" + variable.getKey() + "}", Forms.escape(variable.getValue()));
        }
        List<Header> headers = new ArrayList<>(List.of(new Header("Accept", "application/json")));
        if (!authorization.isEmpty()) {
            headers.add(new Header("Authorization", authorization));
        }
        String media = operation.requestMedia();
        if (media == null) {
            String query = Forms.encode(body);
            return new Sent(
                    operation.method(), URI.create(address + (query.isEmpty() ? "" : "?" + query)), headers, "");
        }
        headers.add(new Header("Content-Type", media));
        String text = media.contains("json") ? body.toString() : Forms.encode(body);
        return new Sent(operation.method(), URI.create(address), headers, text);
    }
}
