package io.callcheck.engine;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each call: the first answer that showed it, the last that told of it, and the last update of
 * it. A law that holds over all answers holds over these, so forgetting hides a violation but never makes one.
 */
final class AuditMemory {
    /** At most 3 answers of at most 8 KiB each for so many calls. */
    private static final int CALLS = 2_000;

    private static final int LARGEST = 8 * 1024;

    private final Map<String, Known> calls = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > CALLS;
        }
    };

    private record Known(
            AuditLook first,
            @Nullable AuditLook told,
            @Nullable AuditLook update) {}

    /** Everything that is remembered of a call. */
    List<AuditLook> of(String call) {
        Known known = calls.get(call);
        if (known == null) {
            return List.of();
        }
        return Stream.of(known.first(), known.told(), known.update())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** Whether it is the answer that made a call, recorded for a second time. */
    boolean repeats(AuditLook look) {
        Known known = calls.get(look.call());
        return known != null
                && look.exchange().operation().equals("create")
                && known.first().exchange().operation().equals("create")
                && known.first().exchange().at().equals(look.exchange().at());
    }

    /** Remembers an answer about one call. */
    void add(AuditLook look) {
        Exchange exchange = look.exchange();
        Answer answer = exchange.answer();
        if (answer == null
                || !answer.success()
                || answer.body().length + exchange.sent().body().length() > LARGEST) {
            return;
        }
        Known known = calls.get(look.call());
        boolean update = exchange.operation().equals("update");
        if (known == null) {
            calls.put(look.call(), new Known(look, update ? null : look, update ? look : null));
        } else {
            AuditLook first = earlier(look, known.first()) ? look : known.first();
            AuditLook told = update ? known.told() : later(look, known.told());
            calls.put(look.call(), new Known(first, told, update ? later(look, known.update()) : known.update()));
        }
    }

    private static boolean earlier(AuditLook look, AuditLook other) {
        return look.exchange().at().isBefore(other.exchange().at());
    }

    private static AuditLook later(AuditLook look, @Nullable AuditLook other) {
        return other == null || !earlier(look, other) ? look : other;
    }
}
