package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Promptness;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks once more at what rests on waiting, one script after the other, with addresses and calls of its own. Something
 * that does not come twice is no accident; what was seen on the wire is never asked for again.
 */
final class SecondLook {
    /** More is no accident. */
    static final int MOST = 40;

    /** On a live account calls cost money: a script that creates more of them is not played for a second look. */
    static final int MOST_CALLS = 8;

    /** Nor is it one when nothing ever came of so many calls that were to be told of. */
    static final int MOST_UNHEARD = 4;

    private static final Set<Outcome> BROKEN = Set.of(Outcome.FAIL, Outcome.WARN);

    private final Plan plan;
    private final Verdicts verdicts;
    private final Player player;
    private final Map<Case, Verdict> settled = new HashMap<>();
    private final Set<String> confirmed;

    /** Plays a script and waits for its end. */
    @FunctionalInterface
    interface Player {
        /** What it saw; nothing when the kit broke in it. */
        Optional<Evidence> play(Script script) throws InterruptedException;
    }

    /**
     * @param plan made anew
     * @param verdicts makes verdicts
     * @param player plays its scripts
     * @param broken the clauses that were seen to be broken on the wire
     */
    SecondLook(Plan plan, Verdicts verdicts, Player player, Set<String> broken) {
        this.plan = plan;
        this.verdicts = verdicts;
        this.player = player;
        this.confirmed = new HashSet<>(broken);
    }

    /**
     * Those that are worth a second look.
     *
     * @param played the plan that was played
     * @param made which of its scripts made each exchange
     */
    static List<Held> worth(List<Held> held, Plan played, Map<Exchange, String> made) {
        boolean live = played.bench().target().live();
        Map<String, Integer> creations = new HashMap<>();
        made.forEach((exchange, script) ->
                creations.merge(script, exchange.operation().equals("create") ? 1 : 0, Integer::sum));
        List<Held> waited = held.stream()
                .filter(h -> !h.scripts().isEmpty())
                .filter(h -> !live || h.scripts().stream().allMatch(s -> creations.getOrDefault(s, 0) <= MOST_CALLS))
                .toList();
        Set<String> listening = played.scripts().stream()
                .filter(played::listens)
                .map(Script::name)
                .collect(Collectors.toSet());
        if (played.bench().inbox().deliveries().isEmpty()) {
            List<Held> others = waited.stream()
                    .filter(h -> h.scripts().stream().noneMatch(listening::contains))
                    .toList();
            waited = waited.size() - others.size() > MOST_UNHEARD ? others : waited;
        }
        return waited.size() > MOST ? List.of() : waited;
    }

    /** How long an effect may take now: what comes at all comes about as soon as the target mostly was. */
    static Duration settle(Plan played, List<Step> steps) {
        Duration longest = played.bench().target().limits().settle();
        boolean created =
                steps.stream().map(Step::exchange).anyMatch(e -> e.operation().equals("create") && e.accepted());
        return created
                ? Promptness.patience(new Evidence(steps, played.bench().inbox().deliveries()), longest)
                : longest;
    }

    /** The verdicts that were reached so far, by case of the plan that was played. */
    Map<Case, Verdict> settled() {
        return settled;
    }

    /**
     * Looks at cases again.
     *
     * @throws InterruptedException when the run is cut short
     */
    void at(List<Held> waited) throws InterruptedException {
        Map<String, Evidence> own = new LinkedHashMap<>();
        for (Script script : plan.scripts()) {
            boolean asked = waited.stream().anyMatch(h -> open(h) && h.scripts().contains(script.name()));
            if (asked) {
                player.play(script).ifPresent(seen -> own.put(script.name(), seen));
                waited.stream()
                        .filter(h -> h.scripts().contains(script.name())
                                && own.keySet().containsAll(h.scripts()))
                        .forEach(h -> judge(h, own));
            }
        }
    }

    /** Whether a case is to be tried: where another one has shown for sure that the clause is broken, none is. */
    private boolean open(Held held) {
        return !confirmed.contains(held.of().clause().id());
    }

    private void judge(Held held, Map<String, Evidence> own) {
        List<Step> steps = new ArrayList<>();
        held.scripts().forEach(name -> Optional.ofNullable(own.get(name)).ifPresent(e -> steps.addAll(e.steps())));
        if (!steps.isEmpty() && !exhausted(steps)) {
            again(held).map(of -> verdicts.judge(of, evidence(held, steps))).ifPresent(judgement -> {
                Verdict verdict = verdict(held, judgement);
                settled.put(held.of(), verdict);
                if (BROKEN.contains(verdict.outcome())) {
                    confirmed.add(held.of().clause().id());
                }
            });
        }
    }

    private Evidence evidence(Held held, List<Step> steps) {
        return held.alone()
                ? new Evidence(steps)
                : new Evidence(steps, plan.bench().inbox().deliveries());
    }

    /** The case of the new plan, whose expectation knows the new addresses. */
    private Optional<Case> again(Held held) {
        return plan.cases().stream().filter(held::same).findFirst();
    }

    /** Whether the budget of calls kept something from being tried: then nothing was found out. */
    private boolean exhausted(List<Step> steps) {
        int most = plan.bench().target().limits().calls();
        return most > 0
                && steps.stream()
                        .map(Step::exchange)
                        .anyMatch(e -> e.operation().equals("create") && e.answer() == null && !e.late());
    }

    private Verdict verdict(Held held, Judgement judgement) {
        Verdict first = held.first();
        Verdict second = verdicts.of(plan.bench().catalogue().api(), held.of(), judgement);
        if (second.outcome() == first.outcome()) {
            return first;
        }
        // Not to be seen broken is not to be seen to hold.
        boolean lost = BROKEN.contains(first.outcome())
                && second.outcome() != Outcome.PASS
                && !BROKEN.contains(second.outcome());
        return lost ? first : verdicts.unstable(first, second);
    }

    /** The scripts that made the exchanges which a judgement rests on. */
    static Set<String> scripts(Judgement judgement, Function<Exchange, Optional<String>> made) {
        return judgement.evidence().stream()
                .flatMap(e -> made.apply(e).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
