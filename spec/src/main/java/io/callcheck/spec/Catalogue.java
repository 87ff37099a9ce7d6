package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * All clauses of one API, and where each is used: the only place that a clause id comes from.
 *
 * @param document the documents that it was read from
 * @param clauses in the order of the documents: structure first, then behaviour
 * @param uses every place of every operation where a clause applies
 * @param operations in the order of the document
 * @param written the operation of each behaviour clause, by clause id
 * @param byId the clauses by id
 */
public record Catalogue(
        SpecDocument document,
        List<Clause> clauses,
        List<Use> uses,
        List<Operation> operations,
        Map<String, String> written,
        Map<String, Clause> byId) {

    /**
     * Reads the catalogue of an API.
     *
     * @throws IllegalArgumentException when a document breaks the rules of its own making: the kit is broken
     */
    public static Catalogue load(Api api) {
        return of(SpecDocument.load(api));
    }

    /**
     * Makes the catalogue of documents.
     *
     * @throws IllegalArgumentException when a document breaks the rules of its own making
     */
    public static Catalogue of(SpecDocument document) {
        Api api = document.api();
        Ledger ledger = new Ledger();
        List<Operation> operations = new OperationWalk(document, ledger).walk();
        Map<String, String> written = new LinkedHashMap<>();
        for (JsonNode node : document.behaviour().path("clauses")) {
            String id = node.path("id").asText();
            ledger.add(new Clause(
                    id,
                    api,
                    Level.valueOf(node.path("level").asText("MUST")),
                    Keywords.BEHAVIOUR,
                    node.path("statement").asText(),
                    Sources.parse(document, node.path("source").asText()),
                    node.has("unchecked") ? node.get("unchecked").asText() : null));
            written.put(id, node.path("operation").asText());
        }
        Map<String, Clause> byId = new HashMap<>();
        ledger.clauses().forEach(c -> byId.putIfAbsent(c.id(), c));
        return new Catalogue(
                document, ledger.clauses(), ledger.uses(), operations, Map.copyOf(written), Map.copyOf(byId));
    }

    /** The API. */
    public Api api() {
        return document.api();
    }

    /**
     * The clause of an id.
     *
     * @throws NoSuchElementException when there is none: a case, or a fault, names a clause that is not promised
     */
    public Clause clause(String id) {
        Clause clause = byId.get(id);
        if (clause == null) {
            throw new NoSuchElementException("no clause is called " + id);
        }
        return clause;
    }

    /**
     * The operation of an id.
     *
     * @throws NoSuchElementException when there is none
     */
    public Operation operation(String id) {
        return operations.stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no operation is called " + id));
    }
}
