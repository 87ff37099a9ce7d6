package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One difference between a page and our document that is meant, and why.
 *
 * @param difference exactly what differs; another value on either side is not covered
 * @param reason why the document does not follow the page
 */
record OracleDeviation(OracleDifference difference, String reason) {

    private static final Set<String> KEYS =
            Set.of("page", "in", "name", "attribute", "page-says", "document-says", "reason");

    /** Reads {@code deviations.yaml}; a list under page or name stands for one line for each of its values. */
    static List<OracleDeviation> all() throws IOException {
        List<OracleDeviation> all = new ArrayList<>();
        for (JsonNode line : OracleYaml.read("oracle/deviations.yaml").path("deviations")) {
            OracleYaml.requireKeys(line, KEYS, KEYS);
            for (String page : texts(line.path("page"))) {
                for (String name : texts(line.path("name"))) {
                    all.add(new OracleDeviation(
                            new OracleDifference(
                                    page,
                                    line.path("in").asText(),
                                    name,
                                    line.path("attribute").asText(),
                                    OracleYaml.canonical(line.path("page-says")),
                                    OracleYaml.canonical(line.path("document-says"))),
                            line.path("reason").asText()));
                }
            }
        }
        return all;
    }

    private static List<String> texts(JsonNode oneOrMore) {
        if (!oneOrMore.isArray()) {
            return List.of(oneOrMore.asText());
        }
        List<String> texts = new ArrayList<>();
        oneOrMore.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
