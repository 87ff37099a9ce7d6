package com.example.calls;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What the parameters of create and update may hold. */
final class CallForm {
    private static final Predicate<String> ADDRESS = CallForm::address;
    private static final Predicate<String> METHOD = oneOf("GET", "POST");
    private static final Predicate<String> FLAG = oneOf("true", "false");
    private static final Predicate<String> ID = CallForm::uuid;
    private static final String EVENT = "(completed|in-progress|absent)";

    // MaxPricePerMinute is taken, and not looked at yet.
    private static final Map<String, Predicate<String>> CREATE = Map.ofEntries(
            Map.entry("To", text()),
            Map.entry("From", text()),
            Map.entry("Url", ADDRESS),
            Map.entry("ApplicationSid", ID),
            Map.entry("Method", METHOD),
            Map.entry("FallbackUrl", ADDRESS),
            Map.entry("FallbackMethod", METHOD),
            Map.entry("StatusCallback", ADDRESS),
            Map.entry("StatusCallbackMethod", METHOD),
            Map.entry(
                    "StatusCallbackEvent",
                    oneOf("initiated", "ringing", "answered", "completed", "ringing_forwarded", "ringing_queued")),
            Map.entry("SendDigits", like("[0-9#*wW]{1,32}")),
            Map.entry("Timeout", between(1, 600)),
            Map.entry("MachineDetection", oneOf("Enable", "DetectMessageEnd", "none")),
            Map.entry("MachineDetectionTimeout", between(1, 120)),
            Map.entry("MachineDetectionSpeechThreshold", between(1000, 6000)),
            Map.entry("MachineDetectionSpeechEndThreshold", between(500, 5000)),
            Map.entry("MachineDetectionSilenceTimeout", between(2000, 10_000)),
            Map.entry("MachineWordsThreshold", between(1, 100)),
            Map.entry("AsyncAmd", FLAG),
            Map.entry("AsyncAmdStatusCallback", ADDRESS),
            Map.entry("AsyncAmdStatusCallbackMethod", METHOD),
            Map.entry("AsyncAmdPartialResults", FLAG),
            Map.entry("Record", FLAG),
            Map.entry("RecordingChannels", oneOf("mono", "dual")),
            Map.entry("RecordingTrack", oneOf("inbound", "outbound", "both")),
            Map.entry("RecordingStatusCallback", ADDRESS),
            Map.entry("RecordingStatusCallbackMethod", METHOD),
            Map.entry("RecordingStatusCallbackEvent", like(EVENT + "( " + EVENT + ")*")),
            Map.entry("Trim", oneOf("trim-silence", "do-not-trim")));

    private static final Map<String, Predicate<String>> UPDATE = Map.ofEntries(
            Map.entry("Url", ADDRESS),
            Map.entry("Method", METHOD),
            Map.entry("Status", oneOf("canceled", "completed")),
            Map.entry("FallbackUrl", ADDRESS),
            Map.entry("FallbackMethod", METHOD),
            Map.entry("StatusCallback", ADDRESS),
            Map.entry("StatusCallbackMethod", METHOD));

    private static final Map<String, Predicate<String>> LIST = Map.ofEntries(
            Map.entry(
                    "Status",
                    oneOf("queued", "ringing", "in-progress", "canceled", "completed", "busy", "failed", "no-answer")),
            Map.entry("ParentCallSid", ID),
            Map.entry("Page", between(0, Integer.MAX_VALUE)),
            Map.entry("PageSize", between(1, 1000)),
            Map.entry("PageToken", like("P[AB].+")));

    private CallForm() {}

    static void checkCreate(Map<String, List<String>> form) {
        check(CREATE, form);
        for (String needed : List.of("To", "From")) {
            if (!form.containsKey(needed)) {
                throw new Refused(422, 21_201, needed + " is required.");
            }
        }
        if (!form.containsKey("Url") && !form.containsKey("ApplicationSid")) {
            throw new Refused(422, 21_205, "Url or ApplicationSid is required.");
        }
    }

    static void checkUpdate(Map<String, List<String>> form) {
        check(UPDATE, form);
    }

    static void checkList(Map<String, List<String>> query) {
        check(LIST, query);
    }

    private static void check(Map<String, Predicate<String>> rules, Map<String, List<String>> given) {
        rules.forEach((name, rule) -> {
            if (!given.getOrDefault(name, List.of()).stream().allMatch(rule)) {
                throw new Refused(422, 21_200, name + " is invalid.");
            }
        });
    }

    private static Predicate<String> text() {
        return value -> !value.isBlank();
    }

    private static Predicate<String> like(String regex) {
        return value -> value.matches(regex);
    }

    private static Predicate<String> oneOf(String... values) {
        return List.of(values)::contains;
    }

    private static Predicate<String> between(int least, int most) {
        return value -> value.matches("[0-9]{1,10}") && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
    }

    private static boolean address(String value) {
        try {
            URI uri = URI.create(value);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean uuid(String value) {
        try {
            return UUID.fromString(value).toString().equalsIgnoreCase(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
