package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes credentials out of text: as they are, within base64, and however percent-encoding, form encoding, the escapes of
 * JSON and of HTML, or several of them over one another, write them. The beginning of one where a text was cut goes too.
 * Safe for several threads.
 */
public final class Redaction {
    /** What stands where a credential stood. */
    public static final String MARK = "[redacted]";

    /** Parameters whose values are credentials too, though the kit made them. */
    private static final Set<String> PARAMETERS = Set.of("SipAuthPassword", "AuthorizationBearerToken");
    /** A shorter text is no password that anybody would have. */
    private static final int SHORTEST = 6;
    /** A credential that begins before the end of a beginning is over so many characters later, however it is escaped. */
    private static final int BEYOND = 16 * 1024;
    /** Credentials of a recording that are remembered: whoever made it may have had many. */
    private static final int REMEMBERED = 200;

    private final boolean recorded;
    private final Set<String> learned = ConcurrentHashMap.newKeySet();
    private volatile Needles needles = new Needles(Set.of());

    private Redaction(boolean recorded) {
        this.recorded = recorded;
    }

    /** The redaction of a target's credentials. */
    public static Redaction of(Target target) {
        return of(target, false);
    }

    /**
     * The redaction of exchanges that somebody else made: what their headers carry goes too, and what is called a password
     * or a token. The target need not know it.
     */
    public static Redaction ofRecording(Target target) {
        return of(target, true);
    }

    private static Redaction of(Target target, boolean recorded) {
        Redaction redaction = new Redaction(recorded);
        target.secrets().forEach(redaction::add);
        if (target.signalwire() != null) {
            redaction.add(Set.of(Needle.encoded(
                    basic(target.signalwire().account(), target.signalwire().token()))));
            SignalWireTarget.Second second = target.signalwire().second();
            if (second != null) {
                redaction.add(Set.of(Needle.encoded(basic(second.account(), second.token()))));
            }
        }
        for (Api api : target.apis()) {
            target.connection()
                    .proxies()
                    .of(target.url(api))
                    // Of nobody's password two characters are left, which stand in any text.
                    .filter(p -> !p.password().isEmpty())
                    .ifPresent(p -> redaction.add(Set.of(Needle.encoded(basic(p.user(), p.password())))));
        }
        return redaction;
    }

    /** The user and password of HTTP Basic, encoded. */
    public static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Learns the credentials that a request carries: those among the parameters of a form, and of a recording those of its
     * headers.
     */
    public void learn(List<Header> headers, String body) {
        for (String parameter : PARAMETERS) {
            int at = body.indexOf(parameter + "=");
            if (at >= 0) {
                int begin = at + parameter.length() + 1;
                int end = body.indexOf('&', begin);
                String value = body.substring(begin, end < 0 ? body.length() : end);
                learn(Unescaped.FORM.apply(Unescaped.raw(value)).text());
            }
        }
        for (Header header : recorded ? headers : List.<Header>of()) {
            if (header.name().equalsIgnoreCase("authorization")) {
                String value = header.value()
                        .substring(header.value().indexOf(' ') + 1)
                        .trim();
                learn(value);
                if (header.value().toLowerCase(Locale.ROOT).startsWith("basic ")) {
                    learn(password(value));
                }
            }
        }
    }

    /** The text without credentials. */
    public String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        BitSet hidden = new BitSet();
        needles.find(text, hidden);
        String clean = hidden.isEmpty() ? text : marked(text, hidden);
        return recorded ? TellingNames.text(clean) : clean;
    }

    /**
     * The beginning of a text without credentials, and an ellipsis where there is more of it.
     *
     * @param longest how many characters it has at most
     */
    public String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text(text);
        }
        BitSet hidden = new BitSet();
        needles.find(text.substring(0, Math.min(text.length(), longest + BEYOND)), hidden);
        String clean = hidden.isEmpty() && !recorded ? text : text(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest) + Needle.ELLIPSIS;
    }

    /** The header without credentials; the value of Authorization is left with its scheme alone, of a recording nothing. */
    public Header header(Header header) {
        if (recorded && TellingNames.header(header.name())) {
            return new Header(text(header.name()), MARK);
        }
        if (header.name().equalsIgnoreCase("authorization")) {
            int space = header.value().indexOf(' ');
            return new Header(header.name(), space < 0 ? MARK : header.value().substring(0, space + 1) + MARK);
        }
        return new Header(text(header.name()), text(header.value()));
    }

    private void learn(String secret) {
        boolean room = !recorded || learned.size() < REMEMBERED;
        if (room && secret.length() >= SHORTEST && learned.add(secret)) {
            add(secret);
        }
    }

    /** A shorter one stands in many a word: taken out of all of them, it would be given away. */
    private void add(String secret) {
        if (secret.length() >= SHORTEST) {
            add(Set.copyOf(Needle.of(secret)));
        }
    }

    private synchronized void add(Set<Needle> more) {
        needles = needles.and(more);
    }

    /** The password of HTTP Basic; empty when it is none. */
    private static String password(String encoded) {
        try {
            String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return plain.contains(":") ? plain.substring(plain.indexOf(':') + 1) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String marked(String text, BitSet hidden) {
        StringBuilder clean = new StringBuilder();
        int at = 0;
        for (int begin = hidden.nextSetBit(0); begin >= 0; begin = hidden.nextSetBit(at)) {
            clean.append(text, at, begin).append(MARK);
            at = hidden.nextClearBit(begin);
        }
        return clean.append(text, at, text.length()).toString();
    }
}
