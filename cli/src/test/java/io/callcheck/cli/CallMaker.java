package io.callcheck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;

/** Makes and looks at calls of a server beside the kit, as an earlier run that was killed would have made them. */
record CallMaker(Embedded server) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The target file of the server. */
    Path describe(Path file) throws IOException {
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
            ServeCommand.print(server.keys(), new Console(text));
        }
        return file;
    }

    /** A setting of that file. */
    String key(String name) {
        return Objects.requireNonNull(server.keys().get(name));
    }

    /** A call that rings; its id. */
    String ringing() throws IOException, InterruptedException {
        return made("15005550005");
    }

    /** A call to a number without its plus sign; its id. */
    String made(String to) throws IOException, InterruptedException {
        return send("", "POST", "From=%2B15005550000&To=%2B" + to + "&Url=http%3A%2F%2F127.0.0.1%3A9%2F")
                .replaceFirst("(?s).*?\"sid\" ?: ?\"([^\"]+)\".*", "$1");
    }

    /** The status of a call. */
    String status(String call) throws IOException, InterruptedException {
        return look("/" + call).replaceFirst("(?s).*?\"status\" ?: ?\"([^\"]+)\".*", "$1");
    }

    /** What is found at a place below the calls. */
    String look(String path) throws IOException, InterruptedException {
        return send(path, "GET", "");
    }

    private String send(String path, String method, String body) throws IOException, InterruptedException {
        String account = key("signalwire.account");
        String user = account + ":" + key("signalwire.token");
        URI uri = URI.create(key("signalwire.url") + "/Accounts/" + account + "/Calls" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
