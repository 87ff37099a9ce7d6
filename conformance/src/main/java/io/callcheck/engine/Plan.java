package io.callcheck.engine;

import io.callcheck.cases.AnswerCases;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.DeliveryCases;
import io.callcheck.cases.Ground;
import io.callcheck.cases.ParameterCases;
import io.callcheck.cases.Script;
import io.callcheck.cases.bird.BirdBench;
import io.callcheck.cases.bird.BirdLawCases;
import io.callcheck.cases.bird.BirdScripts;
import io.callcheck.cases.signalwire.CallLawCases;
import io.callcheck.cases.signalwire.CallbackCases;
import io.callcheck.cases.signalwire.SignalWireBench;
import io.callcheck.cases.signalwire.SignalWireGrounds;
import io.callcheck.cases.signalwire.SignalWireScripts;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.spec.Api;
import io.callcheck.spec.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a run does to one API of a target: the scripts, and the cases that are judged on everything they saw.
 *
 * @param bench what the scripts share
 * @param answers judges answers
 * @param scripts in the order of the report
 * @param overall the cases that are judged on the whole run
 */
record Plan(Bench bench, Answers answers, List<Script> scripts, List<Case> overall) {

    /** The plans of a target: one for each API that it has and that may be asked about. */
    static List<Plan> of(Target target, CallbackInbox inbox, Choice choice, Contracts contracts) {
        List<Supplier<Plan>> plans = new ArrayList<>();
        SignalWireTarget signalwire = target.signalwire();
        if (signalwire != null && choice.concerns(Api.SIGNALWIRE)) {
            plans.add(() -> of(SignalWireBench.of(contracts.of(Api.SIGNALWIRE), target, signalwire, inbox)));
        }
        BirdTarget bird = target.bird();
        if (bird != null && choice.concerns(Api.BIRD)) {
            plans.add(() -> of(BirdBench.of(contracts.of(Api.BIRD), target, bird, inbox)));
        }
        return plans.parallelStream().map(Supplier::get).toList();
    }

    private static Plan of(SignalWireBench side) {
        CallbackCases callbacks = CallbackCases.of(side);
        List<Script> scripts = new ArrayList<>(callbacks.scripts());
        scripts.addAll(SignalWireScripts.of(side));
        List<Case> laws = new ArrayList<>(CallLawCases.of(side));
        laws.addAll(callbacks.cases());
        return made(side.bench(), scripts, SignalWireGrounds.of(side), laws);
    }

    private static Plan of(BirdBench side) {
        return made(side.bench(), BirdScripts.of(side), side.grounds(), BirdLawCases.of(side));
    }

    /** The laws are judged on the whole run, as the cases of answers are. */
    private static Plan made(Bench bench, List<Script> scripts, List<Ground> grounds, List<Case> laws) {
        Contract contract = bench.answers().contract();
        List<Script> all = new ArrayList<>(scripts);
        for (Ground ground : grounds) {
            all.add(ParameterCases.script(
                    bench.catalogue(), contract, ground, bench.target().allowInvalid()));
        }
        Set<String> operations = new LinkedHashSet<>();
        for (Script script : all) {
            script.cases().forEach(c -> operations.add(c.operation()));
        }
        List<Case> overall = new ArrayList<>(AnswerCases.of(bench, bench.answers(), operations));
        overall.addAll(DeliveryCases.of(bench, contract));
        overall.addAll(laws);
        return new Plan(bench, bench.answers(), Existing.scripts(bench, all), Existing.cases(bench, overall));
    }

    /** All cases, in the order of the report. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        scripts.forEach(s -> cases.addAll(s.cases()));
        cases.addAll(overall);
        return cases;
    }

    /** The part of the plan that judges the given clauses; a script without a case left is not played. */
    Plan only(Choice choice) {
        List<Case> judged =
                overall.stream().filter(c -> choice.asks(c.clause().id())).toList();
        // Lists show calls as well, and no case of a call's laws names them.
        boolean listed = !judged.stream().allMatch(this::isOfItsOperation);
        List<Script> kept = new ArrayList<>();
        for (Script script : scripts) {
            List<Case> cases = script.cases().stream()
                    .filter(c -> choice.asks(c.clause().id()))
                    .toList();
            // What is judged on the whole run needs every script of its operation, and the ones without cases.
            boolean asked =
                    (listed && script.sends("list")) || judged.stream().anyMatch(c -> script.sends(c.operation()));
            if (!cases.isEmpty() || asked) {
                kept.add(new Script(script.name(), script.api(), script.operations(), cases, script.action()));
            }
        }
        return new Plan(bench, answers, kept, judged);
    }

    /** Whether a case is about the requests and answers of one operation, and not about calls wherever they are shown. */
    private boolean isOfItsOperation(Case of) {
        return of.clause().id().startsWith(Choice.all(bench.catalogue().api()) + of.operation() + ".");
    }

    /** Whether a script makes calls to hear what the target tells of them. */
    boolean listens(Script script) {
        List<String> sent =
                bench.catalogue().operations().stream().map(Operation::id).toList();
        return !sent.containsAll(script.operations());
    }

    /** The operations under test that the target offers, and whether a request of theirs was accepted. */
    Map<String, Boolean> accepted(List<Exchange> exchanges) {
        Map<String, Boolean> accepted = new LinkedHashMap<>();
        for (Script script : scripts) {
            for (Case of : script.cases()) {
                if (bench.lacking(of.operation()).isEmpty()) {
                    accepted.putIfAbsent(of.operation(), false);
                }
            }
        }
        // What the target sends is no operation that could be accepted.
        accepted.keySet()
                .retainAll(bench.catalogue().operations().stream()
                        .map(Operation::id)
                        .toList());
        exchanges.stream().filter(Exchange::accepted).forEach(e -> accepted.replace(e.operation(), true));
        return accepted;
    }
}
