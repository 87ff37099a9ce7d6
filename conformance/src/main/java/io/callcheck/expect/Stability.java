package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Members that keep their value as long as a call is known. */
public final class Stability {
    private Stability() {}

    /** Members never change. */
    public static Expectation constant(Sightings sightings, List<String> members) {
        return sightings.calls("no call was seen twice", (call, tally) -> {
            for (String member : members) {
                Sighting first = null;
                for (Sighting seen : call) {
                    if (normal(member, seen).isMissingNode()
                            || normal(member, seen).isNull()) {
                        continue;
                    }
                    if (first == null) {
                        first = seen;
                    } else if (same(member, first, seen)) {
                        tally.held(seen.exchange());
                    } else {
                        tally.broken(
                                seen.finding(member, first.call().path(member) + ", as before"),
                                seen.exchange(),
                                first.exchange());
                    }
                }
            }
        });
    }

    /** A date never goes back, and is never before that of the creation. */
    public static Expectation rising(Sightings sightings, String member, String created) {
        return sightings.calls("no call was seen twice", (call, tally) -> {
            Repeats repeats = new Repeats();
            call.stream()
                    .filter(s -> !s.listed() || repeats.isNew(s.call()))
                    .forEach(s -> Ordering.notBefore(member, created).look(s, tally));
            // An update may be answered before it has its effect: only what is asked for shows what is.
            List<Sighting> told = call.stream()
                    .filter(s -> !s.listed() && !s.exchange().operation().equals("update"))
                    .filter(s -> s.date(member).isPresent())
                    .toList();
            Course.eachAfter(told, s -> s.date(member).orElseThrow().toEpochSecond(), (before, seen) -> {
                boolean back = Sighting.comparable(seen.text(member), before.text(member))
                        .orElseThrow()
                        .isBefore(Sighting.comparable(before.text(member), seen.text(member))
                                .orElseThrow());
                if (back) {
                    tally.broken(
                            seen.finding(member, "not before " + before.text(member) + ", which was told before"),
                            seen.exchange(),
                            before.exchange());
                }
            });
        });
    }

    private static boolean same(String member, Sighting first, Sighting seen) {
        if (first.call().path(member).equals(seen.call().path(member))) {
            return true;
        }
        String before = first.text(member);
        String now = seen.text(member);
        if (Rfc2822.parse(before).isPresent() && Rfc2822.parse(now).isPresent()) {
            return Sighting.comparable(before, now).equals(Sighting.comparable(now, before));
        }
        return normal(member, first).equals(normal(member, seen));
    }

    /** What may lawfully differ from answer to answer is left out: the suffix of a path, the kind of outbound call. */
    private static JsonNode normal(String member, Sighting seen) {
        JsonNode value = seen.call().path(member);
        if (member.equals("uri") && value.asText().endsWith(".json")) {
            return TextNode.valueOf(value.asText().substring(0, value.asText().length() - 5));
        }
        if (member.equals("direction") && value.asText().startsWith("outbound")) {
            return TextNode.valueOf("outbound");
        }
        return value;
    }
}
