package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.AlmostRight;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.ForeignLists;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Statuses;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who may do an operation, and on what: credentials, another account's path, unknown and malformed ids. */
public final class AccessCases {
    private static final String CONTROL = "lawful";
    /** The one operation on a call that has to be over. */
    private static final String DELETE = "delete";
    /** Operations whose lawful request cannot be sent a second time. */
    private static final Set<String> SPENDING = Set.of(DELETE, "updateStream");

    private static final String STRANGE = "foreign";
    private static final String OTHER_PATH = "another account";
    private static final String OTHER_CREDENTIALS = "another account's credentials";

    private static final Expectation NOBODY = evidence -> new Judgement.Unseen(
            "no second account is described: see signalwire.second-account in the target file", List.of());

    private static final Expectation TOO_SHORT = evidence -> new Judgement.Unseen(
            "the token is so short that a part of it could not be kept out of the report", List.of());

    /** An id that nothing has. */
    public static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

    /** Operations that make and change nothing: whoever takes credentials that are almost right does no harm in them. */
    private static final Set<String> READING = Set.of("retrieve", "list");

    private final Bench bench;
    private final Operation operation;
    private final Lawful lawful;
    private final Rules rules;
    private final List<Case> cases = new ArrayList<>();

    /**
     * The lawful request of an operation.
     *
     * @param operation the operation's id
     * @param body its body; for a GET its query
     * @param subject brings about what it acts upon
     * @param path the path's variables for a subject
     * @param lacking why the target does not offer the operation; empty when it does
     * @param excuse what a refusal of it may be for that says nothing of the contract
     */
    public record Lawful(
            String operation,
            ObjectNode body,
            CallGround.Maker subject,
            Function<String, Map<String, String>> path,
            String lacking,
            Function<Exchange, Optional<String>> excuse) {}

    /**
     * What differs between the APIs.
     *
     * @param unauthorized the lawful answers to a request without valid credentials
     * @param foreign the lawful answers on another account's path
     * @param unknown the lawful answers about a call that does not exist
     * @param accountVariable the path variable that names the account
     * @param wrongAuthorization a well-formed header Authorization with wrong credentials
     * @param almost credentials that are almost right
     * @param other another account that there is; null when none is described
     */
    public record Rules(
            Set<Integer> unauthorized,
            Set<Integer> foreign,
            Set<Integer> unknown,
            String accountVariable,
            String wrongAuthorization,
            List<Almost> almost,
            @Nullable Other other) {}

    /**
     * Credentials that are almost right, and refused like any others.
     *
     * @param name what they are, for people
     * @param authorization the header Authorization with them; empty when there are none that could be sent
     * @param allowed the lawful answers
     */
    public record Almost(String name, String authorization, Set<Integer> allowed) {
        /** The credentials with an altered token. */
        public static List<Almost> of(String token, UnaryOperator<String> header, Set<Integer> allowed) {
            return List.of(
                    new Almost("a token with characters added", header.apply(AlmostRight.longer(token)), allowed),
                    new Almost(
                            "a token without its last character",
                            AlmostRight.shorter(token).map(header).orElse(""),
                            allowed));
        }
    }

    /**
     * Another account.
     *
     * @param account its id in the path
     * @param authorization the header Authorization with its own credentials
     */
    public record Other(String account, String authorization) {}

    private AccessCases(Bench bench, Lawful lawful, Rules rules) {
        this.bench = bench;
        this.operation = bench.operation(lawful.operation());
        this.lawful = lawful;
        this.rules = rules;
    }

    /** The script of an operation; the lawful request beside it gives every refusal its meaning. */
    public static Script script(Bench bench, Lawful lawful, Rules rules) {
        AccessCases made = new AccessCases(bench, lawful, rules);
        made.cases(made.operation.clause("plain"));
        return new Script(
                "access to " + lawful.operation(),
                bench.catalogue().api(),
                Set.of(lawful.operation()),
                List.copyOf(made.cases),
                lawful.lacking().isEmpty() ? made::play : transcript -> {});
    }

    private void cases(String plainClause) {
        add(
                plainClause,
                "a plain lawful " + operation.id() + " is accepted",
                Plain.accepted(
                        CONTROL, operation, operation.id().equals(DELETE) ? null : bench.names(), lawful.excuse()));
        String security = operation.clause(Keywords.SECURITY);
        add(security, "no credentials are refused", step("no credentials", rules.unauthorized()));
        add(security, "wrong credentials are refused", step("wrong credentials", rules.unauthorized()));
        if (READING.contains(operation.id())) {
            rules.almost()
                    .forEach(a -> add(
                            security,
                            a.name() + " is refused",
                            a.authorization().isEmpty() ? TOO_SHORT : step(a.name(), a.allowed())));
        }
        String isolation = operation.clause("isolation");
        add(isolation, "the path of an account that does not exist is refused", foreign(STRANGE));
        add(isolation, "another account's path is refused", rules.other() == null ? NOBODY : foreign(OTHER_PATH));
        add(
                isolation,
                "another account's credentials are refused",
                rules.other() == null ? NOBODY : foreign(OTHER_CREDENTIALS));
        add(operation.clause("unknown"), "a call that does not exist is not found", step("unknown", rules.unknown()));
        for (Use use : bench.catalogue().uses()) {
            if (malformable(use)) {
                add(
                        use.clause().id(),
                        use.name() + " that is no UUID is refused",
                        step("malformed " + use.name(), MALFORMED));
            }
        }
    }

