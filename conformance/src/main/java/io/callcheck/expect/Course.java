package io.callcheck.expect;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/**
 * The sights of one call in time. Requests that overlap say nothing about which came first: one sight is before
 * another only when its answer was there before the other's request was sent.
 */
final class Course {
    private Course() {}

    /**
     * Goes through the sights in the order of their sending; each with the furthest of those that are before it.
     *
     * @param far how far a sight has come
     * @param look is told of the furthest sight before, and of the sight
     */
    static void eachAfter(List<Sighting> call, ToLongFunction<Sighting> far, BiConsumer<Sighting, Sighting> look) {
        List<Sighting> sent = call.stream()
                .sorted(Comparator.comparing(s -> s.exchange().at()))
                .toList();
        List<Sighting> answered =
                call.stream().sorted(Comparator.comparing(Sighting::answered)).toList();
        Sighting furthest = null;
        int next = 0;
        for (Sighting seen : sent) {
            // It ends at the sight itself, if not before: no answer is there before its request.
            while (answered.get(next).answered().isBefore(seen.exchange().at())) {
                Sighting over = answered.get(next++);
                if (furthest == null || far.applyAsLong(over) > far.applyAsLong(furthest)) {
                    furthest = over;
                }
            }
            if (furthest != null) {
                look.accept(furthest, seen);
            }
        }
    }
}
