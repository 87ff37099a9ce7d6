package io.callcheck.engine;

import io.callcheck.cases.AnswerCases;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.bird.BirdBench;
import io.callcheck.cases.bird.BirdLawCases;
import io.callcheck.cases.signalwire.CallLawCases;
import io.callcheck.cases.signalwire.SignalWireBench;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Operation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges stretches of a recording by the cases of one API. Expectations keep what they once read, so each stretch has
 * cases of its own: what they keep goes with them.
 *
 * @param bench what the cases share
 * @param laws the cases that speak of calls and not of single answers
 */
record AuditCourt(Bench bench, Function<Bench, List<Case>> laws) {

    /** The court of an API that a target has. */
    static AuditCourt of(Api api, Catalogue catalogue, Target target, CallbackInbox inbox) {
        SignalWireTarget signalwire = target.signalwire();
        if (api == Api.SIGNALWIRE && signalwire != null) {
            Bench bench = SignalWireBench.of(Contract.of(catalogue), target, signalwire, inbox)
                    .bench();
            return new AuditCourt(bench, fresh -> CallLawCases.of(new SignalWireBench(fresh, signalwire)));
        }
        BirdTarget bird = bird(target);
        Bench bench = BirdBench.of(Contract.of(catalogue), target, bird, inbox).bench();
        return new AuditCourt(bench, fresh -> BirdLawCases.of(new BirdBench(fresh, bird)));
    }

    /** How a case is known in every stretch. */
    static String key(Case of) {
        return of.clause().id() + " " + of.operation() + " " + of.name();
    }

    /** Judges a stretch; the bench of its cases judged the answers and is gone with it. */
    Answers judge(AuditStretch stretch, BiConsumer<Case, Evidence> judged) {
        Answers answers = new Answers(bench.catalogue(), bench.answers().contract());
        Bench fresh = new Bench(
                bench.catalogue(),
                bench.target(),
                bench.inbox(),
                bench.requests(),
                bench.placeholders(),
                bench.names(),
                answers);
        Api api = bench.catalogue().api();
        Evidence seen = stretch.evidence(api, AuditStretch.Part.NEW);
        Evidence lives = stretch.evidence(api, AuditStretch.Part.LIVES);
        AnswerCases.of(
                        fresh,
                        answers,
                        bench.catalogue().operations().stream()
                                .map(Operation::id)
                                .collect(Collectors.toSet()))
                .forEach(c -> judged.accept(c, seen));
        laws.apply(fresh).forEach(c -> judged.accept(c, lives));
        return answers;
    }

    /** The laws, to be known by. */
    List<Case> cases() {
        return laws.apply(bench);
    }

    /** The call that an exchange is about; empty when it is about none or many. */
    String call(Exchange exchange, @Nullable String named) {
        return switch (exchange.operation()) {
            case "create" ->
                exchange.accepted()
                        ? Bench.body(exchange).path(bench.names().id()).asText("")
                        : "";
            case "retrieve", "update" -> named == null ? "" : named;
            default -> "";
        };
    }

    private static BirdTarget bird(Target target) {
        BirdTarget bird = target.bird();
        if (bird == null) {
            throw new IllegalStateException("the target has no such side");
        }
        return bird;
    }
}
