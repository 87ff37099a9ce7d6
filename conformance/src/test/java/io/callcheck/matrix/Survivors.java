package io.callcheck.matrix;

import io.callcheck.cases.Case;
import java.util.Map;
import java.util.Set;

/** Cases that no fault of ours fails, each with the reason. */
final class Survivors {
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
                    "signalwire\\.delete\\.security .*",
                    "a delete without credentials that is accepted takes the call away before the next one is tried"),
            Map.entry(
                    "bird\\.update\\.status\\.type .*",
                    "a status that is no text is accepted and ends the call, which the next probe then finds ended"),
            Map.entry(
                    "signalwire\\.statusCallback\\.(subscribed|form|CallDuration\\.end) .*",
                    "open: the faults of the clause fail its other cases, and none was made for this one yet"));

    private Survivors() {}

    /**
     * Whether the case is one of acceptance whose value stands for the whole parameter too: refused, it is told as that
     * clause's violation, or as that of the plain request which carries it.
     */
    static boolean shared(Case of, Set<String> killed) {
        String clause = of.clause().id();
        String parameter = clause.substring(0, clause.lastIndexOf('.'));
        String accepted = parameter + ".accepted | " + of.name() + " | " + of.operation();
        return of.name().endsWith(" is accepted")
                && (killed.contains(accepted) || Sorts.told(parameter + ".accepted:refuses"));
    }

    /** Whether the same expectation, made by the same code for another operation, is failed by some fault. */
    static boolean elsewhere(Case of, Set<String> killed, Set<String> killedAnswers) {
        String clause = of.clause().id();
        return killed.stream().anyMatch(k -> k.startsWith(clause + " | " + of.name() + " | "))
                || killedAnswers.stream().anyMatch(k -> k.startsWith(clause + " "));
    }

    /** Whether a case is among them. */
    static boolean excused(String key) {
        return EXCUSED.keySet().stream().anyMatch(key::matches);
    }
}
