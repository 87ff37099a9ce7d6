package io.callcheck.reports;

import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunSink;
import java.io.IOException;
import java.nio.file.Path;

/** Makes {@code index.html} of a run: one file that asks for nothing from anywhere. */
public final class HtmlReport implements RunSink {
    /** The file's name in the folder of results. */
    public static final String NAME = "index.html";

    private final Page page = new Page();

    /** For the service loader. */
    public HtmlReport() {}

    @Override
    public void accept(Run run, Path folder) throws IOException {
        Whole.write(folder, NAME, page.render(ReportView.of(run)));
    }
}
