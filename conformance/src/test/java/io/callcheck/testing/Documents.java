package io.callcheck.testing;

import io.callcheck.expect.Contract;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Use;
import java.util.Objects;

/** The catalogue and the contract of both APIs, read once for all tests. */
public final class Documents {
    private static final Catalogue SIGNALWIRE = Catalogue.load(Api.SIGNALWIRE);
    private static final Catalogue BIRD = Catalogue.load(Api.BIRD);
    private static final Contract SIGNALWIRE_CONTRACT = Contract.of(SIGNALWIRE);
    private static final Contract BIRD_CONTRACT = Contract.of(BIRD);

    private Documents() {}

    /** The catalogue of an API. */
    public static Catalogue catalogue(Api api) {
        return api == Api.BIRD ? BIRD : SIGNALWIRE;
    }

    /** The contract of an API. */
    public static Contract contract(Api api) {
        return api == Api.BIRD ? BIRD_CONTRACT : SIGNALWIRE_CONTRACT;
    }

    /** The pointer of the schema of an answer. */
    public static String answer(Api api, String operation, int status) {
        Operation.Response response =
                catalogue(api).operation(operation).answers().get(status);
        return Objects.requireNonNull(response).root();
    }

    /** The use of a clause in an operation; the first where it has several. */
    public static Use use(String clause, String operation) {
        Api api = clause.startsWith("bird.") ? Api.BIRD : Api.SIGNALWIRE;
        return catalogue(api).uses().stream()
                .filter(u -> u.clause().id().equals(clause) && u.operation().equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(clause + " is not used in " + operation));
    }
}
