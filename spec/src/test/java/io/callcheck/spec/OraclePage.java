package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of one page of the documentation, transcribed.
 *
 * @param key the page's key and file name
 * @param api the API whose document is compared
 * @param kind what of the document: operation, webhook or object
 * @param subject its operationId, webhook name or x-name
 * @param claims what the page states on the operation itself: method, path, status, mediaType, security
 * @param rows the lines of the tables
 */
record OraclePage(
        String key, String api, String kind, String subject, Map<String, String> claims, List<OracleRow> rows) {

    private static final List<String> KEYS = List.of(
            "signalwire-calls-object",
            "signalwire-create",
            "signalwire-recording-status-callback",
            "signalwire-retrieve",
            "signalwire-status-callback",
            "signalwire-update",
            "bird-update-a-call");

    private static final List<String> KINDS = List.of("operation", "webhook", "object");
    private static final List<String> CLAIMS = List.of("method", "path", "status", "mediaType", "security");

    static List<OraclePage> all() throws IOException {
        List<OraclePage> pages = new ArrayList<>();
        for (String key : KEYS) {
            pages.add(read(key));
        }
        return pages;
    }

    private static OraclePage read(String key) throws IOException {
        JsonNode page = OracleYaml.read("oracle/" + key + ".yaml");
        String kind = KINDS.stream().filter(page::has).findFirst().orElseThrow();
        OracleYaml.requireKeys(
                page,
                Set.of("page", "api", "rows", kind),
                Set.of("page", "api", "rows", kind, "method", "path", "status", "mediaType", "security"));
        Map<String, String> claims = new LinkedHashMap<>();
        CLAIMS.stream()
                .filter(page::has)
                .forEach(claim -> claims.put(claim, page.path(claim).asText()));
        List<OracleRow> rows = new ArrayList<>();
        page.path("rows").forEach(line -> rows.add(OracleRow.of(line)));
        return new OraclePage(
                page.path("page").asText(),
                page.path("api").asText(),
                kind,
                page.path(kind).asText(),
                claims,
                rows);
    }
}
