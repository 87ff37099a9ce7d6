package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Delivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Honest callbacks come through while our receiver is attacked. */
@Timeout(60)
class SiegeTest {
    private static final int HONEST = 100;
    private static final int HELD = 400;
    private static final int FLOOD = 10_000;
    private static final int FLOODERS = 4;

    @Test
    void honestCallbacksComeThrough() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Sender> held = new ArrayList<>();
        ExecutorService attackers = Executors.newFixedThreadPool(FLOODERS + 1);
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            String address = inbox.address("statusCallback", "");
            String known = inbox.address("recordingStatusCallback", "");
            hold(known, held);
            Future<?> holder = attackers.submit(dripping(held, over));
            List<Future<Integer>> floods = new ArrayList<>();
            for (int i = 0; i < FLOODERS; i++) {
                floods.add(attackers.submit(flooding(known)));
            }
            for (int i = 0; i < HONEST; i++) {
                assertThat(Sender.status(address, Sender.callback(address, "SequenceNumber=" + i)))
                        .as("callback " + i)
                        .isEqualTo(204);
            }
            assertThat(sum(floods))
                    .as("requests of the flood that were answered")
                    .isPositive();
            over.set(true);
            holder.get(10, TimeUnit.SECONDS);
            assertThat(inbox.deliveries())
                    .filteredOn(d -> d.token().equals(CallbackInbox.token(address)))
                    .extracting(Delivery::body)
                    .containsExactlyElementsOf(IntStream.range(0, HONEST)
                            .mapToObj(i -> "SequenceNumber=" + i)
                            .toList());
            assertThat(inbox.deliveries()).extracting(Delivery::token).isSubsetOf(Set.of(CallbackInbox.token(address)));
        } finally {
            over.set(true);
            attackers.shutdownNow();
            for (Sender sender : held) {
                sender.close();
            }
        }
    }

    /** Connections that say nothing, begin a head, or begin a body at an address that is there. */
    private static void hold(String known, List<Sender> held) throws IOException {
        for (int i = 0; i < HELD; i++) {
            Sender sender = new Sender(known);
            held.add(sender);
            if (i % 3 == 1) {
                sender.say("POST /");
            } else if (i % 3 == 2) {
                // So long that no drip fills it, however slow the machine is.
                sender.say(Sender.head("POST", known, "Content-Length: 100000000\r\n"));
            }
        }
    }

    /** Adds a byte to each of them now and then. */
    private static Callable<Integer> dripping(List<Sender> held, AtomicBoolean over) {
        return () -> {
            int said = 0;
            while (!over.get()) {
                for (Sender sender : List.copyOf(held)) {
                    try {
                        sender.say("x");
                        said++;
                    } catch (IOException e) {
                        // Sent away: that is what is to happen to it.
                        held.remove(sender);
                        sender.close();
                    }
                }
                Thread.onSpinWait();
                if (held.isEmpty()) {
                    return said;
                }
            }
            return said;
        };
    }

    /** Requests to a path that is not there, each with a long body announced. */
    private static Callable<Integer> flooding(String known) {
        String wrong = known.replaceFirst("/[0-9a-f]{32}/", "/" + "f".repeat(32) + "/");
        String request = Sender.head("POST", wrong, "Content-Length: 1000000\r\n");
        return () -> {
            int answered = 0;
            for (int i = 0; i < FLOOD / FLOODERS; i++) {
                answered += answered(known, request);
            }
            return answered;
        };
    }

    private static int answered(String known, String request) {
        try {
            return Sender.status(known, request) == 404 ? 1 : 0;
        } catch (IOException e) {
            // Sent away before it could speak.
            return 0;
        }
    }

    private static int sum(List<Future<Integer>> counts) throws InterruptedException, ExecutionException {
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum;
    }
}
