package io.callcheck.engine;

import io.callcheck.expect.Contract;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The contracts of the APIs that are asked about, read side by side while something else is done: that is half of what a
 * short run takes before its first request.
 */
public final class Contracts {
    private final Map<Api, CompletableFuture<Contract>> reading = new EnumMap<>(Api.class);

    private Contracts() {}

    /** Loads what reading any of them takes, beside whatever comes first: the command line is not read by then. */
    public static void prepare() {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(Contract::prepare);
    }

    /** Begins to read them. */
    public static Contracts of(Collection<Api> apis) {
        Contracts contracts = new Contracts();
        for (Api api : apis) {
            contracts.reading.put(api, CompletableFuture.supplyAsync(() -> Contract.of(Catalogue.load(api))));
        }
        return contracts;
    }

    /**
     * The contract of one of them, as soon as it is read.
     *
     * @throws IllegalArgumentException when a document breaks the rules of its own making: the kit is broken
     */
    Contract of(Api api) {
        try {
            return Objects.requireNonNull(reading.get(api), api.id()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
