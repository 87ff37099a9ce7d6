package io.callcheck.spec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ids that somebody may have meant who wrote one that there is not. */
public final class Nearest {
    private static final int SHOWN = 3;

    /** So many letters alike after the API are no chance. */
    private static final int LETTERS = 2;

    private Nearest() {}

    /**
     * At most three ids, the nearest first: one that holds all that was written, then one with more of its steps, then one
     * that begins alike for longer. Letter case counts for nothing. Empty when none has more than the API in common.
     */
    public static List<String> of(String written, List<String> ids) {
        String asked = written.toLowerCase(Locale.ROOT);
        Set<String> steps = steps(asked);
        Comparator<String> nearest = Comparator.comparing(
                        (String id) -> lower(id).contains(asked))
                .thenComparing(id -> common(steps, id))
                .thenComparing(id -> alike(asked, lower(id)))
                .reversed();
        return ids.stream()
                .filter(id -> lower(id).contains(asked)
                        || common(steps, id) > 0
                        || alike(asked, lower(id)) > id.indexOf('.') + LETTERS)
                .sorted(nearest)
                .limit(SHOWN)
                .toList();
    }

    /** How many steps were written that an id has; that it is of the same API says little. */
    private static int common(Set<String> steps, String id) {
        Set<String> own = steps(lower(id));
        own.retainAll(steps);
        own.remove(lower(id).substring(0, id.indexOf('.')));
        return own.size();
    }

    private static int alike(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static Set<String> steps(String id) {
        return new HashSet<>(Arrays.asList(id.split("\\.", -1)));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
