package io.callcheck.expect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request named, in whatever part of it: an answer may say it again, and tells its sender nothing by that. */
final class Named {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASIC = "basic ";

    /** A telephone number, in any notation. */
    private static final String NUMBER = "[+(\\d][\\d\\s()./-]*";

    /** Fewer digits may stand in any other number by chance. */
    private static final int DIGITS = 7;

    private final Set<String> texts;
    private final Set<String> digits;

    private Named(Set<String> texts) {
        this.texts = texts;
        this.digits = texts.stream().map(Named::digits).collect(Collectors.toUnmodifiableSet());
    }

    static Named by(Sent sent) {
        Set<String> texts = new HashSet<>();
        for (String segment : sent.uri().getPath().split("/", -1)) {
            texts.add(plain(segment.replaceFirst("\\.json$", "")));
        }
        String query = sent.uri().getRawQuery();
        add(query == null ? "" : query, texts);
        try {
            add(JSON.readTree(sent.body()), texts);
        } catch (JsonProcessingException e) {
            add(sent.body(), texts);
        }
        for (Header header : sent.headers()) {
            if (header.name().equalsIgnoreCase("Authorization")) {
                texts.add(user(header.value()));
            }
        }
        return new Named(texts);
    }

    /** Whether a value says nothing but what the request named; one that is null or empty says nothing at all. */
    boolean holds(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode within : value) {
                if (!holds(within)) {
                    return false;
                }
            }
            return true;
        }
        String text = plain(value.asText());
        return value.isNull() || text.isEmpty() || texts.contains(text) || number(text);
    }

    private boolean number(String text) {
        String own = digits(text);
        return text.matches(NUMBER) && own.length() >= DIGITS && digits.stream().anyMatch(d -> d.contains(own));
    }

    private static void add(String form, Set<String> texts) {
        for (Map.Entry<String, List<String>> field : Forms.decode(form).entrySet()) {
            field.getValue().forEach(value -> texts.add(plain(value)));
        }
    }

    private static void add(JsonNode value, Set<String> texts) {
        value.forEach(within -> add(within, texts));
        if (value.isValueNode()) {
            texts.add(plain(value.asText()));
        }
    }

    /** Whom credentials name; nobody when they are of another kind. */
    private static String user(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return "";
        }
        try {
            byte[] both = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            return plain(new String(both, StandardCharsets.UTF_8).replaceFirst("(?s):.*", ""));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
