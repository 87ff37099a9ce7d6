package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Exchange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A call is the one that was asked for, and says so in every member that names it. */
public final class Identity {
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String BEFORE = "/api/laml/2010-04-01/Accounts/";
    private static final String BETWEEN = "/Calls/";
    private static final Pattern PATH = Pattern.compile(BEFORE + ID + BETWEEN + ID + "(/Recordings)?(\\.json)?");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{1,14}");

    private Identity() {}

    /** {@code account_sid} is the account of the path. */
    public static Sightings.Law account(String account) {
        return (seen, tally) -> {
            if (Sighting.isUuid(seen.text("account_sid"))) {
                tally.count(seen.text("account_sid").equalsIgnoreCase(account), seen, "account_sid", quoted(account));
            }
        };
    }

    /** The call that an operation on one call shows is the one of its path. */
    public static Sightings.Law asked(String operation) {
        return (seen, tally) -> {
            if (seen.exchange().operation().equals(operation)
                    && Sighting.isUuid(seen.text("sid"))
                    && Sighting.isUuid(seen.asked())) {
                tally.count(seen.text("sid").equalsIgnoreCase(seen.asked()), seen, "sid", quoted(seen.asked()));
            }
        };
    }

    /**
     * A path in a call names that call; judged where the call's own members are those of the request, since a wrong
     * one of them is a matter of its own clause.
     *
     * @param account the account of the target
     * @param pointer where the path stands in the call
     */
    public static Sightings.Law self(String account, String pointer) {
        return (seen, tally) -> {
            JsonNode value = seen.call().at(pointer);
            String path = value.asText();
            String sid = seen.text("sid");
            boolean itself =
                    seen.listed() || seen.exchange().operation().equals("create") || sid.equalsIgnoreCase(seen.asked());
            if (!value.isTextual()
                    || !PATH.matcher(path).matches()
                    || !itself
                    || !Sighting.isUuid(sid)
                    || !seen.text("account_sid").equalsIgnoreCase(account)) {
                return;
            }
            String own = (BEFORE + account + BETWEEN + sid).toLowerCase(Locale.ROOT);
            if (path.toLowerCase(Locale.ROOT).startsWith(own)) {
                tally.held(seen.exchange());
            } else {
                tally.broken(
                        new Finding(
                                seen.pointer() + pointer,
                                "the path of account " + account + " and call " + sid,
                                value.toString()),
                        seen.exchange());
            }
        };
    }

    /** No two creations show the same {@code sid}. */
    public static Expectation unique(Sightings sightings) {
        return evidence -> {
            Tally tally = new Tally();
            Map<String, Exchange> known = new LinkedHashMap<>();
            for (Sighting seen : sightings.of(evidence)) {
                String sid = seen.text("sid");
                if (seen.exchange().operation().equals("create") && Sighting.isUuid(sid)) {
                    Exchange before = known.putIfAbsent(sid, seen.exchange());
                    if (before == null) {
                        tally.held(seen.exchange());
                    } else {
                        tally.broken(
                                seen.finding("sid", "not the sid of a call that was created before"),
                                seen.exchange(),
                                before);
                    }
                }
            }
            return tally.judgement("no call was created");
        };
    }

    /** A member of a created call is the phone number that was sent. */
    public static Sightings.Law echo(String member, String parameter) {
        return (seen, tally) -> {
            String sent = seen.exchange().operation().equals("create") ? field(seen.exchange(), parameter) : "";
            if (PHONE.matcher(sent).matches() && seen.call().path(member).isTextual()) {
                tally.count(seen.text(member).equals(sent), seen, member, quoted(sent));
            }
        };
    }

    /** A call that is made through the API goes out. */
    public static Sightings.Law outgoing() {
        return (seen, tally) -> {
            if (seen.exchange().operation().equals("create")
                    && seen.call().path("direction").isTextual()) {
                tally.count(!seen.text("direction").equals("inbound"), seen, "direction", "outbound");
            }
        };
    }

    /** The phone number in a form field that was sent; empty when there is no such field. */
    private static String field(Exchange exchange, String name) {
        return Arrays.stream(exchange.sent().body().split("&", -1))
                .filter(f -> f.startsWith(name + "="))
                .map(f -> f.substring(name.length() + 1).replace("%2B", "+"))
                .reduce((first, second) -> second)
                .orElse("");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
