package io.callcheck.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that say of what they name that it is a credential. */
final class TellingNames {
    private static final Pattern HEADER = Pattern.compile(
            "(proxy-)?authorization|(set-)?cookie2?|.*(token|secret|api-?key|access-?key|password|signature).*");

    /** A page's token is no credential. */
    private static final String NAME =
            "[\\w-]*(?:(?<!page)token|secret|api_?key|access_?key|password|passwd|signature)";

    // Possessive where a value may be long: else each of its characters takes a frame of the stack.
    private static final Pattern FIELD = Pattern.compile("(?i)((?:^|[?&\\n])" + NAME + "=)[^&#\\s\"]+");
    private static final Pattern MEMBER = Pattern.compile("(?i)(\"" + NAME + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)++");
    /** The user of an address, in a form too: callbacks are sent to such ones. */
    private static final Pattern USER =
            Pattern.compile("(?i)(https?(?:://|%3A%2F%2F))(?:(?!%2F|%3F|%23|%40|%26)[^/?#@&\\s\"])++(@|%40)");

    private TellingNames() {}

    /** Whether the value of a header is a credential. */
    static boolean header(String name) {
        return HEADER.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** The text without what its own names say is a credential. */
    static String text(String text) {
        String clean = FIELD.matcher(text).replaceAll("$1" + Redaction.MARK);
        clean = MEMBER.matcher(clean).replaceAll("$1" + Redaction.MARK);
        return USER.matcher(clean).replaceAll("$1" + Redaction.MARK + "$2");
    }
}
