package io.callcheck.reports;

import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.RunSink;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;

/** Makes {@code badge.svg} of a run: the verdict in two words, for a README. */
public final class Badge implements RunSink {
    /** The file's name in the folder of results. */
    public static final String NAME = "badge.svg";

    private final Page page = new Page();

    /** For the service loader. */
    public Badge() {}

    @Override
    public void accept(Judged judged, Path folder) throws IOException {
        Whole.write(folder, NAME, page.render(View.of(judged)));
    }

    /**
     * What the badge shows.
     *
     * @param word the verdict
     * @param colour the ground of the verdict; white text on it has a contrast of at least 4.5
     */
    record View(String word, String colour) {
        private static final String LABEL = "callcheck";

        static View of(Judged judged) {
            long broken =
                    judged.violations().stream().map(Verdict::clause).distinct().count();
            if (judged.exit() == Gate.VIOLATIONS) {
                return new View(broken == 0 ? "baseline stale" : Figures.count(broken) + " violated", "#b3261e");
            }
            if (judged.exit() != Gate.CONFORMANT || !judged.run().complete()) {
                return new View("could not find out", "#6b4a8a");
            }
            Scope scope = Scope.of(judged.run());
            return scope.partial() ? new View("conformant in part", "#4a545e") : new View("conformant", "#1b7042");
        }

        String label() {
            return LABEL;
        }

        int labelWidth() {
            return width(LABEL);
        }

        int wordWidth() {
            return width(word);
        }

        int width() {
            return labelWidth() + wordWidth();
        }

        /** Text is stretched to what it is given, so the figure need only be near. */
        private static int width(String text) {
            return 12 + Math.round(text.length() * 6.4f);
        }
    }
}
