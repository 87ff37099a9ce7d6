package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a live target dial the numbers of the target file and no other: a wrong request must never ring a stranger. */
final class DialGuard {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean live;
    private final Set<String> allowed = new HashSet<>();

    DialGuard(Target target) {
        this.live = target.live();
        List<Map<String, String>> numbers = new ArrayList<>();
        if (target.signalwire() != null) {
            numbers.add(target.signalwire().to());
        }
        if (target.bird() != null) {
            numbers.add(target.bird().to());
        }
        numbers.forEach(of -> of.values().forEach(number -> allowed.add(plain(number))));
    }

    /** A number that the request would have dialled and may not; nothing when it may be sent. */
    Optional<String> forbidden(Api api, Sent sent) {
        if (!live || sent.method().equals("GET") || sent.body().isEmpty()) {
            return Optional.empty();
        }
        return dialled(api, sent).stream()
                .filter(number -> !allowed.contains(plain(number)))
                .findFirst();
    }

    private static List<String> dialled(Api api, Sent sent) {
        if (api == Api.SIGNALWIRE) {
            List<String> numbers = new ArrayList<>();
            Forms.decode(sent.body()).forEach((name, values) -> {
                if (name.equalsIgnoreCase("To")) {
                    numbers.addAll(values);
                }
            });
            return numbers;
        }
        List<String> numbers = new ArrayList<>();
        try {
            for (JsonNode to : JSON.readTree(sent.body()).findValues("to")) {
                numbers.add(to.asText());
            }
        } catch (IOException e) {
            // A body that is no JSON asks for no call, but it might hold a number all the same.
            return sent.body().contains("\"to\"") ? List.of("in a body that is not JSON") : List.of();
        }
        return numbers;
    }

    /** Spaces and letter case make no other number. */
    private static String plain(String number) {
        return number.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
