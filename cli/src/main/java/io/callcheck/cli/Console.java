package io.callcheck.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints lines; on a terminal the first word of one that tells of a violation is coloured. */
final class Console {
    private static final Map<String, Style> COLOURS = Map.of(
            "FAIL", Style.fg_red,
            "STALE", Style.fg_red,
            "EXPIRED", Style.fg_red,
            "ERROR", Style.fg_magenta,
            "WARN", Style.fg_yellow,
            "UNSEEN", Style.fg_yellow,
            "KNOWN", Style.fg_yellow);

    private final PrintWriter out;
    private final boolean colours;

    Console(PrintWriter out) {
        this.out = out;
        this.colours = terminal();
    }

    /** Whether a person reads along: nothing is redirected, and the terminal can do more than print. */
    static boolean terminal() {
        return Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
    }

    /** Prints one line. */
    synchronized void line(String text) {
        int end = text.indexOf(' ');
        Style style = end < 0 ? null : COLOURS.get(text.substring(0, end));
        out.println(
                colours && style != null
                        ? style.on() + text.substring(0, end) + style.off() + text.substring(end)
                        : text);
        out.flush();
    }

    /** Where the lines go. */
    PrintWriter out() {
        return out;
    }
}
