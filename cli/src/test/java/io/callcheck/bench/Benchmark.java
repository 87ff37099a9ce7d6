package io.callcheck.bench;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.reports.HtmlReport;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Measures in one process how close the kit comes to the wire, and prints a table. Not a test: machines differ, and the
 * ratios within one run are what can be compared. {@code mvn -Pbench -pl cli -am verify}.
 */
public final class Benchmark {
    private static final int ROUNDS = 5;
    /** Before them: after so many the compiler has seen what costs most, the kit's code and the server's. */
    private static final int WARM = 3;

    private static final Map<String, Predicate<String>> PARTS = new LinkedHashMap<>();

    static {
        Predicate<String> behaviour = behaviour();
        PARTS.put("the derived cases, which wait for no telephone", behaviour.negate());
        PARTS.put("the whole suite, telephones 20 times faster", clause -> true);
    }

    private Benchmark() {}

    /**
     * Runs it.
     *
     * @param arguments the runnable jar, of which the start is measured; nothing for no such measure
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("| what | median of " + ROUNDS + " |\n|---|---:|");
        Cpu.Shares begun = Cpu.shares();
        Run last = null;
        for (Map.Entry<String, Predicate<String>> part : PARTS.entrySet()) {
            last = suite(part.getKey(), part.getValue());
        }
        if (last != null) {
            growth(last);
        }
        if (arguments.length > 0) {
            Starts.measure(Path.of(arguments[0]), ROUNDS);
        }
        Table.line("**the machine**", "");
        Table.line(
                "of its " + Runtime.getRuntime().availableProcessors() + " processors, taken by others meanwhile",
                Cpu.taken(begun)
                        .map(share -> String.format(Locale.ROOT, "%.0f %%", share * 100))
                        .orElse("not told"));
    }

    private static Predicate<String> behaviour() {
        List<String> ids = new ArrayList<>();
        for (Api api : Api.values()) {
            Catalogue.load(api).clauses().stream()
                    .filter(c -> c.keyword().equals("behaviour"))
                    .forEach(c -> ids.add(c.id()));
        }
        // What the target sends of itself comes when its telephones let it.
        return clause -> ids.contains(clause) || clause.contains("Callback.") || clause.contains(".document.");
    }

    private static @Nullable Run suite(String name, Predicate<String> only) throws IOException, InterruptedException {
        double[] whole = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        double[] worked = new double[ROUNDS];
        double[] bareWorked = new double[ROUNDS];
        Run run = null;
        for (int i = -WARM; i < ROUNDS; i++) {
            try (ReferenceServer server = ReferenceServer.start(
                            Settings.defaults().withPort(0).withSpeed(20));
                    Session session = Session.open(target(server), only::test)) {
                Cpu.Used before = Cpu.now();
                run = session.run(Listener.SILENT);
                Cpu.Used own = Cpu.since(before);
                Replay replay = Replay.of(run, server.settings());
                before = Cpu.now();
                double replayed = replay.millis();
                Cpu.Used others = Cpu.since(before);
                if (i >= 0) {
                    whole[i] = own.millis();
                    worked[i] = own.cpuMillis();
                    bare[i] = replayed;
                    bareWorked[i] = others.cpuMillis();
                    // What disturbs a round disturbs both.
                    ratios[i] = whole[i] / bare[i];
                }
            }
        }
        if (run == null) {
            return null;
        }
        double a = Table.median(whole);
        double b = Table.median(bare);
        int requests = run.summary().requestsSent();
        long clauses = run.verdicts().stream().map(Verdict::clause).distinct().count();
        Table.line("**" + name + "**", "");
        Table.line("(a) suite", Table.millis(a) + ", " + Table.millis(Table.median(worked)) + " of CPU");
        Table.line(
                "(b) bare replay of its " + requests + " requests",
                Table.millis(b) + ", " + Table.millis(Table.median(bareWorked)) + " of CPU");
        Table.line("(a) / (b), the median of the rounds' own", Table.times(Table.median(ratios)));
        Table.line("requests per clause judged", Table.times((double) requests / clauses));
        judgement(run);
        report(run);
        return run;
    }

    private static void judgement(Run run) {
        double[] took = new double[ROUNDS];
        long clauses = run.verdicts().stream().map(Verdict::clause).distinct().count();
        int answers = 0;
        for (int i = -1; i < ROUNDS; i++) {
            long nanos = 0;
            answers = 0;
            for (Api api : Api.values()) {
                Catalogue catalogue = Catalogue.load(api);
                Answers judge = new Answers(catalogue, Contract.of(catalogue));
                List<io.callcheck.exchange.Exchange> exchanges = Replay.exchanges(run, api);
                answers += exchanges.size();
                long start = System.nanoTime();
                exchanges.forEach(judge::assess);
                nanos += System.nanoTime() - start;
            }
            if (i >= 0) {
                took[i] = nanos / 1e6;
            }
        }
        Table.line("(c) judgement alone, " + answers + " answers", Table.millis(Table.median(took)));
        Table.line(
                "(c) per clause judged",
                String.format(Locale.ROOT, "%.1f µs", Table.median(took) * 1000 / Math.max(1, clauses)));
    }

    private static void report(Run run) throws IOException {
        Path folder = Files.createTempDirectory("callcheck-bench");
        double[] took = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            long start = System.nanoTime();
            new HtmlReport().accept(Gate.judge(run, Terms.plain()), folder);
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Table.line("(d) page of " + run.verdicts().size() + " verdicts", Table.millis(Table.median(took)));
        int size = RunFile.text(run).length();
        Table.line("run.json, bytes per verdict", "" + size / run.verdicts().size());
        Cold.delete(folder);
    }

    /** A page of so many times the verdicts of a run. */
    private static Growth.Size page(Run run, int times) throws IOException {
        Path folder = Files.createTempDirectory("callcheck-bench");
        int verdicts = run.verdicts().size() * times;
        try {
            return Growth.of(verdicts, () -> {
                Judged judged = Gate.judge(many(run, times), Terms.plain());
                new HtmlReport().accept(judged, folder);
                return judged;
            });
        } finally {
            Cold.delete(folder);
        }
    }

