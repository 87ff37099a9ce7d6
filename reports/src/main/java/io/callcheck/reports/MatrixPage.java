package io.callcheck.reports;

import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes one page of several runs: targets across, clauses down, and the page of each run beside it. */
public final class MatrixPage {
    /** The file's name in the folder of results. */
    public static final String NAME = "index.html";

    private MatrixPage() {}

    /**
     * Writes {@value #NAME} and, beside it, {@code run-1.html}, {@code run-2.html} and so on, to which its cells lead.
     *
     * @param runs one for each column, in this order; several of one target are told apart by their date
     * @param folder where the pages go; made when it is not there
     * @return the page of the matrix
     * @throws IllegalArgumentException when there is no run
     * @throws IOException when a page cannot be written
     */
    public static Path write(List<Run> runs, Path folder) throws IOException {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a matrix needs a run");
        }
        Files.createDirectories(folder);
        Terms terms = Terms.plain();
        List<Judged> judged = runs.stream().map(r -> Gate.judge(r, terms)).toList();
        HtmlReport report = new HtmlReport();
        for (int i = 0; i < judged.size(); i++) {
            report.write(judged.get(i), folder, MatrixView.file(i));
        }
        Whole.write(folder, NAME, new Page().render(MatrixView.of(judged)));
        return folder.resolve(NAME);
    }
}
