package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Fault;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.fixtures.fault.WireFault;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults of answers as a whole: status codes, credentials, media types, bodies that are no JSON. */
final class OperationRounds {
    /**
     * What the target sends of itself is judged elsewhere; waiting for a phone to ring out adds nothing; and what is in
     * a list cannot be told by a list that is no answer.
     */
    private static final String ELSEWHERE =
            ".*(Callback\\.|\\.document|Timeout\\.effect|\\.create\\.listed|bird\\.list\\.(paging|filters)).*";

    private static final Set<String> CLAUSES = Stream.of(Api.values())
            .flatMap(api -> Catalogue.load(api).uses().stream())
            .filter(u -> u.part() == Part.OPERATION)
            .map(u -> u.clause().id())
            .collect(Collectors.toUnmodifiableSet());

    private OperationRounds() {}

    static List<Round> all(List<Faults.Entry> entries) {
        List<List<List<Faults.Entry>>> sides = new ArrayList<>();
        for (Api api : Api.values()) {
            List<Faults.Entry> own = entries.stream()
                    .filter(e -> e.api() == api && (CLAUSES.contains(e.clause()) || wire(e)))
                    .toList();
            List<List<Faults.Entry>> groups = new ArrayList<>(Packing.byFamily(
                    own.stream().filter(e -> !family(e).isEmpty()).toList(), OperationRounds::family));
            own.stream().filter(e -> family(e).isEmpty()).forEach(e -> groups.add(List.of(e)));
            sides.add(groups);
        }
        return Packing.rounds("operations", sides, id -> !id.matches(ELSEWHERE));
    }

    private static boolean wire(Faults.Entry entry) {
        return WireFault.of(Fault.parse(entry.id()).kind()).isPresent();
    }

    /** What shares a run with others; empty for what all else rests upon. */
    private static String family(Faults.Entry entry) {
        Fault fault = Fault.parse(entry.id());
        String subject = fault.subject();
        return switch (subject) {
            case "list", "page" -> "list";
            case "createRecording", "updateRecording", "recording" -> "recording";
            case "createStream", "updateStream", "stream" -> "stream";
            case "delete", "refused", "createRefused", "unauthorized", "conflict" -> subject;
            // Who answers with another success, or to anyone, disturbs nothing else.
            default -> fault.kind().matches("2[0-9]{2}|accepts") ? subject : "";
        };
    }
}
