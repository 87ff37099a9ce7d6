package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.signalwire.SignalWireBench;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Target;
import io.callcheck.expect.Acceptance.Need;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The method of a callback goes with its address: who refuses both is to blame for one of them. */
class NeedsTest {
    private static final Probe ADDRESS =
            Probes.lawful("signalwire.create.StatusCallback.accepted", "\"http://127.0.0.1:1/status-callback\"");
    private static final Probe METHOD = Probes.lawful(
            "signalwire.create.StatusCallbackMethod.enum", "\"GET\"", "{\"StatusCallback\": \"{status-callback}\"}");
    private static final Probe OTHER = Probes.lawful(
            "signalwire.create.StatusCallbackMethod.enum", "\"POST\"", "{\"StatusCallback\": \"{status-callback}\"}");
    private static final Probe RECORD = Probes.lawful("signalwire.create.Record.accepted", "true");
    private static final Optional<Need> ITS_ADDRESS =
            Optional.of(new Need(ADDRESS.label(), "signalwire.create.StatusCallback.accepted"));

    @Test
    void anAddressThatIsRefusedAloneIsToBlame() throws IOException {
        assertThat(blame(Set.of(), Set.of(METHOD.label(), ADDRESS.label()))).isEqualTo(ITS_ADDRESS);
    }

    @Test
    void anAddressOfWhichNothingIsKnownMayBeToBlame() throws IOException {
        assertThat(blame(Set.of(), Set.of(METHOD.label()))).isEqualTo(ITS_ADDRESS);
    }

    @Test
    void whatIsKnownToBeRefusedComesFirst() throws IOException {
        Probe second = Probes.lawful("signalwire.create.StatusCallbackMethod.accepted", "\"PUT\"");
        assertThat(needs(ADDRESS, METHOD, second).blame(METHOD, Set.of(), Set.of(METHOD.label(), second.label())))
                .isEqualTo(Optional.of(new Need(second.label(), "signalwire.create.StatusCallbackMethod.accepted")));
    }

    @Test
    void anAddressThatWasAcceptedIsNotToBlame() throws IOException {
        assertThat(blame(Set.of(ADDRESS.label()), Set.of(METHOD.label()))).isEmpty();
        assertThat(blame(Set.of(OTHER.label()), Set.of(METHOD.label()))).isEmpty();
    }

    @Test
    void whatTheValueIsSentWithoutIsNotToBlame() throws IOException {
        assertThat(needs(RECORD, METHOD).blame(METHOD, Set.of(), Set.of(METHOD.label())))
                .isEmpty();
    }

    private static Optional<Need> blame(Set<String> accepted, Set<String> refused) throws IOException {
        return needs(ADDRESS, METHOD, OTHER).blame(METHOD, accepted, refused);
    }

    private static Needs needs(Probe... probes) throws IOException {
        Target target = Targets.at(URI.create("http://127.0.0.1:1"), "5s");
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            Bench bench = SignalWireBench.of(
                            Documents.contract(Api.SIGNALWIRE),
                            target,
                            Objects.requireNonNull(target.signalwire()),
                            inbox)
                    .bench();
            Ground ground = new CallGround(
                    bench,
                    Documents.catalogue(Api.SIGNALWIRE).operation("create"),
                    Probes.PLACEHOLDERS,
                    Samples.object("{\"To\": \"+15005550001\", \"From\": \"+15005550000\"}"),
                    (transcript, body) -> Optional.empty(),
                    body -> false,
                    sid -> Map.of(),
                    20,
                    null,
                    "signalwire.create.plain",
                    use -> "");
            Map<String, Probe> lawful = new LinkedHashMap<>();
            Needs needs = new Needs(ground, lawful);
            for (Probe probe : probes) {
                lawful.put(probe.label(), probe);
                needs.judged(probe);
            }
            return needs;
        }
    }
}
