package io.callcheck.reports;

import java.util.Locale;

/**
 * Makes visible what a person cannot see: control characters, lone surrogates, characters that turn the direction of
 * text or take no room. Applied to the whole page at its end, so that no text can come by it.
 */
final class Visible {
    private Visible() {}

    /** The text with each invisible character named, such as {@code ‹U+0000›}; tab and line feed stay. */
    static String text(String text) {
        int at = first(text, 0);
        if (at == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 64);
        int from = 0;
        while (at < text.length()) {
            out.append(text, from, at);
            int character = text.codePointAt(at);
            out.append(String.format(Locale.ROOT, "‹U+%04X›", character));
            from = at + Character.charCount(character);
            at = first(text, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Whether a text has nothing that would be named. */
    static boolean clear(String text) {
        return first(text, 0) == text.length();
    }

    /** Whether a text is clear and in one line. */
    static boolean oneLine(String text) {
        return clear(text) && text.indexOf('\n') < 0 && text.indexOf('\t') < 0;
    }

    private static int first(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= 0x7f || c < 0x20) {
                int character = text.codePointAt(at);
                if (hidden(character)) {
                    return at;
                }
                at += Character.charCount(character);
            } else {
                at++;
            }
        }
        return at;
    }

    private static boolean hidden(int character) {
        if (character == '\n' || character == '\t') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
        };
    }
}
