package io.callcheck.cases;

import static io.callcheck.exchange.Spoken.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Statuses;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may do an operation, and on what: credentials, another account's path, unknown and malformed ids. */
public final class AccessCases {
    private static final String CONTROL = "lawful";
    private static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

    private final Bench bench;
    private final Operation operation;
    private final ObjectNode body;
    private final CallGround.Maker subject;
    private final Rules rules;
    private final List<Case> cases = new ArrayList<>();

    /**
     * What differs between the APIs.
     *
     * @param unauthorized the lawful answers to a request without valid credentials
     * @param foreign the lawful answers on another account's path
     * @param unknown the lawful answers about a call that does not exist
     * @param accountVariable the path variable that names the account
     * @param wrongAuthorization a well-formed header Authorization with wrong credentials
     */
    public record Rules(
            Set<Integer> unauthorized,
            Set<Integer> foreign,
            Set<Integer> unknown,
            String accountVariable,
            String wrongAuthorization) {}

    private AccessCases(Bench bench, String operation, ObjectNode body, CallGround.Maker subject, Rules rules) {
        this.bench = bench;
        this.operation = bench.operation(operation);
        this.body = body;
        this.subject = subject;
        this.rules = rules;
    }

    /** The script of an operation; the lawful request beside it gives every refusal its meaning. */
    public static Script script(
            Bench bench, String operation, ObjectNode body, CallGround.Maker subject, Rules rules, String plainClause) {
        AccessCases made = new AccessCases(bench, operation, body, subject, rules);
        made.cases(plainClause);
        return new Script("access to " + operation, bench.catalogue().api(), List.copyOf(made.cases), made::play);
    }

    private void cases(String plainClause) {
        add(plainClause, "a plain lawful " + operation.id() + " is accepted", Plain.accepted(CONTROL));
        String security = operation.clause(Keywords.SECURITY);
        add(security, "no credentials are refused", step("no credentials", rules.unauthorized()));
        add(security, "wrong credentials are refused", step("wrong credentials", rules.unauthorized()));
        add(operation.clause("isolation"), "another account's path is refused", step("foreign", rules.foreign()));
        add(operation.clause("unknown"), "a call that does not exist is not found", step("unknown", rules.unknown()));
        for (Use use : bench.catalogue().uses()) {
            if (use.operation().equals(operation.id())
                    && use.part() == Part.PATH
                    && use.keyword().equals("format")) {
                add(
                        use.clause().id(),
                        use.name() + " that is no UUID is refused",
                        step("malformed " + use.name(), MALFORMED));
            }
        }
    }

    /** Which of these it is stays open; that there is no success does not. */
    private static final Set<Integer> MALFORMED = Set.of(400, 401, 403, 404, 422);

    private Expectation step(String name, Set<Integer> allowed) {
        return Statuses.oneOf(name, CONTROL, allowed, operation.clause(Keywords.STATUS));
    }

    private void add(String id, String name, Expectation expectation) {
        Optional<Clause> clause = bench.catalogue().clauses().stream()
                .filter(c -> c.id().equals(id) && c.unchecked() == null)
                .findFirst();
        clause.ifPresent(c -> cases.add(new Case(c, operation.id(), name, expectation)));
    }

    private void play(Transcript transcript) throws InterruptedException {
        Optional<String> made = subject.make(transcript, body);
        if (made.isEmpty()) {
            return;
        }
        Sent lawful = request(Map.of(bench.names().callVariable(), made.get()));
        if (!transcript.send(CONTROL, operation.id(), lawful).accepted()) {
            return;
        }
        say(transcript, "no credentials", lawful.header("Authorization", ""));
        say(transcript, "wrong credentials", lawful.header("Authorization", rules.wrongAuthorization()));
        say(
                transcript,
                "foreign",
                request(Map.of(bench.names().callVariable(), made.get(), rules.accountVariable(), UNKNOWN_ID)));
        if (operation.path().contains("{" + bench.names().callVariable() + "}")) {
            say(transcript, "unknown", request(Map.of(bench.names().callVariable(), UNKNOWN_ID)));
        }
        for (Use use : bench.catalogue().uses()) {
            if (use.operation().equals(operation.id())
                    && use.part() == Part.PATH
                    && use.keyword().equals("format")) {
                Map<String, String> path =
                        new java.util.LinkedHashMap<>(Map.of(bench.names().callVariable(), made.get()));
                path.put(use.name(), "not-a-uuid");
                say(transcript, "malformed " + use.name(), request(path));
            }
        }
    }

    private Sent request(Map<String, String> path) {
        return bench.requests().of(operation, path, body);
    }

    private void say(Transcript transcript, String step, Sent sent) {
        given(transcript, step, operation.id(), sent)
                .when()
                .request(sent.method(), sent.uri())
                .statusCode();
    }
}
