package io.callcheck.hostile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.RawPeer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends credentials back: in headers, in bodies as values, as the names of members and as statuses, at the place where a
 * body is cut, in an answer that is none, and in callbacks.
 */
final class Echo implements RawPeer.Hearing {
    private static final Pattern CALLBACK = Pattern.compile("StatusCallback=([^&]*)");
    private static final int CUT = 16 * 1024;
    private static final int LONG = 600 * 1024;

    private final List<String> writings;

    Echo(List<String> writings) {
        this.writings = writings;
    }

    @Override
    public void answer(int number, String request, OutputStream out) throws IOException {
        String writing = writings.get(number % writings.size());
        Matcher callback = CALLBACK.matcher(request);
        if (callback.find()) {
            tell(URLDecoder.decode(callback.group(1), StandardCharsets.UTF_8), writing);
        }
        String head = "X-Echo: " + writing + "\r\nSet-Cookie: a=" + writing + "\r\nConnection: close\r\n";
        out.write((switch (number / writings.size() % 6) {
                    case 0 -> answer(201, head, call(number, writing));
                    case 1 -> "HTTP/1.1 " + writing + "\r\n" + head + "\r\n";
                    case 2 -> answer(400, head, "{\"message\": \"" + writing + "\"}");
                    case 3 -> answer(200, head, "x".repeat(CUT - 30) + writing + "x".repeat(LONG));
                    case 4 -> answer(200, head, "<h1>" + writing + "</h1>");
                    default -> answer(200, head, call(number, writing));
                })
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Something like a call, wrong in every member. */
    private static String call(int number, String writing) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("sid", "00000000-0000-4000-8000-" + String.format("%012d", number));
        call.put("id", call.path("sid").asText());
        for (String member : List.of("status", "direction", "date_created", "to", "uri", "answered_by", "error")) {
            call.put(member, writing);
        }
        call.putObject("subresource_uris").put(writing, writing);
        call.put(writing, 1);
        return call.toString();
    }

    private static String answer(int status, String head, String body) {
        return "HTTP/1.1 " + status + " Echo\r\nContent-Type: application/json\r\n" + head + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static void tell(String address, String writing) throws IOException {
        if (address.startsWith("http://127.0.0.1:")) {
            String body = "CallStatus=" + writing + "&" + writing + "=1";
            String headers =
                    "Connection: close\r\nX-Echo: " + writing + "\r\nContent-Length: " + body.length() + "\r\n";
            Sender.status(address, Sender.head("POST", address, headers) + body);
        }
    }
}