    /** Which of these it is stays open; that there is no success does not. */
    private static final Set<Integer> MALFORMED = Set.of(400, 401, 403, 404, 422);

    /** A list that shows no call keeps the clause, too. */
    private Expectation foreign(String name) {
        Expectation refused = step(name, rules.foreign());
        return operation.id().equals("list") ? ForeignLists.empty(name, CONTROL, refused) : refused;
    }

    private Expectation step(String name, Set<Integer> allowed) {
        return Statuses.oneOf(name, CONTROL, allowed, operation.clause(Keywords.STATUS));
    }

    private void add(String id, String name, Expectation expectation) {
        Optional<Clause> clause = bench.catalogue().clauses().stream()
                .filter(c -> c.id().equals(id) && c.unchecked() == null)
                .findFirst();
        Expectation judged =
                lawful.lacking().isEmpty() ? expectation : evidence -> new Judgement.NotApplicable(lawful.lacking());
        clause.ifPresent(c -> cases.add(new Case(c, operation.id(), name, judged)));
    }

    /** The lawful request comes first, unless it uses up what it acts upon. */
    private void play(Transcript transcript) throws InterruptedException {
        Optional<String> made = lawful.subject().make(transcript, lawful.body());
        if (made.isEmpty()) {
            return;
        }
        Map<String, String> path = lawful.path().apply(made.get());
        Sent control = request(path);
        boolean spends = SPENDING.contains(operation.id());
        if (!spends) {
            control(transcript, control, made.get());
        }
        transcript.send("no credentials", operation.id(), control.header("Authorization", ""));
        transcript.send(
                "wrong credentials", operation.id(), control.header("Authorization", rules.wrongAuthorization()));
        for (Almost almost : READING.contains(operation.id()) ? rules.almost() : List.<Almost>of()) {
            if (!almost.authorization().isEmpty()) {
                transcript.send(almost.name(), operation.id(), control.header("Authorization", almost.authorization()));
            }
        }
        transcript.send(STRANGE, operation.id(), request(with(path, rules.accountVariable(), UNKNOWN_ID)));
        Other other = rules.other();
        if (other != null) {
            transcript.send(OTHER_CREDENTIALS, operation.id(), control.header("Authorization", other.authorization()));
            // What a live server created there could not be hung up with our credentials.
            if (!bench.target().live() || !operation.id().equals("create")) {
                transcript.send(
                        OTHER_PATH, operation.id(), request(with(path, rules.accountVariable(), other.account())));
            }
        }
        if (!path.isEmpty()) {
            String call =
                    path.containsKey("CallSid") ? "CallSid" : bench.names().callVariable();
            transcript.send("unknown", operation.id(), request(with(path, call, UNKNOWN_ID)));
        }
        for (Use use : bench.catalogue().uses()) {
            if (malformable(use)) {
                transcript.send(
                        "malformed " + use.name(), operation.id(), request(with(path, use.name(), "not-a-uuid")));
            }
        }
        if (spends) {
            control(transcript, control, made.get());
        }
    }

    /** When the lawful request is refused, a look at the call tells whether it was over by then. */
    private void control(Transcript transcript, Sent control, String subject) {
        Exchange exchange = transcript.send(CONTROL, operation.id(), control);
        String call = subject.contains("/") ? subject.substring(0, subject.indexOf('/')) : subject;
        if (exchange.answer() != null && !exchange.accepted()) {
            if (!call.isEmpty()) {
                transcript.send(Plain.AFTER, "retrieve", bench.onCall("retrieve", call, Bench.empty()));
                if (transcript.wire().budget().shared(call)) {
                    transcript.add(new Step(Plain.SHARED, exchange));
                }
            }
        }
    }

    private boolean malformable(Use use) {
        return use.operation().equals(operation.id())
                && use.part() == Part.PATH
                && use.keyword().equals("format");
    }

    private static Map<String, String> with(Map<String, String> path, String variable, String value) {
        Map<String, String> changed = new LinkedHashMap<>(path);
        changed.put(variable, value);
        return changed;
    }

    private Sent request(Map<String, String> path) {
        return bench.requests().of(operation, path, lawful.body());
    }
}
