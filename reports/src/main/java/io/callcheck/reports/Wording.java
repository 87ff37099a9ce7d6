package io.callcheck.reports;

import io.callcheck.expect.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a finding says, as a person would. */
public final class Wording {
    private static final Pattern LIST = Pattern.compile("one of \\[([^\\[\\]]*)]");
    private static final int LONGEST = 400;

    private Wording() {}

    /** A finding with its lists in words, each part cut where it says nothing new. */
    static Finding of(Finding finding) {
        return new Finding(cut(place(finding)), cut(expected(finding.expected())), cut(finding.actual()));
    }

    /** Where it is: the pointer to the whole of a body is empty, which says nothing to a person. */
    public static String place(Finding finding) {
        return finding.where().isEmpty() ? "body" : finding.where();
    }

    /** A list of one is that one, and two are joined by a word. */
    static String expected(String text) {
        Matcher list = LIST.matcher(text);
        return list.replaceAll(found -> Matcher.quoteReplacement(words(found.group(1))));
    }

    private static String words(String list) {
        int last = list.lastIndexOf(", ");
        if (list.isBlank()) {
            return "nothing";
        }
        return last < 0 ? list : list.substring(0, last) + " or " + list.substring(last + 2);
    }

    /** The finding in one line: {@code Timeout: expected refused with 400 or 422, got 601 accepted with 200}. */
    public static String line(Finding finding) {
        Finding said = of(finding);
        return said.where() + ": expected " + said.expected() + ", got " + said.actual();
    }

    /** A text cut where it is too long to say anything new, never within a character. */
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    /** A text in one line, with what cannot be seen named. */
    public static String oneLine(String text) {
        return Visible.text(text.replace("\r\n", " ⏎ ")
                .replace("\n", " ⏎ ")
                .replace("\r", " ⏎ ")
                .replace('\t', ' '));
    }
}
