package io.callcheck.cli;

import io.callcheck.engine.Cleanup;
import io.callcheck.exchange.OpenCalls;
import io.callcheck.exchange.OpenCalls.Whose;
import io.callcheck.exchange.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Warns of calls that an earlier run may have left.
 *
 * @param left what its journal says
 * @param described the target of this run
 * @param target its file
 * @param out the folder of results
 */
record LeftOpen(OpenCalls left, Target described, Path target, Path out) {

    /** A line for each target file with which they are to be hung up. */
    List<String> warnings() {
        List<String> lines = new ArrayList<>();
        long here = count(Whose.OURS) + count(Whose.UNKNOWN);
        boolean more = !left.unreadable().isEmpty();
        // What cleanup refuses is not advised.
        if (here > 0 || (more && Cleanup.refusal(left, described).isEmpty())) {
            boolean one = here == 1 && !more;
            lines.add(warning(here, more) + "'callcheck cleanup --target " + target + " --out " + out + "' hangs "
                    + (one ? "it" : "them") + " up");
            more = false;
        }
        List<String> others = Cleanup.others(left, described);
        if (!others.isEmpty()) {
            lines.add(warning(count(Whose.OTHERS), more) + String.join("; ", others) + ": clean up with "
                    + (others.size() == 1 ? "its target file" : "their target files"));
        }
        long missing = count(Whose.NO_API);
        if (missing > 0) {
            List<String> apis = left.entries().stream()
                    .filter(e -> e.whose(described) == Whose.NO_API)
                    .map(e -> e.api().id())
                    .distinct()
                    .toList();
            lines.add(warning(missing, false) + (missing == 1 ? "it is" : "they are") + " of "
                    + String.join(" and ", apis) + ", an API that " + target
                    + " does not describe: clean up with its target file");
        }
        return lines;
    }

    private long count(Whose whose) {
        return left.entries().stream().filter(e -> e.whose(described) == whose).count();
    }

    /**
     * How such a line begins.
     *
     * @param more whether there may be more than can be counted
     */
    private static String warning(long calls, boolean more) {
        String number = calls == 0 ? "calls" : calls == 1 ? "1 call" : calls + " calls";
        return "WARN an earlier run may have left " + (more && calls > 0 ? "more than " : "") + number + " open: ";
    }
}
