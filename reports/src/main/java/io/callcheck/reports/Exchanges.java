package io.callcheck.reports;

import io.callcheck.expect.Finding;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts each exchange on the page once, where it is first spoken of, as long as there is room. */
final class Exchanges {
    /** More evidence of one case says nothing new. */
    private static final int OF_A_CASE = 2;

    /** Bytes that the page has room for, and what a verdict, a clause and a card take of it. */
    private static final long PAGE = 2_600_000;

    private static final long VERDICT = 500;
    private static final long CLAUSE = 180;
    private static final long CARD = 1_000;
    private static final long LEAST = 150_000;

    private final List<ExchangeInfo> all;
    private final Budget budget;
    private final Map<Integer, Set<String>> wheres = new HashMap<>();
    private final Map<Integer, Credentials> credentials = new HashMap<>();
    private final Set<Integer> shown = new HashSet<>();

    Exchanges(Run run) {
        all = run.exchanges();
        long broken =
                run.verdicts().stream().filter(v -> !v.findings().isEmpty()).count();
        budget = new Budget(Math.max(
                LEAST,
                PAGE - VERDICT * run.verdicts().size() - CLAUSE * run.clauses().size() - CARD * broken));
        for (Verdict verdict : run.verdicts()) {
            List<Integer> indices = first(verdict);
            for (int index : indices) {
                // Behind the first one stands what it is compared with: its parameters and its status are lawful.
                boolean telling = index == indices.get(0);
                verdict.findings().stream()
                        .map(Finding::where)
                        .filter(w -> telling || w.startsWith("/"))
                        .forEach(w -> wheres.computeIfAbsent(index, k -> new HashSet<>())
                                .add(w));
            }
            // The header was redacted; only the clause tells what it held.
            if (verdict.clause().endsWith(".security") && !verdict.evidence().isEmpty()) {
                credentials.put(verdict.evidence().get(0), Credentials.of(verdict));
            }
        }
    }

    /**
     * The evidence of a case.
     *
     * @param open whether the first one is shown unfolded
     */
    List<Ref> of(Verdict verdict, boolean open) {
        List<Ref> refs = new ArrayList<>();
        for (int index : first(verdict)) {
            refs.add(ref(index, open && refs.isEmpty()));
        }
        return refs;
    }

    /** Whether an exchange stands on the page. */
    boolean shown(int index) {
        return shown.contains(index);
    }

    private List<Integer> first(Verdict verdict) {
        return verdict.evidence().stream()
                .filter(i -> i >= 0 && i < all.size())
                .distinct()
                .limit(OF_A_CASE)
                .toList();
    }

    private Ref ref(int index, boolean open) {
        ExchangeInfo exchange = all.get(index);
        String result = exchange.response() == null
                ? "no answer"
                : Integer.toString(exchange.response().status());
        boolean elsewhere = shown.contains(index);
        ExchangeView view = elsewhere ? null : view(index, exchange);
        return new Ref(
                index,
                Anchor.exchange(index),
                exchange.request().method(),
                path(exchange.request().url()),
                result,
                view,
                elsewhere,
                open);
    }

    private @Nullable ExchangeView view(int index, ExchangeInfo exchange) {
        if (budget.spent()) {
            return null;
        }
        ExchangeView view = ExchangeView.of(
                exchange, wheres.getOrDefault(index, Set.of()), credentials.getOrDefault(index, Credentials.RIGHT));
        if (!budget.take(view.texts())) {
            return null;
        }
        shown.add(index);
        return view;
    }

    private static String path(String url) {
        int host = url.indexOf("://");
        int slash = host < 0 ? -1 : url.indexOf('/', host + 3);
        String path = slash < 0 ? url : url.substring(slash);
        return path.length() > 160 ? path.substring(0, 160) + "…" : path;
    }
}
