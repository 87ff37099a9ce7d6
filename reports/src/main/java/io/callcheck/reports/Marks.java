package io.callcheck.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of a body and whether a finding speaks of it.
 *
 * @param text the line
 * @param marked whether a finding speaks of it
 */
record Marks(String text, boolean marked) {

    /** Marks the lines; for a place that is not there, the line of what should hold it. */
    static List<Marks> of(List<JsonLines.Line> lines, Set<String> wheres) {
        Set<String> pointers = lines.stream().map(l -> l.place().pointer()).collect(Collectors.toSet());
        Set<String> dotted = lines.stream().map(l -> l.place().dotted()).collect(Collectors.toSet());
        Set<String> marked = new HashSet<>();
        for (String where : wheres) {
            String place = where.startsWith("/") ? there(where, pointers) : dotted.contains(where) ? where : "";
            if (!place.isEmpty()) {
                marked.add(place);
            }
        }
        boolean root = marked.isEmpty() && wheres.stream().anyMatch(w -> w.startsWith("/"));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Marks(
                        lines.get(i).text(),
                        (root && i == 0)
                                || marked.contains(lines.get(i).place().pointer())
                                || marked.contains(lines.get(i).place().dotted())))
                .toList();
    }

    private static String there(String where, Set<String> pointers) {
        String place = where;
        while (!place.isEmpty() && !pointers.contains(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return place;
    }
}
