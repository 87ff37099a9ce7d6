package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Behaviour;
import io.callcheck.fixtures.fault.Fault;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faults of parameters: those of different parameters share a run. */
final class RequestRounds {
    private static final Set<Part> REQUEST = Set.of(Part.PATH, Part.QUERY, Part.FORM, Part.REQUEST);
    /** Without these others mean nothing: who refuses them is tried with nothing of their family. */
    private static final String CARRIERS = "signalwire\\.create\\."
            + "(FallbackUrl|StatusCallback|StatusCallbackEvent|MachineDetection|AsyncAmd|AsyncAmdStatusCallback|Record"
            + "|RecordingStatusCallback|SipAuthUsername|SipAuthPassword)\\..*"
            + "|signalwire\\.(update|createRecording|createStream)\\.(Url|FallbackUrl|Parameter1|Parameter99|StatusCallback|RecordingStatusCallback)\\..*"
            + "|signalwire\\.(updateRecording|updateStream)\\.Status\\..*"
            + "|bird\\.(create|update)\\.(callFlow|notification|amdSettings|tags)\\.[a-zA-Z]+"
            + "|bird\\.(createCommand|command|condition)\\..*"
            + "|bird\\.gather\\.(say|playback)\\..*|bird\\.bridge\\.(to|notification|amdSettings|callFlow)\\.[a-zA-Z]+"
            + "|bird\\.(say\\.text|playback\\.media)\\..*|bird\\.create\\.(record|flowStart)\\..*";

    private static final Set<String> CLAUSES = clauses();

    private RequestRounds() {}

    /** Whether a clause is one of these. */
    static boolean judges(String clause) {
        return CLAUSES.contains(clause);
    }

    static List<Round> all(List<Faults.Entry> entries) {
        List<Faults.Entry> own =
                entries.stream().filter(e -> CLAUSES.contains(e.clause())).toList();
        List<Faults.Entry> carriers =
                own.stream().filter(RequestRounds::carries).toList();
        List<Faults.Entry> members =
                own.stream().filter(e -> !carriers.contains(e) && shares(e)).toList();
        List<Faults.Entry> rest = own.stream()
                .filter(e -> !carriers.contains(e) && !members.contains(e))
                .toList();
        List<Round> rounds = new ArrayList<>(rounds("requests", rest, e -> parameter(e.clause())));
        rounds.addAll(rounds("carriers", carriers, e -> family(e.clause())));
        rounds.addAll(rounds("members", members, e -> e.clause().split("\\.", -1)[1]));
        return rounds;
    }

    private static List<Round> rounds(String name, List<Faults.Entry> entries, Function<Faults.Entry, String> family) {
        List<List<List<Faults.Entry>>> sides = new ArrayList<>();
        for (Api api : Api.values()) {
            List<Faults.Entry> own =
                    entries.stream().filter(e -> e.api() == api).toList();
            List<List<Faults.Entry>> groups = new ArrayList<>(
                    Packing.byFamily(own.stream().filter(e -> !Sorts.told(e)).toList(), family));
            own.stream().filter(Sorts::told).forEach(e -> groups.add(List.of(e)));
            sides.add(groups);
        }
        return Packing.rounds(
                name, sides, id -> CLAUSES.contains(id) || id.endsWith(".plain") || id.endsWith(".handler"));
    }

    private static boolean carries(Faults.Entry entry) {
        return entry.clause().matches("bird\\.(createCommand|command)\\.options\\.type")
                || (Fault.parse(entry.id()).kind().equals(Behaviour.REFUSES.id())
                        && (entry.clause().matches(CARRIERS) || Sorts.told(entry)));
    }

    /** The examples of an object of Bird's have several members: who refuses one refuses the others with it. */
    private static boolean shares(Faults.Entry entry) {
        return Fault.parse(entry.id()).kind().equals(Behaviour.REFUSES.id())
                && entry.clause().matches("bird\\.(?!create\\.|update\\.|list\\.|retrieve\\.).*");
    }

    private static String parameter(String clause) {
        return clause.substring(0, clause.lastIndexOf('.'));
    }

    private static String family(String clause) {
        if (clause.startsWith("bird.")) {
            return "bird";
        }
        for (String word : List.of("Recording", "Record", "Stream", "Status", "Machine", "AsyncAmd", "Sip")) {
            if (clause.startsWith("signalwire.create." + word)) {
                return word.replace("Recording", "Record").replace("AsyncAmd", "Machine");
            }
        }
        return clause.split("\\.", -1)[1];
    }

    private static Set<String> clauses() {
        Set<String> clauses = new TreeSet<>();
        for (Api api : Api.values()) {
            clauses.addAll(Catalogue.load(api).uses().stream()
                    .filter(u -> REQUEST.contains(u.part()))
                    .map((Use u) -> u.clause().id())
                    .collect(Collectors.toSet()));
        }
        return Set.copyOf(clauses);
    }
}
