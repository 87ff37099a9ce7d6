package io.callcheck.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A section of the page, as the list of contents names it.
 *
 * @param id its place
 * @param title its title
 * @param count how much is in it, for people
 */
record Section(String id, String title, String count) {

    /** The sections that have something to say. */
    static List<Section> of(ReportView view) {
        List<Section> sections = new ArrayList<>();
        add(sections, "baseline", "Baseline", view.baseline().size());
        add(sections, "failures", "Failed", broken(view.failures()));
        add(sections, "warnings", "Warned", broken(view.warnings()));
        add(sections, "errors", "Not found out", cases(view.errors()));
        add(sections, "unstable", "Unstable", cases(view.unstable()));
        add(sections, "unseen", "Not seen", cases(view.unseen()));
        add(sections, "lacking", "Not applicable", cases(view.lacking()));
        add(
                sections,
                "clauses",
                "Every clause",
                view.clauses().stream().mapToInt(g -> g.rows().size()).sum());
        add(
                sections,
                "unchecked",
                "Not checked",
                view.unchecked().stream().mapToInt(u -> u.clauses().size()).sum());
        add(sections, "observed", "Observed", view.observed().size());
        add(sections, "calls", "Calls", view.calls().size());
        add(sections, "deliveries", "Received", view.deliveries().size() + view.moreDeliveries());
        return sections;
    }

    private static int broken(Collection<Card> cards) {
        return cards.stream().mapToInt(Card::number).sum();
    }

    private static int cases(Collection<ReasonGroup> groups) {
        return groups.stream().mapToInt(g -> g.cases().size()).sum();
    }

    /** How many cases broke how many clauses, in words. */
    static String scope(Collection<Card> cards) {
        return Figures.count(broken(cards), "case", "cases") + " of "
                + Figures.count(cards.size(), "clause", "clauses");
    }

    private static void add(List<Section> sections, String id, String title, int count) {
        if (count > 0) {
            sections.add(new Section(id, title, Figures.count(count)));
        }
    }
}
