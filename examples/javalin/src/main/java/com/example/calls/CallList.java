package com.example.calls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Pages of calls, the newest first. A page's token names its first call, so that new calls move nothing. */
final class CallList {
    private static final int PAGE_SIZE = 50;

    private final List<Call> newestFirst;
    private final String account;
    private final Map<String, List<String>> query;
    private final Instant now;

    CallList(List<Call> newestFirst, String account, Map<String, List<String>> query, Instant now) {
        this.newestFirst = newestFirst;
        this.account = account;
        this.query = query;
        this.now = now;
    }

    Map<String, Object> page() {
        List<Call> found = newestFirst.stream().filter(wanted()).toList();
        int number = Integer.parseInt(one("Page", "0"));
        int size = Integer.parseInt(one("PageSize", String.valueOf(PAGE_SIZE)));
        int begin = begin(found, number);
        int end = Math.min(begin + size, found.size());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uri", link(number, size, one("PageToken", null)));
        json.put("first_page_uri", link(0, size, null));
        json.put("next_page_uri", end == found.size() ? null : link(number + 1, size, token(found, end)));
        json.put("previous_page_uri", previous(found, number, size, begin));
        json.put("page", number);
        json.put("page_size", size);
        List<Map<String, Object>> calls = new ArrayList<>();
        found.subList(begin, end).forEach(call -> calls.add(CallJson.of(call, account, now)));
        json.put("calls", calls);
        return json;
    }

    private Predicate<Call> wanted() {
        return call -> same("Status", call.status(now))
                && same("To", call.to)
                && same("From", call.from)
                && !query.containsKey("ParentCallSid");
    }

    private boolean same(String name, String value) {
        return one(name, value).equals(value);
    }

    private int begin(List<Call> found, int number) {
        String token = one("PageToken", null);
        if (number == 0) {
            return 0;
        }
        return IntStream.range(0, found.size())
                .filter(i -> token(found, i).equals(token))
                .findFirst()
                .orElseThrow(() -> new Refused(400, 21_218, "PageToken is no token of a page."));
    }

    private String previous(List<Call> found, int number, int size, int begin) {
        int before = Math.max(0, begin - size);
        return switch (number) {
            case 0 -> null;
            case 1 -> link(0, size, null);
            default -> link(number - 1, size, token(found, before));
        };
    }

    private String link(int number, int size, String token) {
        StringBuilder link = new StringBuilder(CallServer.path(account) + "?Page=" + number + "&PageSize=" + size);
        query.forEach((name, values) -> {
            if (!name.startsWith("Page")) {
                link.append('&').append(encoded(name)).append('=').append(encoded(values.get(0)));
            }
        });
        return token == null
                ? link.toString()
                : link.append("&PageToken=").append(token).toString();
    }

    private static String token(List<Call> found, int first) {
        return "PA" + found.get(first).sid;
    }

    private String one(String name, String otherwise) {
        return query.containsKey(name) ? query.get(name).get(0) : otherwise;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
