package io.callcheck.reports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Quotes for a POSIX shell. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Shell() {}

    /** One word of a command, whatever characters it has; a NUL, which no word can have, is the caller's concern. */
    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A command that prints exactly the bytes of a text, written in characters that survive being copied. */
    // The format is the shell's, not Java's.
    @SuppressWarnings("OrphanedFormatString")
    static String print(String text) {
        StringBuilder out = new StringBuilder("printf '%b' '");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c < 0x20 || c >= 0x7f || c == '\'' || c == '\\') {
                out.append(String.format(Locale.ROOT, "\\0%03o", c));
            } else {
                out.append((char) c);
            }
        }
        return out.append('\'').toString();
    }
}
