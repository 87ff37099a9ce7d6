package io.callcheck.restassured;

import io.restassured.specification.FilterableRequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The body of a request of REST-assured, which makes it of its parameters only when it sends it. */
final class RequestText {
    private RequestText() {}

    static String of(FilterableRequestSpecification request) {
        Object body = request.getBody();
        if (body != null) {
            return body.toString();
        }
        List<String> pairs = new ArrayList<>();
        request.getFormParams().forEach((name, value) -> add(pairs, name, value));
        if (request.getMethod().equals("POST")) {
            request.getRequestParams().forEach((name, value) -> add(pairs, name, value));
        }
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, Object value) {
        if (value instanceof Collection<?> values) {
            values.forEach(v -> pairs.add(encoded(name) + "=" + encoded(String.valueOf(v))));
        } else {
            pairs.add(encoded(name) + "=" + encoded(String.valueOf(value)));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
