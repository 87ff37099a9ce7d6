package io.callcheck.matrix;

import io.callcheck.cases.Case;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Cases that no fault of ours fails, each with the reason. */
final class Survivors {
    private static final String SEPARATOR = " | ";

    /** Patterns of case names, and why no fault fails them. */
    private static final Map<String, String> EXCUSED = Map.ofEntries(
            Map.entry(
                    "bird\\.create\\.sendKeys\\.pattern .*|signalwire\\.create\\.SendDigits\\.pattern .*",
                    "the value is the longest lawful one too, and the fault of that bound refuses it"),
            Map.entry(
                    "bird\\.list\\.(from|to)\\.maxLength .*|bird\\.list\\.duration\\.minimum .*",
                    "the value at the bound is the only lawful one that is tried: refused, the parameter is not accepted"),
            Map.entry(
                    "bird\\.record\\.beep\\.accepted .*|bird\\.gather\\.endKey\\.enum .*",
                    "the example of the command has it, so that its refusal is told of the command"),
            Map.entry(
                    "signalwire\\.create\\.StatusCallbackEvent\\.items\\.enum .*initiated.*",
                    "the first event of the list stands for the parameter"),
            Map.entry(
                    "bird\\.update\\.status\\.type .*",
                    "a status that is no text is accepted and ends the call, which the next probe then finds ended"));

    private Survivors() {}

    /** The cases that neither a fault of a server fails nor one of an answer: clause, name and operation. */
    static Set<String> among(List<Case> cases, Set<String> killed, Set<String> killedAnswers) {
        return cases.stream()
                .filter(c -> !killed.contains(key(c)) && !elsewhere(c, killed, killedAnswers) && !shared(c, killed))
                .map(Survivors::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The clauses whose faults would fail a case: its own, and that its parameter is accepted at all. */
    static Set<String> clauses(String key) {
        String clause = key.substring(0, key.indexOf(SEPARATOR));
        return Set.of(clause, accepted(clause));
    }

    /** Whether a case is among those that need no fault. */
    static boolean excused(String key) {
        return EXCUSED.keySet().stream().anyMatch(key::matches);
    }

    /**
     * Whether the case is one of acceptance whose value stands for the whole parameter too: refused, it is told as that
     * clause's violation, of this operation or of another one by the same code, or as that of the plain request which
     * carries it.
     */
    private static boolean shared(Case of, Set<String> killed) {
        String accepted = accepted(of.clause().id());
        return of.name().endsWith(" is accepted")
                && (anywhere(accepted, of.name(), killed) || Sorts.told(accepted + ":refuses"));
    }

    /** Whether the same expectation, made by the same code for another operation, is failed by some fault. */
    private static boolean elsewhere(Case of, Set<String> killed, Set<String> killedAnswers) {
        String clause = of.clause().id();
        return anywhere(clause, of.name(), killed) || killedAnswers.stream().anyMatch(k -> k.startsWith(clause + " "));
    }

    private static boolean anywhere(String clause, String name, Set<String> killed) {
        String start = clause + SEPARATOR + name + SEPARATOR;
        return killed.stream().anyMatch(k -> k.startsWith(start));
    }

    private static String accepted(String clause) {
        return clause.substring(0, clause.lastIndexOf('.')) + ".accepted";
    }

    private static String key(Case of) {
        return of.clause().id() + SEPARATOR + of.name() + SEPARATOR + of.operation();
    }
}
