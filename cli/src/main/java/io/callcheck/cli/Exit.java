package io.callcheck.cli;

/**
 * The end of the process. HotSpot waits for 0.3 seconds for threads that are in native code
 * ({@code VM_Exit::wait_for_threads_in_native_to_block}), where the JDK's HTTP client waits for its sockets. Before Java 21
 * nothing closes a client; its thread ends when it is interrupted, as {@link java.nio.channels.Selector#select()} returns then.
 */
final class Exit {
    /** The thread of a client goes by this name; where it does not, the process ends as soon as it did. */
    private static final String WAITING = "HttpClient-\\d+-SelectorManager";

    /** Milliseconds; far more than it takes. */
    private static final long LONGEST = 100;

    private Exit() {}

    /** Ends the process, when nothing is left to do in it. */
    static void with(int code) {
        quiet(Thread.currentThread().getThreadGroup());
        System.exit(code);
    }

    /** Ends the threads of all HTTP clients that were made in a group of threads. */
    static void quiet(ThreadGroup group) {
        // Some may come while they are counted.
        Thread[] threads = new Thread[group.activeCount() * 2];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().matches(WAITING)) {
                threads[i].interrupt();
                awaited(threads[i]);
            }
        }
    }

    private static void awaited(Thread thread) {
        try {
            thread.join(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
