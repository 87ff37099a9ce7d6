package io.callcheck.exchange;

/** What may be told of an address that is wrong: it may hold a password, right or wrong as it is, and its query a key. */
public final class PlainAddress {
    private PlainAddress() {}

    /**
     * An address in one line, without credentials, query and fragment.
     *
     * @param value what was given for an address, whatever it is
     */
    public static String of(String value) {
        String before = value.replaceFirst("(?s)[?#].*", "");
        if (value.indexOf('@', before.length()) >= 0) {
            // A password with a question mark or a query with an at sign: nobody knows where the one ends.
            return Redaction.MARK + "@…";
        }
        String shown = before.replaceFirst("(?s)^.*@", Redaction.MARK + "@").replaceAll("\\R", " ");
        return before.length() == value.length() ? shown : shown + value.charAt(before.length()) + "…";
    }
}
