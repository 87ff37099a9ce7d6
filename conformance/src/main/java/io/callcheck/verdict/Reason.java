package io.callcheck.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cases that have neither passed nor failed, for one reason.
 *
 * @param blockedBy the clause that stands in the way; empty for none
 * @param why the reason, as the verdicts say it
 * @param verdicts theirs, in the order of the run
 */
public record Reason(String blockedBy, String why, List<Verdict> verdicts) {
    /** What a server without a flaw leaves as well: members that it need not use. */
    private static final Set<String> USUAL =
            Set.of("no answer showed it", "no request of the target showed it", "no incoming call was seen");

    /** One case in so many, on a busy machine, a server without a flaw leaves for other reasons. */
    private static final int RARE = 100;

    private record Key(String blockedBy, String why) {}

    /** The reasons of the verdicts that have one of these outcomes, that of the most first. */
    public static List<Reason> all(Run run, Outcome... outcomes) {
        List<Outcome> wanted = Arrays.asList(outcomes);
        Map<Key, List<Verdict>> groups = new LinkedHashMap<>();
        for (Verdict verdict : run.verdicts()) {
            if (wanted.contains(verdict.outcome())) {
                groups.computeIfAbsent(new Key(verdict.blockedBy(), verdict.reason()), k -> new ArrayList<>())
                        .add(verdict);
            }
        }
        return groups.entrySet().stream()
                .map(e -> new Reason(e.getKey().blockedBy(), e.getKey().why(), e.getValue()))
                .sorted(Comparator.comparingInt((Reason r) -> r.verdicts().size())
                        .reversed())
                .toList();
    }

    /**
     * Why cases were not seen, beyond those that a server without a flaw leaves too; every reason when nothing was judged
     * at all. What {@link #outside} and {@link Unaccepted} tell is not told twice.
     */
    public static List<Reason> unusual(Run run) {
        List<Reason> outside = outside(run);
        Set<String> told = Unaccepted.of(run).isEmpty()
                ? Set.of()
                : Set.copyOf(run.summary().unaccepted());
        boolean judged = run.verdicts().stream()
                .map(Verdict::outcome)
                .anyMatch(o -> o == Outcome.PASS || o == Outcome.WARN || o == Outcome.FAIL);
        List<Reason> unusual = all(run, Outcome.UNSEEN).stream()
                .filter(r -> !judged || !(USUAL.contains(r.why()) || r.leftToTheTargetFile()))
                .filter(r -> !outside.contains(r) && !r.mostlyOf(told))
                .toList();
        int cases = unusual.stream().mapToInt(r -> r.verdicts().size()).sum();
        return cases * RARE < run.verdicts().size() ? List.of() : unusual;
    }

    /** The reasons that lie in a clause of which the run says nothing itself, so that they stand nowhere else. */
    public static List<Reason> outside(Run run) {
        Set<String> clauses = run.verdicts().stream().map(Verdict::clause).collect(Collectors.toSet());
        return all(run, Outcome.UNSEEN).stream()
                .filter(r -> !r.blockedBy().isEmpty() && !clauses.contains(r.blockedBy()))
                .toList();
    }

    private boolean mostlyOf(Set<String> operations) {
        long of = verdicts.stream()
                .filter(v -> operations.contains(v.api() + "." + v.operation()))
                .count();
        return of * 2 > verdicts.size();
    }

    /** Whether it is for the target file to say more. */
    boolean leftToTheTargetFile() {
        return why.endsWith(" in the target file");
    }

    /** The reason with what stands in the way: {@code blocked by bird.create.status: answered with 501}. */
    public String words() {
        if (blockedBy.isEmpty()) {
            return why.isEmpty() ? "no reason given" : why;
        }
        return "blocked by " + blockedBy + (why.isEmpty() ? "" : ": " + why);
    }
}
