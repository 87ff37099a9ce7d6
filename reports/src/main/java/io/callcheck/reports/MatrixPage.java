package io.callcheck.reports;

import io.callcheck.verdict.Judged;
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
    public static Path write(List<Judged> runs, Path folder) throws IOException {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a matrix needs a run");
        }
        Files.createDirectories(folder);
        HtmlReport report = new HtmlReport();
        for (int i = 0; i < runs.size(); i++) {
            report.write(runs.get(i), folder, MatrixView.file(i));
        }
        Whole.write(folder, NAME, new Page().render(MatrixView.of(runs)));
        return folder.resolve(NAME);
    }
}
