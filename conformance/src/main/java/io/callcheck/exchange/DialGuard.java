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

/**
 * Keeps requests back. A live target dials the numbers of the target file and no other: a wrong request must never ring a
 * stranger. Of a target that is read alone nothing is asked but to show.
 */
final class DialGuard {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean live;
    private final boolean reads;
    private final Set<String> allowed = new HashSet<>();

    DialGuard(Target target) {
        this.live = target.live();
        this.reads = target.readOnly();
        List<Map<String, String>> numbers = new ArrayList<>();
        if (target.signalwire() != null) {
            numbers.add(target.signalwire().to());
        }
        if (target.bird() != null) {
            numbers.add(target.bird().to());
        }
        numbers.forEach(of -> of.values().forEach(number -> allowed.add(plain(number))));
    }

    /** Why a request is kept back; nothing when it may be sent. */
    Optional<String> forbidden(Api api, Sent sent) {
        if (sent.method().equals("GET")) {
            return Optional.empty();
        }
        if (reads) {
            return Optional.of("the target file says 'read-only: true'");
        }
        if (!live || sent.body().isEmpty()) {
            return Optional.empty();
        }
        return dialled(api, sent).stream()
                .filter(number -> !allowed.contains(plain(number)))
                .findFirst()
                .map(number -> "it would dial '" + number
                        + "', and a live target is asked to dial the numbers of the target file alone");
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
