package io.callcheck.exchange;

import io.callcheck.spec.Edition;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Every key of a target file: its path, what a value looks like, and how that is said to a person. */
enum TargetKey {
    NAME("name", Kind.TEXT),
    EDITION("edition", Kind.EDITION),
    SIGNALWIRE_URL("signalwire.url", Kind.URL),
    SIGNALWIRE_ACCOUNT("signalwire.account", Kind.UUID),
    SIGNALWIRE_TOKEN("signalwire.token", Kind.SECRET),
    SIGNALWIRE_FROM("signalwire.from", Kind.TEXT),
    SIGNALWIRE_TO_ANSWERED("signalwire.to.answered", Kind.TEXT),
    SIGNALWIRE_TO_BUSY("signalwire.to.busy", Kind.TEXT),
    SIGNALWIRE_TO_NO_ANSWER("signalwire.to.no-answer", Kind.TEXT),
    SIGNALWIRE_TO_FAILED("signalwire.to.failed", Kind.TEXT),
    SIGNALWIRE_TO_RINGING("signalwire.to.ringing", Kind.TEXT),
    SIGNALWIRE_TO_MACHINE("signalwire.to.machine", Kind.TEXT),
    SIGNALWIRE_TO_SIP("signalwire.to.sip", Kind.TEXT),
    SIGNALWIRE_SIGNING_KEY("signalwire.signing-key", Kind.SECRET),
    SIGNALWIRE_APPLICATION_SID("signalwire.application-sid", Kind.UUID),
    BIRD_URL("bird.url", Kind.URL),
    BIRD_WORKSPACE("bird.workspace", Kind.UUID),
    BIRD_CHANNEL("bird.channel", Kind.UUID),
    BIRD_ACCESS_KEY("bird.access-key", Kind.SECRET),
    BIRD_FROM("bird.from", Kind.TEXT),
    BIRD_TO_ANSWERED("bird.to.answered", Kind.TEXT),
    BIRD_TO_RINGING("bird.to.ringing", Kind.TEXT),
    CALLBACKS_PUBLIC_URL("callbacks.public-url", Kind.URL),
    DOCUMENTS_SHORT("documents.short", Kind.URL),
    DOCUMENTS_HOLD("documents.hold", Kind.URL),
    BASELINE("baseline", Kind.TEXT),
    LEVEL("level", Kind.LEVEL),
    LACKS("lacks", Kind.LACKS),
    LIVE("live", Kind.LIVE),
    ALLOW_CALLS("allow-calls", Kind.FLAG),
    ALLOW_INVALID("allow-invalid", Kind.FLAG),
    LIMITS_CALLS("limits.calls", Kind.COUNT),
    LIMITS_RATE("limits.rate", Kind.RATE),
    LIMITS_TIMEOUT("limits.timeout", Kind.SPAN),
    LIMITS_SETTLE("limits.settle", Kind.SPAN);

    private final String path;
    private final Kind kind;

    TargetKey(String path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    /** The path in the file, steps joined by dots; also the name of the system property. */
    String path() {
        return path;
    }

    /** The environment variable that sets it: as the path for an API's own keys, else with {@code CALLCHECK_} before it. */
    String variable() {
        String upper = path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return path.startsWith("signalwire.") || path.startsWith("bird.") ? upper : "CALLCHECK_" + upper;
    }

    /** The system property that sets it. */
    String property() {
        return path.contains(".") ? path : "callcheck." + path;
    }

    boolean secret() {
        return kind == Kind.SECRET;
    }

    /** Why a value is wrong, or empty when it is right. */
    Optional<String> wrong(String value) {
        return kind.right.test(value) ? Optional.empty() : Optional.of("expected " + kind.expected);
    }

    /** The key of a path. */
    static Optional<TargetKey> of(String path) {
        return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst();
    }

    private static boolean address(String value) {
        try {
            URI uri = URI.create(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            // Credentials in an address would be readable in the settings of the report.
            return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() < 65_536;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Predicate<String> like(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private enum Kind {
        TEXT("a text", v -> !v.isBlank()),
        // A header takes nothing else; a line break at the end is easily caught from a file of secrets.
        SECRET("one line of visible characters without blanks", like("[\\x21-\\x7E]+")),
        EDITION("an edition that this kit has: " + String.join(", ", Edition.NAMES), Edition.NAMES::contains),
        LEVEL("must or should", like("must|should")),
        URL("an http or https address such as http://127.0.0.1:8080", TargetKey::address),
        UUID(
                "a UUID such as b3877c40-da60-4998-90ad-b792e98472af",
                like("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
        FLAG("true or false", like("true|false")),
        LIVE("auto, true or false", like("auto|true|false")),
        COUNT("a whole number", like("\\d{1,6}")),
        RATE("a number of requests a second, such as 20/s", like("\\d{1,6}(/s)?")),
        SPAN("a time such as 5s or 800ms", like("[1-9]\\d{0,5}(ms|s)")),
        LACKS(
                "a list out of " + String.join(", ", Capabilities.ALL),
                v -> v.isEmpty() || Capabilities.ALL.containsAll(Arrays.asList(v.split(","))));

        private final String expected;
        private final Predicate<String> right;

        Kind(String expected, Predicate<String> right) {
            this.expected = expected;
            this.right = right;
        }
    }
}
