package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.Set;

/**
 * Takes credentials out of text: as they are, within base64, and however percent-encoding, form encoding, the escapes of
 * JSON and of HTML, or several of them over one another, write them. The beginning of one where a text was cut goes too.
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

    private volatile Needles needles = new Needles(Set.of());

    private Redaction() {}

    /** The redaction of a target's credentials. */
    public static Redaction of(Target target) {
        Redaction redaction = new Redaction();
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

    /** Learns the credentials among the parameters of a form that is to be sent. */
    void learn(Sent sent) {
        for (String parameter : PARAMETERS) {
            int at = sent.body().indexOf(parameter + "=");
            if (at >= 0) {
                int begin = at + parameter.length() + 1;
                int end = sent.body().indexOf('&', begin);
                String value =
                        sent.body().substring(begin, end < 0 ? sent.body().length() : end);
                String plain = Unescaped.FORM.apply(Unescaped.raw(value)).text();
                if (plain.length() >= SHORTEST) {
                    add(plain);
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
        return hidden.isEmpty() ? text : marked(text, hidden);
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
        String clean = hidden.isEmpty() ? text : text(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest) + Needle.ELLIPSIS;
    }

    /** The header without credentials; the value of Authorization is left with its scheme alone. */
    public Header header(Header header) {
        if (header.name().equalsIgnoreCase("authorization")) {
            int space = header.value().indexOf(' ');
            return new Header(header.name(), space < 0 ? MARK : header.value().substring(0, space + 1) + MARK);
        }
        return new Header(text(header.name()), text(header.value()));
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
