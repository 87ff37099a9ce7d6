package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** Members of one call that bound each other, and members that are unknown as long as the call lives. */
public final class Ordering {
    private Ordering() {}

    /** The least figure is at most the average, and that at most the greatest; judged where all three are there. */
    public static Sightings.Law figures(String least, String average, String greatest) {
        return (seen, tally) -> {
            JsonNode low = seen.call().path(least);
            JsonNode middle = seen.call().path(average);
            JsonNode high = seen.call().path(greatest);
            // A figure below nothing is a matter of its own minimum.
            if (!figure(low) || !figure(middle) || !figure(high)) {
                return;
            }
            boolean rising = low.doubleValue() <= middle.doubleValue() && middle.doubleValue() <= high.doubleValue();
            tally.count(rising, seen, average, "from " + low + " to " + high);
        };
    }

    /** A date is not before another. */
    public static Sightings.Law notBefore(String later, String earlier) {
        return (seen, tally) -> {
            Optional<OffsetDateTime> end = Sighting.comparable(seen.text(later), seen.text(earlier));
            Optional<OffsetDateTime> start = Sighting.comparable(seen.text(earlier), seen.text(later));
            if (end.isPresent() && start.isPresent()) {
                tally.count(!end.get().isBefore(start.get()), seen, later, "not before " + seen.text(earlier));
            }
        };
    }

    /** {@code start_time} is at most a second before {@code date_created}: the one may have been cut, the other rounded. */
    public static Sightings.Law begun() {
        return (seen, tally) -> {
            String created = seen.text("date_created");
            Optional<OffsetDateTime> start = Sighting.comparable(seen.text("start_time"), created);
            Optional<OffsetDateTime> made = Sighting.comparable(created, seen.text("start_time"));
            // What a call shows that has not begun is a matter of another clause.
            if (start.isPresent() && made.isPresent() && !seen.text("status").equals("queued")) {
                boolean holds = !start.get().isBefore(made.get().minusSeconds(1));
                tally.count(holds, seen, "start_time", "not before " + created);
            }
        };
    }

    /** {@code duration} is at most a second more than from {@code start_time} to {@code end_time}. */
    public static Sightings.Law duration() {
        return (seen, tally) -> {
            JsonNode duration = seen.call().path("duration");
            Optional<OffsetDateTime> start = seen.date("start_time");
            Optional<OffsetDateTime> end = seen.date("end_time");
            if (!figure(duration)
                    || start.isEmpty()
                    || end.isEmpty()
                    || end.get().isBefore(start.get())) {
                return;
            }
            // A date without seconds leaves open up to 59 of them.
            int open = seen.exact("start_time") && seen.exact("end_time") ? 1 : 60;
            long most = Duration.between(start.get(), end.get()).toSeconds() + open;
            tally.count(duration.longValue() <= most, seen, "duration", "at most " + most);
        };
    }

    /** A member is null while the call has one of the given statuses. */
    public static Sightings.Law unknown(String member, Set<String> live) {
        return (seen, tally) -> {
            JsonNode value = seen.call().path(member);
            if (live.contains(seen.text("status")) && !seen.commanded() && !value.isMissingNode()) {
                tally.count(value.isNull(), seen, member, "null while " + seen.text("status"));
            }
        };
    }

    /** {@code duration} is 0 while the call has one of the given statuses. */
    public static Sightings.Law nothing(Set<String> live) {
        return (seen, tally) -> {
            JsonNode value = seen.call().path("duration");
            if (live.contains(seen.text("status")) && !seen.commanded() && figure(value)) {
                tally.count(value.doubleValue() == 0, seen, "duration", "0 while " + seen.text("status"));
            }
        };
    }

    private static boolean figure(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0;
    }
}
