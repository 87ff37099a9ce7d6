package io.callcheck.cases;

import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Api;
import java.util.List;
import java.util.Set;

/**
 * A stimulus and the cases that are judged on its evidence.
 *
 * @param name for people: what it does
 * @param api the API that it speaks to
 * @param operations the operations that it is played for; with requests of others it only looks at its calls and ends
 *     them, as every script that is played for those does too
 * @param cases the cases that its evidence decides
 * @param action what is sent, step by step
 */
public record Script(String name, Api api, Set<String> operations, List<Case> cases, Action action) {

    /** Whether it is played for what an operation shows. */
    public boolean sends(String operation) {
        return operations.contains(operation);
    }

    /** Of its name alone: the one that records have asks every case of it. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** What is sent. */
    @FunctionalInterface
    public interface Action {
        /**
         * Sends the steps.
         *
         * @param transcript where they are sent and written down
         * @throws InterruptedException when the run is cut short
         */
        void play(Transcript transcript) throws InterruptedException;
    }
}
