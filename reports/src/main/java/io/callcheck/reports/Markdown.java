package io.callcheck.reports;

/** Writes texts into Markdown so that they stay texts: no link, no mention, no markup, no end of a table's cell. */
final class Markdown {
    private static final int LONGEST = 300;

    private Markdown() {}

    /** A sentence of the spec: its words as text, its code as code. */
    static String prose(String sentence) {
        StringBuilder out = new StringBuilder();
        for (Prose.Part part : Prose.of(sentence).parts()) {
            out.append(part.code() ? code(part.text()) : text(part.text()));
        }
        return out.toString();
    }

    /** Words within a line: every character that Markdown could take for its own there is escaped. */
    static String text(String text) {
        StringBuilder out = new StringBuilder();
        String line = Wording.oneLine(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\\', '`', '*', '_', '[', ']', '#', '|', '~', '@' ->
                    out.append('\\').append(c);
                case ':' -> out.append(line.startsWith("/", i + 1) ? "\\:" : ":");
                case '.' -> out.append(i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3) ? "\\." : ".");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** A value, whoever chose it, between as many backticks as none of its own can end. */
    static String code(String text) {
        String line = Wording.oneLine(text);
        if (line.length() > LONGEST) {
            line = Wording.oneLine(line.substring(0, LONGEST)) + "…";
        }
        if (line.isBlank()) {
            return "*(nothing)*";
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean apart = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" "));
        // A table's cell ends at a bar, within code too.
        String safe = line.replace("|", "¦");
        return apart ? fence + " " + safe + " " + fence : fence + safe + fence;
    }
}
