package io.callcheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Case;
import io.callcheck.engine.PlannedCase;
import io.callcheck.engine.Session;
import io.callcheck.exchange.Exchange;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that needs a server breaks its own clause and no other, but for those of {@link Sorts}, and every case is failed
 * by some fault, but for {@link Survivors}.
 */
@Tag("matrix")
final class FaultMatrixTest {
    private static Rounds begun = Rounds.begin(List.of());

    @BeforeAll
    static void begin() {
        begun = Rounds.begin(Rounds.all());
    }

    @AfterAll
    static void close() {
        begun.close();
    }

    static List<Round> all() {
        return Rounds.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void faultsBreakTheirClausesAlone(Round round) {
        assertThat(round.misfires(begun.of(round)))
                .as("%s: %s", round.name(), round.faults())
                .isEmpty();
    }

    @Test
    void everyFaultIsTried() {
        Set<String> tried = new TreeSet<>();
        Rounds.all().forEach(r -> r.faults().forEach(f -> tried.add(f.id())));
        Sorts.ofAnswers(Faults.all()).forEach(f -> tried.add(f.id()));
        assertThat(Faults.all()).extracting(Faults.Entry::id).allMatch(tried::contains);
    }

    @Test
    void figures() throws IOException {
        int faults = 0;
        List<String> missed = new ArrayList<>();
        int right = 0;
        for (Round round : Rounds.all()) {
            Set<String> red = begun.of(round).red();
            for (Faults.Entry fault : round.faults()) {
                faults++;
                if (red.stream().noneMatch(Sorts.expected(fault)::contains)) {
                    missed.add(fault.id());
                }
                right += red.contains(fault.clause()) ? 1 : 0;
            }
        }
        assertThat(missed).isEmpty();
        Measures.put("servers", Map.of("faults", faults, "caught", faults, "caughtByTheRightClause", right));
    }

    @Test
    void everyCaseIsFailedBySomeFault() throws IOException {
        Set<String> killed = new TreeSet<>();
        Rounds.all().forEach(r -> killed.addAll(begun.of(r).killed()));
        Set<String> killedAnswers = new TreeSet<>();
        List<Exchange> recorded = Recorded.run();
        for (Api api : Api.values()) {
            Court court = Court.of(api, recorded);
            for (Faults.Entry entry : Sorts.ofAnswers(Faults.of(court.catalogue()))) {
                killedAnswers.addAll(court.with(entry.id()).cases());
            }
        }
        List<Case> cases;
        try (Stand stand = Stand.varied();
                Session session = Session.open(stand.target(), clause -> true)) {
            cases = session.cases().stream().map(PlannedCase::of).toList();
        }
        Set<String> survivors = Survivors.among(cases, killed, killedAnswers);
        killed.addAll(alone(survivors));
        survivors = Survivors.among(cases, killed, killedAnswers);
        Measures.put("cases", Map.of("cases", cases.size(), "failedBySomeFault", cases.size() - survivors.size()));
        assertThat(survivors).allMatch(Survivors::excused);
    }

    /** Beside others a call may be over before it is looked at: the rounds of what survived once more, alone. */
    private static Set<String> alone(Set<String> survivors) {
        Set<String> clauses = new TreeSet<>();
        survivors.stream().filter(s -> !Survivors.excused(s)).forEach(s -> clauses.addAll(Survivors.clauses(s)));
        Set<String> killed = new TreeSet<>();
        for (Round round : Rounds.all()) {
            if (round.faults().stream().anyMatch(f -> clauses.contains(f.clause()))) {
                killed.addAll(round.play().killed());
            }
        }
        return killed;
    }
}
