package io.callcheck.verdict;

import io.callcheck.exchange.Capabilities;
import io.callcheck.verdict.Run.ExchangeInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says why operations under test were never seen to accept anything: a run may be red for that alone. What was refused is
 * told by its first refusal, what was never tried by what kept it from being tried.
 */
public final class Unaccepted {
    /** These say no more than that nothing was sent. */
    private static final Set<String> ECHOES = Set.of(
            "it was never sent",
            "the value was never sent",
            "no answer showed it",
            "no such answer came",
            "no request of it was accepted",
            "no lawful request was accepted that the wrong value could be put into");

    /** The call that is asked for first of all, to see whether anybody answers: there is none of that id. */
    public static final String NO_CALL = "00000000-0000-4000-8000-000000000000";

    private final Run run;
    private final Map<Refusal, Refused> refused = new LinkedHashMap<>();
    private final Map<String, Set<String>> untried = new LinkedHashMap<>();

    /** What a server refuses in the same way is told together. */
    private record Refusal(String api, String result) {}

    private record Refused(String request, Set<String> operations) {}

    private Unaccepted(Run run) {
        this.run = run;
        Set<Integer> right = right(run);
        List<String> operations = ReadingOrder.of(run.summary().unaccepted(), Unaccepted::api, Unaccepted::operation);
        for (String operation : operations) {
            if (answered(run, api(operation))) {
                sort(operation, right);
            }
        }
    }

    /**
     * One sentence for each refusal and for each reason why nothing was tried. None of a run that was cut short, nor of an
     * API that never answered: that is told already.
     */
    public static List<String> of(Run run) {
        if (!run.complete() || run.summary().unaccepted().isEmpty()) {
            return List.of();
        }
        Unaccepted unaccepted = new Unaccepted(run);
        List<String> sentences = new ArrayList<>();
        unaccepted.refused.forEach((refusal, of) -> sentences.add("no request of " + String.join(", ", of.operations())
                + " was ever accepted: " + of.request() + " -> " + refusal.result() + lacks(of.operations())));
        unaccepted.untried.forEach((why, operations) -> sentences.add(String.join(", ", operations)
                + (operations.size() == 1 ? " was" : " were") + " never tried" + (why.isEmpty() ? "" : ": " + why)));
        return sentences;
    }

    private void sort(String operation, Set<Integer> right) {
        ExchangeInfo first = null;
        for (int i = 0; i < run.exchanges().size(); i++) {
            ExchangeInfo exchange = run.exchanges().get(i);
            boolean of = operation.equals(exchange.api() + "." + exchange.operation()) && !right.contains(i);
            // An answer says more than that none came.
            if (of && (first == null || (first.response() == null && exchange.response() != null))) {
                first = exchange;
            }
        }
        if (first == null) {
            untried.computeIfAbsent(reason(operation), k -> new LinkedHashSet<>())
                    .add(operation);
            return;
        }
        String request = first.request().line();
        refused.computeIfAbsent(
                        new Refusal(api(operation), first.result()), k -> new Refused(request, new LinkedHashSet<>()))
                .operations()
                .add(operation);
    }

    /** The refusals that a server owes: of credentials that are wrong, of a call that is unknown. */
    private static Set<Integer> right(Run run) {
        Set<Integer> right = new TreeSet<>();
        for (Verdict verdict : run.verdicts()) {
            boolean refusal =
                    verdict.clause().endsWith(".unknown") || verdict.clause().endsWith(".security");
            if (refusal && verdict.outcome() == Outcome.PASS) {
                right.addAll(verdict.evidence());
            }
        }
        for (int i = 0; i < run.exchanges().size(); i++) {
            ExchangeInfo exchange = run.exchanges().get(i);
            if (exchange.result().equals("404") && exchange.request().url().contains(NO_CALL)) {
                right.add(i);
            }
        }
        return right;
    }

    /** That there was no call at all, or the commonest reason that says something. */
    private String reason(String operation) {
        List<ExchangeInfo> creations = run.exchanges().stream()
                .filter(e -> e.api().equals(api(operation)) && e.operation().equals("create"))
                .toList();
        if (!creations.isEmpty() && creations.stream().noneMatch(e -> e.result().startsWith("2"))) {
            ExchangeInfo first = creations.get(0);
            return run.summary().unaccepted().contains(api(operation) + ".create")
                    ? "no call was created"
                    : "no call was created: " + first.request().line() + " -> " + first.result();
        }
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (Reason reason : Reason.all(run, Outcome.UNSEEN, Outcome.ERROR)) {
            int cases = (int) reason.verdicts().stream()
                    .filter(v -> operation.equals(v.api() + "." + v.operation()))
                    .count();
            if (cases > 0 && !ECHOES.contains(reason.why()) && !reason.leftToTheTargetFile()) {
                reasons.put(reason.words(), cases);
            }
        }
        return reasons.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static boolean answered(Run run, String api) {
        return run.exchanges().stream().anyMatch(e -> e.api().equals(api) && e.response() != null);
    }

    /** What the target file could say, where it has a word for it; nothing where not even a call could be created. */
    private static String lacks(Set<String> operations) {
        Set<String> words = new LinkedHashSet<>();
        for (String operation : operations) {
            switch (operation(operation)) {
                case "create" -> {
                    return "";
                }
                case "list" -> words.add(Capabilities.LIST);
                case "delete" -> words.add(Capabilities.DELETE);
                case "createRecording", "updateRecording" -> words.add(Capabilities.RECORDINGS);
                case "createStream", "updateStream" -> words.add(Capabilities.STREAMS);
                default -> {}
            }
        }
        return words.isEmpty()
                ? ""
                : "; what the server does not offer can be named in the target file: 'lacks: ["
                        + String.join(", ", words) + "]'";
    }

    private static String api(String operation) {
        return operation.substring(0, Math.max(0, operation.indexOf('.')));
    }

    private static String operation(String operation) {
        return operation.substring(operation.indexOf('.') + 1);
    }
}
