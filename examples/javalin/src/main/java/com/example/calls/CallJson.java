package com.example.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON of answers. */
final class CallJson {
    /** The JDK's own format of RFC 1123 ends in GMT: lawful, but the vendors' clients do not read it. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private CallJson() {}

    static Map<String, Object> of(Call call, String account, Instant now) {
        String uri = CallServer.path(account) + "/" + call.sid;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", call.sid);
        json.put("account_sid", account);
        json.put("date_created", date(call.created()));
        json.put("date_updated", date(call.updated(now)));
        json.put("parent_call_sid", null);
        json.put("to", call.to);
        json.put("formatted_to", call.to);
        json.put("to_formatted", call.to);
        json.put("from", call.from);
        json.put("formatted_from", call.from);
        json.put("from_formatted", call.from);
        json.put("phone_number_sid", null);
        json.put("status", call.status(now));
        json.put("start_time", date(call.started(now)));
        json.put("end_time", date(call.ended(now)));
        json.put("duration", seconds(call.started(now), call.ended(now)));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("direction", "outbound-api");
        json.put("api_version", "2010-04-01");
        json.put("uri", uri + ".json");
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("notifications", null);
        links.put("recordings", uri + "/Recordings.json");
        json.put("subresource_uris", links);
        for (String unknown : List.of("answered_by", "forwarded_from", "caller_name", "annotation", "group_sid")) {
            json.put(unknown, null);
        }
        json.put("sip_result_code", null);
        for (String figure : List.of("in_mos", "rtt_avg", "rtt_min", "rtt_max", "out_lost")) {
            json.put("audio_" + figure, null);
        }
        for (String figure : List.of("min", "max", "avg")) {
            json.put("audio_out_jitter_" + figure, null);
        }
        return json;
    }

    static Map<String, Object> of(Refused refused) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", refused.code);
        json.put("message", refused.getMessage());
        json.put("more_info", "https://calls.example.com/errors/" + refused.code);
        json.put("status", refused.status);
        return json;
    }

    private static String date(Instant at) {
        return at == null ? null : DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private static long seconds(Instant from, Instant to) {
        return from == null || to == null ? 0 : Duration.between(from, to).toSeconds();
    }
}
