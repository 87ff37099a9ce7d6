package io.callcheck.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.AccessCases;
import io.callcheck.cases.AnswerCases;
import io.callcheck.cases.Bench;
import io.callcheck.cases.CallGround;
import io.callcheck.cases.Case;
import io.callcheck.cases.Ground;
import io.callcheck.cases.ParameterCases;
import io.callcheck.cases.Script;
import io.callcheck.cases.bird.BirdBench;
import io.callcheck.cases.signalwire.SignalWireBench;
import io.callcheck.cases.signalwire.SignalWireCases;
import io.callcheck.cases.signalwire.SignalWireGrounds;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run does to one API of a target: the scripts, and the cases that are judged on everything they saw.
 *
 * @param bench what the scripts share
 * @param answers judges answers
 * @param scripts in the order of the report
 * @param overall the cases that are judged on the whole run
 */
record Plan(Bench bench, Answers answers, List<Script> scripts, List<Case> overall) {

    /** The plans of a target: one for each API that it has. */
    static List<Plan> of(Target target, CallbackInbox inbox) {
        List<Plan> plans = new ArrayList<>();
        SignalWireTarget signalwire = target.signalwire();
        if (signalwire != null) {
            plans.add(signalwire(target, signalwire, inbox));
        }
        BirdTarget bird = target.bird();
        if (bird != null) {
            plans.add(bird(target, bird, inbox));
        }
        return plans;
    }

    private static Plan signalwire(Target target, SignalWireTarget side, CallbackInbox inbox) {
        Catalogue catalogue = Catalogue.load(Api.SIGNALWIRE);
        SignalWireBench bench = SignalWireBench.of(catalogue, target, side, inbox);
        AccessCases.Rules rules = new AccessCases.Rules(
                Set.of(401),
                Set.of(400, 401, 403, 404),
                Set.of(404),
                "AccountSid",
                "Basic " + Redaction.basic(side.account(), "not-the-token"));
        List<Script> scripts = new ArrayList<>();
        scripts.add(access(bench.bench(), "create", bench.plainCreate(), CallGround.Maker.NOTHING, rules));
        scripts.add(
                access(bench.bench(), "retrieve", Bench.empty(), created(bench.bench(), bench.plainCreate()), rules));
        scripts.add(access(
                bench.bench(),
                "update",
                Bench.empty()
                        .put(
                                "StatusCallback",
                                bench.bench().placeholders().values().getOrDefault("callback", "")),
                (transcript, body) -> bench.inProgress(transcript, "to update"),
                rules));
        scripts.add(access(bench.bench(), "list", Bench.empty(), CallGround.Maker.NOTHING, rules));
        scripts.add(life(bench.bench(), transcript -> bench.inProgress(transcript, "to end")));
        scripts.addAll(SignalWireCases.scripts(bench));
        return made(bench.bench(), scripts, SignalWireGrounds.of(bench));
    }

    private static Plan bird(Target target, BirdTarget side, CallbackInbox inbox) {
        Catalogue catalogue = Catalogue.load(Api.BIRD);
        BirdBench bench = BirdBench.of(catalogue, target, side, inbox);
        AccessCases.Rules rules = new AccessCases.Rules(
                Set.of(401, 403),
                Set.of(400, 401, 403, 404),
                Set.of(400, 403, 404),
                "workspaceId",
                "AccessKey not-the-key");
        List<Script> scripts = new ArrayList<>();
        scripts.add(access(bench.bench(), "create", bench.plainCreate(), CallGround.Maker.NOTHING, rules));
        scripts.add(
                access(bench.bench(), "retrieve", Bench.empty(), created(bench.bench(), bench.plainCreate()), rules));
        scripts.add(access(
                bench.bench(),
                "update",
                bench.plainUpdate(),
                (transcript, body) -> bench.ongoing(transcript, "to update"),
                rules));
        scripts.add(access(bench.bench(), "list", Bench.empty(), CallGround.Maker.NOTHING, rules));
        scripts.add(life(bench.bench(), transcript -> bench.ongoing(transcript, "to end")));
        return made(bench.bench(), scripts, bench.grounds());
    }

    private static Plan made(Bench bench, List<Script> scripts, List<Ground> grounds) {
        Contract contract = Contract.of(bench.catalogue());
        Answers answers = new Answers(bench.catalogue(), contract);
        List<Script> all = new ArrayList<>(scripts);
        for (Ground ground : grounds) {
            all.add(ParameterCases.script(
                    bench.catalogue(), contract, ground, bench.target().allowInvalid()));
        }
        Set<String> operations = new LinkedHashSet<>();
        for (Script script : all) {
            script.cases().forEach(c -> operations.add(c.operation()));
        }
        return new Plan(bench, answers, List.copyOf(all), AnswerCases.of(bench.catalogue(), answers, operations));
    }

    /** A call from its creation to its end: it decides no case by itself, but shows what only an ended call has. */
    private static Script life(Bench bench, Beginning beginning) {
        return new Script("life of a call", bench.catalogue().api(), List.of(), transcript -> {
            Optional<String> call = beginning.begin(transcript);
            if (call.isPresent()) {
                transcript.send("end", "update", bench.hangUp(call.get()));
                bench.await(transcript, call.get(), bench.names().ended());
            }
        });
    }

    /** Brings a call into progress. */
    private interface Beginning {
        Optional<String> begin(Transcript transcript) throws InterruptedException;
    }

    private static Script access(
            Bench bench, String operation, ObjectNode body, CallGround.Maker subject, AccessCases.Rules rules) {
        String plain = bench.catalogue().api().id() + "." + operation + ".plain";
        return AccessCases.script(bench, operation, body, subject, rules, plain);
    }

    private static CallGround.Maker created(Bench bench, ObjectNode create) {
        return (transcript, body) -> bench.call(
                transcript,
                "to look at",
                create,
                Set.of(
                        "queued",
                        "ringing",
                        "in-progress",
                        "completed",
                        "accepted",
                        "starting",
                        "ongoing",
                        "busy",
                        "failed",
                        "no-answer",
                        "canceled",
                        "cancelled",
                        "scheduled",
                        "initiated"));
    }

    /** All cases, in the order of the report. */
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        scripts.forEach(s -> cases.addAll(s.cases()));
        cases.addAll(overall);
        return cases;
    }

    /** The part of the plan that judges the given clauses; a script without a case left is not played. */
    Plan only(Predicate<String> clause) {
        List<Case> judged =
                overall.stream().filter(c -> clause.test(c.clause().id())).toList();
        List<Script> kept = new ArrayList<>();
        for (Script script : scripts) {
            List<Case> cases = script.cases().stream()
                    .filter(c -> clause.test(c.clause().id()))
                    .toList();
            if (!cases.isEmpty() || (script.cases().isEmpty() && !judged.isEmpty())) {
                kept.add(new Script(script.name(), script.api(), cases, script.action()));
            }
        }
        return new Plan(bench, answers, kept, judged);
    }

    /** The operations under test, and whether a request of theirs was accepted. */
    Map<String, Boolean> accepted(List<io.callcheck.exchange.Exchange> exchanges) {
        Map<String, Boolean> accepted = new java.util.LinkedHashMap<>();
        scripts.forEach(s -> s.cases().forEach(c -> accepted.putIfAbsent(c.operation(), false)));
        exchanges.stream()
                .filter(io.callcheck.exchange.Exchange::accepted)
                .forEach(e -> accepted.replace(e.operation(), true));
        return accepted;
    }
}
