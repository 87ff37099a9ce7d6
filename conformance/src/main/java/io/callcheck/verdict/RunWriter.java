package io.callcheck.verdict;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callcheck.expect.Finding;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Run.DeliveryInfo;
import io.callcheck.verdict.Run.ExchangeInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run member by member, just as Jackson would write its records. Jackson learns by reflection what there is to
 * write: two tenths of a second of CPU in a process that writes one run, and ends.
 */
final class RunWriter {
    private final JsonGenerator json;

    RunWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a run. */
    void write(Run run) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("kit");
        text("version", run.kit().version());
        text("edition", run.kit().edition());
        texts("digests", run.kit().digests());
        json.writeEndObject();
        json.writeObjectFieldStart("target");
        text("name", run.target().name());
        texts("settings", run.target().settings());
        json.writeEndObject();
        text("startedAt", run.startedAt());
        text("finishedAt", run.finishedAt());
        json.writeBooleanField("complete", run.complete());
        json.writeNumberField("exit", run.exit());
        summary(run.summary());
        each("clauses", run.clauses(), this::clause);
        each("verdicts", run.verdicts(), this::verdict);
        json.writeObjectFieldStart("observed");
        for (Map.Entry<String, List<String>> seen : new TreeMap<>(run.observed()).entrySet()) {
            each(seen.getKey(), seen.getValue(), json::writeString);
        }
        json.writeEndObject();
        each("exchanges", run.exchanges(), this::exchange);
        each("deliveries", run.deliveries(), this::delivery);
        if (!run.only().isEmpty()) {
            each("only", run.only(), json::writeString);
        }
        json.writeEndObject();
    }

    private void summary(Run.Summary summary) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeObjectFieldStart("outcomes");
        for (Map.Entry<Outcome, Integer> outcome : new TreeMap<>(summary.outcomes()).entrySet()) {
            json.writeNumberField(outcome.getKey().name(), outcome.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("planned", summary.planned());
        json.writeNumberField("callsCreated", summary.callsCreated());
        json.writeNumberField("requestsSent", summary.requestsSent());
        json.writeNumberField("millis", summary.millis());
        each("unaccepted", summary.unaccepted(), json::writeString);
        json.writeNumberField("callsLeft", summary.callsLeft());
        json.writeEndObject();
    }

    private void clause(ClauseInfo clause) throws IOException {
        json.writeStartObject();
        text("id", clause.id());
        text("api", clause.api());
        text("level", clause.level().name());
        text("statement", clause.statement());
        text("source", clause.source());
        known("url", clause.url());
        known("unchecked", clause.unchecked());
        json.writeEndObject();
    }

    private void verdict(Verdict verdict) throws IOException {
        json.writeStartObject();
        text("clause", verdict.clause());
        text("case", verdict.caseName());
        text("api", verdict.api());
        text("operation", verdict.operation());
        text("level", verdict.level().name());
        text("outcome", verdict.outcome().name());
        text("blockedBy", verdict.blockedBy());
        text("reason", verdict.reason());
        each("findings", verdict.findings(), this::finding);
        each("evidence", verdict.evidence(), json::writeNumber);
        if (verdict.unstable()) {
            json.writeBooleanField("unstable", true);
        }
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        text("where", finding.where());
        text("expected", finding.expected());
        text("actual", finding.actual());
        json.writeEndObject();
    }

    private void exchange(ExchangeInfo exchange) throws IOException {
        json.writeStartObject();
        text("api", exchange.api());
        text("operation", exchange.operation());
        text("at", exchange.at());
        json.writeObjectFieldStart("request");
        text("method", exchange.request().method());
        text("url", exchange.request().url());
        headers(exchange.request().headers());
        text("body", exchange.request().body());
        json.writeEndObject();
        Run.ResponseInfo response = exchange.response();
        if (response != null) {
            json.writeObjectFieldStart("response");
            json.writeNumberField("status", response.status());
            headers(response.headers());
            text("body", response.body());
            json.writeNumberField("millis", response.millis());
            json.writeEndObject();
        }
        known("problem", exchange.problem());
        json.writeEndObject();
    }

    private void delivery(DeliveryInfo delivery) throws IOException {
        json.writeStartObject();
        text("at", delivery.at());
        text("method", delivery.method());
        text("uri", delivery.uri());
        headers(delivery.headers());
        text("body", delivery.body());
        json.writeEndObject();
    }

    private void headers(List<List<String>> headers) throws IOException {
        each("headers", headers, header -> {
            json.writeStartArray();
            for (String part : header) {
                json.writeString(part);
            }
            json.writeEndArray();
        });
    }

    private void text(String name, String value) throws IOException {
        json.writeStringField(name, value);
    }

    private void known(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void texts(String name, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
            text(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private <T> void each(String name, List<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : items) {
            item.write(each);
        }
        json.writeEndArray();
    }

    /** Writes one item of an array. */
    @FunctionalInterface
    private interface Item<T> {
        /** Writes it. */
        void write(T item) throws IOException;
    }
}
