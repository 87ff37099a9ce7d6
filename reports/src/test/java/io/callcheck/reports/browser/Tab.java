package io.callcheck.reports.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One page of the browser. */
public final class Tab {
    private final Protocol protocol;
    private final String session;
    private final int width;

    Tab(Protocol protocol, String session, int width, int height) {
        this.protocol = protocol;
        this.session = session;
        this.width = width;
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
        call("Network.enable", Map.of());
        size(width, height);
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return protocol.call(session, method, parameters);
    }

    /** Makes the window so large. */
    public void size(int wide, int high) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", wide, "height", high, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows the page as for a reader in the dark, or on paper. */
    public void media(String medium, String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Turns scripts off. */
    public void withoutScripts() {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Opens an address, also the same one again, and waits until it is loaded. */
    public void open(URI address) {
        CompletableFuture<JsonNode> loaded = protocol.next(session, "Page.loadEventFired");
        call("Page.navigate", Map.of("url", "about:blank"));
        loaded.join();
        loaded = protocol.next(session, "Page.loadEventFired");
        call("Page.navigate", Map.of("url", address.toString()));
        loaded.join();
    }

    /** The value of an expression of the page; a promise is waited for. */
    public JsonNode eval(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Presses a key. */
    public void press(String key) {
        String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", text));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Types a text where the focus is. */
    public void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Every address that was asked for. */
    public List<String> requests() {
        return protocol.events(session, "Network.requestWillBeSent").stream()
                .map(e -> e.path("request").path("url").asText())
                .toList();
    }

    /** Every dialogue that the page opened, and every error of its script. */
    public List<String> incidents() {
        return Stream.of("Page.javascriptDialogOpening", "Runtime.exceptionThrown")
                .flatMap(m -> protocol.events(session, m).stream())
                .map(JsonNode::toString)
                .toList();
    }

    /** The page on paper. */
    public byte[] pdf() {
        return decoded(call("Page.printToPDF", Map.of("preferCSSPageSize", true)));
    }

    /** What is seen of the page, as PNG. */
    public byte[] picture() {
        return decoded(call("Page.captureScreenshot", Map.of("format", "png")));
    }

    private static byte[] decoded(JsonNode result) {
        return Base64.getDecoder().decode(result.path("data").asText());
    }

    /** How wide the window was made at first. */
    public int width() {
        return width;
    }
}
