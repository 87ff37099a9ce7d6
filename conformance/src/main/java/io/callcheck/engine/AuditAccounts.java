package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whose exchanges were judged: laws of calls that compare with the target's account say nothing of another's calls. */
final class AuditAccounts {
    private final Map<Api, Count> counts = new EnumMap<>(Api.class);

    private static final class Count {
        private final String account;
        private int own;
        private int others;

        private Count(String account) {
            this.account = account;
        }
    }

    /** Counts an exchange that is judged. */
    void add(Target target, AuditMap.Match match) {
        Count count = counts.computeIfAbsent(match.api(), api -> new Count(account(api, target)));
        String variable = match.api() == Api.SIGNALWIRE ? "AccountSid" : "channelId";
        String seen = match.variables().getOrDefault(variable, "");
        boolean same = match.api() == Api.BIRD ? seen.equalsIgnoreCase(count.account) : seen.equals(count.account);
        if (same) {
            count.own++;
        } else if (!seen.isEmpty()) {
            count.others++;
        }
    }

    /** What was not judged, for people, in a line for each API; empty when nothing was left out. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        counts.forEach((api, count) -> {
            if (count.others > 0) {
                String of = String.format(
                        Locale.ROOT,
                        count.others == 1 ? "%,d exchange is of another " : "%,d exchanges are of other ",
                        count.others);
                boolean one = count.others == 1;
                notes.add(
                        api == Api.SIGNALWIRE
                                ? of + (one ? "account" : "accounts") + " than " + count.account
                                        + ": the laws of calls were not judged on " + (one ? "it" : "them")
                                : of + (one ? "channel" : "channels") + " than " + count.account
                                        + ": whether channelId is that of the path was not judged on "
                                        + (one ? "it" : "them"));
            }
        });
        return notes;
    }

    /** Why a law could not be judged at all: the recording has no exchange of the account that the target names. */
    Optional<String> missing(Api api, Case law) {
        Count count = counts.get(api);
        if (count == null || count.own > 0 || count.others == 0) {
            return Optional.empty();
        }
        String id = law.clause().id();
        if (api == Api.SIGNALWIRE) {
            return id.endsWith(".unauthorized.data")
                    ? Optional.empty()
                    : Optional.of("no exchange of the recording is of account " + count.account);
        }
        return id.equals("bird.call.channelId.path")
                ? Optional.of("no exchange of the recording is of channel " + count.account)
                : Optional.empty();
    }

    private static String account(Api api, Target target) {
        SignalWireTarget signalwire = target.signalwire();
        BirdTarget bird = target.bird();
        if (api == Api.SIGNALWIRE) {
            return signalwire == null ? "" : signalwire.account();
        }
        return bird == null ? "" : bird.channel();
    }
}