    /** The same run with its verdicts repeated: a contract many times as large. */
    private static Run many(Run run, int times) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (Verdict v : run.verdicts()) {
                verdicts.add(new Verdict(
                        v.clause(),
                        v.caseName() + " " + verdicts.size(),
                        v.api(),
                        v.operation(),
                        v.level(),
                        v.outcome(),
                        v.blockedBy(),
                        v.reason(),
                        v.findings(),
                        v.evidence()));
            }
        }
        return new Run(
                run.kit(),
                run.target(),
                run.startedAt(),
                run.finishedAt(),
                run.complete(),
                run.exit(),
                run.summary(),
                run.clauses(),
                verdicts,
                run.observed(),
                run.exchanges(),
                run.deliveries());
    }

    /** What grows with the contract, with the traffic and with the verdicts: at 1, 4 and 16 times today's size. */
    private static void growth(Run run) throws IOException {
        Table.line("**growth**", "");
        for (int times : new int[] {1, 4, 16}) {
            Growth.Size clauses = Growth.clauses(times);
            Table.line(
                    "an answer with " + clauses.units() + " clauses, contract read, 200 of them judged",
                    clauses.words());
        }
        for (int times : new int[] {1, 4, 16}) {
            Growth.Size exchanges = Growth.exchanges(times);
            Table.line("a recording of " + exchanges.units() + " exchanges, audited", exchanges.words());
        }
        for (int times : new int[] {1, 4, 16}) {
            Growth.Size page = page(run, times);
            Table.line("a page of " + page.units() + " verdicts", page.words());
        }
    }

    private static Target target(ReferenceServer server) {
        return new TargetFile(null, Map.of(), Replay.keys(server)).read();
    }
}
