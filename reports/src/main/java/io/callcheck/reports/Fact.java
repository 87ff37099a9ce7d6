package io.callcheck.reports;

import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A fact about the run.
 *
 * @param name what it is
 * @param value what it is in this run
 */
record Fact(String name, String value) {

    /** What was tested, when, with what, and at which cost. */
    static List<Fact> all(Judged judged) {
        Run run = judged.run();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Target", run.target().name()));
        facts.add(new Fact("Started", Figures.date(run.startedAt())));
        facts.add(new Fact("Took", Figures.duration(run.summary().millis())));
        facts.add(new Fact("Calls created", Figures.count(run.summary().callsCreated())));
        facts.add(new Fact("Requests sent", Figures.count(run.summary().requestsSent())));
        facts.add(new Fact("Kit version", run.kit().version()));
        facts.add(new Fact("Edition", judged.terms().edition().name()));
        facts.add(new Fact("Gates from", judged.terms().level().name()));
        return facts;
    }

    /** The digests of the documents that the clauses come from. */
    static List<Fact> digests(Run run) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(run.kit().digests()).forEach((api, digest) -> facts.add(new Fact(Figures.api(api), digest)));
        return facts;
    }

    /** The settings that took effect, credentials replaced. */
    static List<Fact> settings(Run run) {
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(run.target().settings()).forEach((name, value) -> facts.add(new Fact(name, value)));
        return facts;
    }
}
