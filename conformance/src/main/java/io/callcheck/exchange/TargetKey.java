package io.callcheck.exchange;

import io.callcheck.spec.Edition;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Every key of a target file: its path, what a value looks like, and how that is said to a person. */
enum TargetKey {
    NAME("name", Kind.TEXT),
    EDITION("edition", Kind.EDITION),
    SIGNALWIRE_URL("signalwire.url", Kind.BASE),
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
    SIGNALWIRE_SECOND_ACCOUNT("signalwire.second-account.account", Kind.UUID),
    SIGNALWIRE_SECOND_TOKEN("signalwire.second-account.token", Kind.SECRET),
    SIGNALWIRE_STREAM_URL("signalwire.stream-url", Kind.STREAM),
    SIGNALWIRE_EXISTING_CALLS("signalwire.existing-calls", Kind.UUIDS),
    SIGNALWIRE_CONTAINER_IMAGE("signalwire.container.image", Kind.TEXT),
    SIGNALWIRE_CONTAINER_PORT("signalwire.container.port", Kind.PORT),
    SIGNALWIRE_CONTAINER_COMMAND("signalwire.container.command", Kind.TEXT),
    SIGNALWIRE_CONTAINER_ENV("signalwire.container.env", Kind.ENV),
    SIGNALWIRE_CONTAINER_WAIT_PATH("signalwire.container.wait.path", Kind.PATH),
    SIGNALWIRE_CONTAINER_WAIT_LOG("signalwire.container.wait.log", Kind.REGEX),
    SIGNALWIRE_CONTAINER_WAIT_TIME("signalwire.container.wait.time", Kind.SPAN),
    BIRD_URL("bird.url", Kind.BASE),
    BIRD_WORKSPACE("bird.workspace", Kind.UUID),
    BIRD_CHANNEL("bird.channel", Kind.UUID),
    BIRD_SECOND_CHANNEL("bird.second-channel", Kind.UUID),
    BIRD_ACCESS_KEY("bird.access-key", Kind.SECRET),
    BIRD_FROM("bird.from", Kind.TEXT),
    BIRD_TO_ANSWERED("bird.to.answered", Kind.TEXT),
    BIRD_TO_RINGING("bird.to.ringing", Kind.TEXT),
    BIRD_CALLS("bird.calls", Kind.UUIDS),
    BIRD_CONTAINER_IMAGE("bird.container.image", Kind.TEXT),
    BIRD_CONTAINER_PORT("bird.container.port", Kind.PORT),
    BIRD_CONTAINER_COMMAND("bird.container.command", Kind.TEXT),
    BIRD_CONTAINER_ENV("bird.container.env", Kind.ENV),
    BIRD_CONTAINER_WAIT_PATH("bird.container.wait.path", Kind.PATH),
    BIRD_CONTAINER_WAIT_LOG("bird.container.wait.log", Kind.REGEX),
    BIRD_CONTAINER_WAIT_TIME("bird.container.wait.time", Kind.SPAN),
    CALLBACKS_LISTEN("callbacks.listen", Kind.LISTEN),
    CALLBACKS_PUBLIC_URL("callbacks.public-url", Kind.BASE),
    DOCUMENTS_SHORT("documents.short", Kind.URL),
    DOCUMENTS_HOLD("documents.hold", Kind.URL),
    BASELINE("baseline", Kind.TEXT),
    LEVEL("level", Kind.LEVEL),
    LACKS("lacks", Kind.LACKS),
    LIVE("live", Kind.LIVE),
    READ_ONLY("read-only", Kind.FLAG),
    ALLOW_CALLS("allow-calls", Kind.FLAG),
    ALLOW_INVALID("allow-invalid", Kind.FLAG),
    LIMITS_CALLS("limits.calls", Kind.COUNT),
    LIMITS_RATE("limits.rate", Kind.RATE),
    LIMITS_TIMEOUT("limits.timeout", Kind.SPAN),
    LIMITS_SETTLE("limits.settle", Kind.SPAN),
    TLS_CA("tls.ca", Kind.TEXT),
    TLS_CLIENT("tls.client", Kind.TEXT),
    TLS_CLIENT_PASSWORD("tls.client-password", Kind.PASSWORD),
    TLS_INSECURE("tls.insecure", Kind.FLAG),
    PROXY("proxy", Kind.PROXY),
    CONTAINER_IMAGE("container.image", Kind.TEXT),
    CONTAINER_PORT("container.port", Kind.PORT),
    CONTAINER_COMMAND("container.command", Kind.TEXT),
    CONTAINER_ENV("container.env", Kind.ENV),
    CONTAINER_WAIT_PATH("container.wait.path", Kind.PATH),
    CONTAINER_WAIT_LOG("container.wait.log", Kind.REGEX),
    CONTAINER_WAIT_TIME("container.wait.time", Kind.SPAN);

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

