package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue with the cases of each clause, as they are planned for a target that has everything. */
public final class Listing {
    private Listing() {}

    /**
     * A clause and its cases.
     *
     * @param clause the clause
     * @param cases what the cases state, each with its operation before it
     */
    public record Entry(Clause clause, List<String> cases) {}

    /**
     * The clauses of an API, in the order of the catalogue.
     *
     * @throws IOException when our own receiver, which is planned with, cannot be opened
     */
    public static List<Entry> of(Api api) throws IOException {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        Catalogue catalogue = Catalogue.load(api);
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            for (Plan plan : Plan.of(
                    everything(),
                    inbox,
                    clause -> true,
                    Contracts.of(everything().apis()))) {
                for (Case of : plan.cases()) {
                    cases.computeIfAbsent(of.clause().id(), k -> new ArrayList<>())
                            .add(of.operation() + ": " + of.name());
                }
            }
        }
        return catalogue.clauses().stream()
                .map(c -> new Entry(c, List.copyOf(cases.getOrDefault(c.id(), List.of()))))
                .toList();
    }

    /** The list as a page in Markdown. */
    public static String markdown(List<Entry> entries) {
        StringBuilder page = new StringBuilder("# Clauses\n\nWritten by `callcheck clauses --format markdown`.\n");
        String section = "";
        for (Entry entry : entries) {
            String[] parts = entry.clause().id().split("\\.", 3);
            String heading = parts[0] + "." + parts[1];
            if (!heading.equals(section)) {
                section = heading;
                page.append("\n## ").append(heading).append("\n\n| clause | level | cases | statement | source |\n");
                page.append("|---|---|---|---|---|\n");
            }
            String reason = entry.clause().unchecked();
            page.append("| `")
                    .append(entry.clause().id())
                    .append("` | ")
                    .append(entry.clause().level());
            page.append(" | ").append(reason == null ? entry.cases().size() : "unchecked: " + cell(reason));
            page.append(" | ").append(cell(entry.clause().statement()));
            page.append(" | ").append(cell(entry.clause().source().text())).append(" |\n");
        }
        return page.toString();
    }

    /** One clause for a person. */
    public static List<String> explain(Entry entry) {
        Clause clause = entry.clause();
        List<String> lines = new ArrayList<>();
        lines.add(clause.id());
        lines.add("  " + clause.statement());
        lines.add("  level    " + clause.level() + ": a violation "
                + (clause.level().name().equals("MUST") ? "fails" : "warns"));
        lines.add("  source   " + clause.source().text());
        if (clause.source().url() != null) {
            lines.add("           " + clause.source().url());
        }
        if (clause.unchecked() != null) {
            lines.add("  unchecked: " + clause.unchecked());
        }
        entry.cases().forEach(c -> lines.add("  case     " + c));
        lines.add("  broken by a target that does the contrary of what a case states");
        return lines;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static Target everything() {
        Map<String, String> all = new LinkedHashMap<>();
        String id = "00000000-0000-4000-8000-000000000000";
        all.put("signalwire.url", "http://127.0.0.1:1");
        all.put("signalwire.account", id);
        all.put("signalwire.token", "none");
        all.put("signalwire.to.ringing", "+15005550005");
        all.put("signalwire.to.sip", "sip:callcheck@127.0.0.1");
        all.put("signalwire.application-sid", id);
        all.put("signalwire.second-account.account", id);
        all.put("signalwire.second-account.token", "none");
        all.put("bird.url", "http://127.0.0.1:1");
        all.put("bird.workspace", id);
        all.put("bird.channel", id);
        all.put("bird.second-channel", id);
        all.put("bird.access-key", "none");
        all.put("bird.from", "+15005550000");
        return new TargetFile(null, Map.of(), all).read();
    }
}
