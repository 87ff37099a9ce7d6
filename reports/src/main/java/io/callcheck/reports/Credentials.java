package io.callcheck.reports;

import io.callcheck.verdict.Verdict;

/**
 * What credentials a request was sent with, as variables of the shell. Its header was redacted: only the case tells what
 * it held.
 */
enum Credentials {
    RIGHT("", "$SIGNALWIRE_ACCOUNT:$SIGNALWIRE_TOKEN", "$BIRD_ACCESS_KEY"),
    LONGER("a token with characters added ", "$SIGNALWIRE_ACCOUNT:${SIGNALWIRE_TOKEN}10", "${BIRD_ACCESS_KEY}10"),
    SHORTER("a token without its last character ", "$SIGNALWIRE_ACCOUNT:${SIGNALWIRE_TOKEN%?}", "${BIRD_ACCESS_KEY%?}"),
    RENAMED(
            "the token under another account's name ",
            "00000000-0000-4000-8000-000000000000:$SIGNALWIRE_TOKEN",
            "$BIRD_ACCESS_KEY"),
    WRONG("", "$SIGNALWIRE_ACCOUNT:wrong", "wrong");

    private final String name;
    private final String signalwire;
    private final String bird;

    Credentials(String name, String signalwire, String bird) {
        this.name = name;
        this.signalwire = signalwire;
        this.bird = bird;
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

    /** User and password of SignalWire. */
    String signalwire() {
        return signalwire;
    }

    /** The key of Bird. */
    String bird() {
        return bird;
    }
}