    /** Whether its value must never be shown. */
    boolean secret() {
        return kind.secret;
    }

    /** Whether it takes names and values. */
    boolean map() {
        return kind == Kind.ENV;
    }

    /** Whether its value is an address, of which no query may be shown. */
    boolean address() {
        return kind == Kind.URL || kind == Kind.BASE || kind == Kind.STREAM || kind == Kind.LISTEN;
    }

    /** What a value looks like, for people. */
    String expected() {
        return kind.expected;
    }

    /** Why a value is wrong, or empty when it is right. */
    Optional<String> wrong(String value) {
        return kind.right.test(value) ? Optional.empty() : Optional.of("expected " + kind.expected);
    }

    /** The key of a path. */
    static Optional<TargetKey> of(String path) {
        return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst();
    }

    private static boolean address(String value, String... schemes) {
        try {
            URI uri = URI.create(value);
            // Credentials in an address would be readable in the settings of the report.
            return Arrays.asList(schemes).contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() < 65_536;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean pattern(String value) {
        try {
            Pattern unused = Pattern.compile(value);
            return !value.isBlank();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Predicate<String> like(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private enum Kind {
        TEXT("a text", v -> !v.isBlank()),
        // A header takes nothing else; a line break at the end is easily caught from a file of secrets.
        SECRET("one line of visible characters without blanks", like("[\\x21-\\x7E]+"), true),
        PASSWORD("one line of text", like(".+"), true),
        // An address that may hold a password.
        PROXY(
                "the address of an HTTP proxy such as http://127.0.0.1:3128, or none",
                v -> v.equals(Proxies.WITHOUT) || Proxy.right(v),
                true),
        EDITION("an edition that this kit has: " + String.join(", ", Edition.NAMES), Edition.NAMES::contains),
        LEVEL("must or should", like("(?i)must|should")),
        URL(
                "an http or https address without credentials such as http://127.0.0.1:8080",
                v -> address(v, "http", "https")),
        // Paths are put behind it.
        BASE(
                "an http or https address without credentials, query and fragment such as http://127.0.0.1:8080",
                v -> address(v, "http", "https") && v.indexOf('?') < 0 && v.indexOf('#') < 0),
        // The contract knows no other scheme for it.
        STREAM("a wss address such as wss://stream.example.com/audio", v -> address(v, "wss")),
        UUID(
                "a UUID such as b3877c40-da60-4998-90ad-b792e98472af",
                like("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
        UUIDS(
                "a list of UUIDs such as [b3877c40-da60-4998-90ad-b792e98472af]",
                like("([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(,(?!$)|$))*")),
        FLAG("true or false", like("true|false")),
        LIVE("auto, true or false", like("auto|true|false")),
        PORT("a port from 1 to 65535", v -> v.matches("[1-9]\\d{0,4}") && Integer.parseInt(v) < 65_536),
        LISTEN(
                "an address and a port of this machine such as 127.0.0.1:0 (0 for any free one)",
                like("([0-9a-zA-Z.-]+|\\[[0-9a-fA-F:]+]):\\d{1,5}")),
        PATH("a path such as /healthz", like("/\\S*")),
        REGEX("a regular expression", TargetKey::pattern),
        // One line each: no value of an environment that holds a line break is told apart from the next name.
        ENV(
                "names and values such as { SPEED: \"5\" }, each on one line",
                v -> v.lines().allMatch(like("[A-Za-z_][A-Za-z0-9_]*=.*")),
                true),
        COUNT("a whole number", like("\\d{1,6}")),
        RATE("a number of requests a second, such as 20/s", like("\\d{1,6}(/s)?")),
        SPAN("a time such as 5s or 800ms", like("[1-9]\\d{0,5}(ms|s)")),
        LACKS(
                "a list out of " + String.join(", ", Capabilities.ALL),
                v -> v.isEmpty() || Capabilities.ALL.containsAll(Arrays.asList(v.split(","))));

        private final String expected;
        private final Predicate<String> right;
        private final boolean secret;

        Kind(String expected, Predicate<String> right) {
            this(expected, right, false);
        }

        Kind(String expected, Predicate<String> right, boolean secret) {
            this.expected = expected;
            this.right = right;
            this.secret = secret;
        }
    }
}
