package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Nothing that HotSpot would wait for is left when the process ends, and nothing else is touched. */
class ExitTest {

    @Test
    void theThreadsOfHttpClientsEndAndOthersGoOn() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("exit");
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        AtomicReference<HttpClient> client = new AtomicReference<>();
        Thread user = new Thread(group, () -> {
            client.set(HttpClient.newHttpClient());
            made.countDown();
            try {
                left.await();
            } catch (InterruptedException e) {
                client.set(null);
            }
        });
        user.start();
        made.await();
        assertThat(alive(group)).hasSize(2).contains(user);
        Exit.quiet(group);
        assertThat(alive(group)).containsExactly(user);
        left.countDown();
        user.join();
        assertThat(client.get()).as("the user was interrupted").isNotNull();
    }

    @Test
    void aProcessWithoutHttpClientsEndsAsItIs() {
        ThreadGroup empty = new ThreadGroup("empty");
        Exit.quiet(empty);
        assertThat(alive(empty)).isEmpty();
    }

    private static List<Thread> alive(ThreadGroup group) {
        Thread[] threads = new Thread[16];
        group.enumerate(threads);
        return Arrays.stream(threads)
                .filter(Objects::nonNull)
                .filter(Thread::isAlive)
                .toList();
    }
}
