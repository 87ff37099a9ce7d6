package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal says: which calls are open by it, and whose they are.
 *
 * @param calls the calls that began and were not seen to end
 * @param asked the creations of which nobody knows whether they made a call, the first before the others
 * @param unreadable the lines that say nothing to this kit: each may be about a call
 */
public record OpenCalls(List<Call> calls, List<Asked> asked, List<Unreadable> unreadable) {
    /** How a line begins that says whose calls follow. */
    public static final String TARGET = "target";

    static final String CREATED = "created";
    static final String ENDED = "ended";
    static final String ASKED = "asked";
    static final String ANSWERED = "answered";

    private static final int COLUMNS = 3;
    private static final int SHOWN = 60;

    /** To whom a call belongs. */
    public enum Whose {
        /** The target's. */
        OURS,
        /** Nobody wrote it down. */
        UNKNOWN,
        /** Another target's. */
        OTHERS,
        /** That of an API that the target does not have. */
        NO_API
    }

    /** Something that may have to be ended. */
    public sealed interface Entry {
        /** The API. */
        Api api();

        /** The target as {@link Target#owner} names it; empty when nobody wrote it down. */
        String owner();

        /** Whether it belongs to a target. */
        default Whose whose(Target target) {
            if (!target.apis().contains(api())) {
                return Whose.NO_API;
            }
            if (owner().isEmpty()) {
                return Whose.UNKNOWN;
            }
            return owner().equals(target.owner(api())) ? Whose.OURS : Whose.OTHERS;
        }
    }

    /**
     * A call that may be going on.
     *
     * @param api its API
     * @param id its id
     * @param owner the target that made it; empty when nobody wrote it down
     */
    public record Call(Api api, String id, String owner) implements Entry {}

    /**
     * A creation of which nobody knows what came of it.
     *
     * @param api its API
     * @param at when it was sent
     * @param owner the target that was asked; empty when nobody wrote it down
     */
    public record Asked(Api api, Instant at, String owner) implements Entry {}

    /**
     * A line that cannot be read.
     *
     * @param number its number, counted from 1
     * @param text what stands there, in one short line
     */
    public record Unreadable(int number, String text) {}

    /** Everything that may have to be ended. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(calls);
        entries.addAll(asked);
        return entries;
    }

    /** Whether it says that nothing is left, and says so in full. */
    public boolean isNothing() {
        return calls.isEmpty() && asked.isEmpty() && unreadable.isEmpty();
    }

    /** Reads a journal. */
    static OpenCalls of(byte[] text) {
        Reader reader = new Reader();
        int begin = 0;
        int number = 0;
        while (begin < text.length) {
            int end = begin;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            // What has no end was cut: half an id may be the id of somebody else's call.
            reader.line(++number, Arrays.copyOfRange(text, begin, end), end < text.length);
            begin = end + 1;
        }
        List<Asked> asked = new ArrayList<>(reader.asked);
        asked.sort((one, other) -> one.at().compareTo(other.at()));
        return new OpenCalls(List.copyOf(reader.calls.values()), List.copyOf(asked), List.copyOf(reader.unreadable));
    }

    /** Goes from line to line. */
    private static final class Reader {
        private final Map<Api, String> owners = new EnumMap<>(Api.class);
        private final Map<String, Call> calls = new LinkedHashMap<>();
        private final List<Asked> asked = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();

        private void line(int number, byte[] bytes, boolean whole) {
            Optional<String> text = decoded(bytes).map(line -> line.endsWith("\r") ? chopped(line) : line);
            boolean empty = text.isPresent() && text.get().isBlank() && whole;
            if (!empty && !(whole && text.isPresent() && taken(text.get()))) {
                String shown = new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\s\\p{Cntrl}]", " ");
                unreadable.add(
                        new Unreadable(number, shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…"));
            }
        }

        /** Whether a line says something. */
        private boolean taken(String line) {
            String[] parts = line.split("\t", -1);
            boolean odd = line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
            if (odd || parts.length != COLUMNS || parts[2].isEmpty()) {
                return false;
            }
            if (parts[0].equals(ENDED)) {
                calls.remove(parts[2]);
                return true;
            }
            return Arrays.stream(Api.values())
                    .filter(api -> api.id().equals(parts[1]))
                    .anyMatch(api -> taken(parts[0], api, parts[2]));
        }

        private boolean taken(String what, Api api, String value) {
            String owner = owners.getOrDefault(api, "");
            switch (what) {
                case TARGET -> owners.put(api, value);
                case CREATED -> calls.put(value, new Call(api, value, owner));
                case ASKED, ANSWERED -> {
                    return instant(value)
                            .map(at -> what.equals(ASKED) ? asked.add(new Asked(api, at, owner)) : answered(api, at))
                            .isPresent();
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private boolean answered(Api api, Instant at) {
            return asked.stream()
                    .filter(a -> a.api() == api && a.at().equals(at))
                    .findFirst()
                    .map(asked::remove)
                    .orElse(false);
        }

        private static String chopped(String line) {
            return line.substring(0, line.length() - 1);
        }

        private static Optional<String> decoded(byte[] bytes) {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
