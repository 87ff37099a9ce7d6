package io.callcheck.reports;

import io.callcheck.verdict.Verdict;

/**
 * What credentials a request was sent with, as words of the shell. Its header was redacted: only the case tells what it
 * held.
 */
enum Credentials {
    RIGHT("", ""),
    /** What fills up base64 at the end is no part of the token that a reader of it looks at. */
    LONGER("a token with characters added ", "s/=*$/10&/"),
    SHORTER("a token without its last character ", "s/.=*$//"),
    RENAMED("the token under another account's name ", ""),
    WRONG("", "");

    private static final String STRANGER = "00000000-0000-4000-8000-000000000000";

    private final String name;
    private final String edit;

    /**
     * @param name how the name of the case begins
     * @param edit the command of sed that makes of the right token the one that was sent; empty for none
     */
    Credentials(String name, String edit) {
        this.name = name;
        this.edit = edit;
    }

    /** Those of the case of a clause of security. */
    static Credentials of(Verdict verdict) {
        for (Credentials each : values()) {
            if (!each.name.isEmpty() && verdict.caseName().startsWith(each.name)) {
                return each;
            }
        }
        return WRONG;
    }

    /** User and password of SignalWire, within double quotes. */
    String signalwire() {
        return (this == RENAMED ? STRANGER : "$SIGNALWIRE_ACCOUNT") + ":" + secret("SIGNALWIRE_TOKEN");
    }

    /** The key of Bird, within double quotes. */
    String bird() {
        return secret("BIRD_ACCESS_KEY");
    }

    private String secret(String variable) {
        if (this == WRONG) {
            return "wrong";
        }
        return edit.isEmpty() ? "$" + variable : "$(printf %s \"$" + variable + "\" | sed '" + edit + "')";
    }
}
