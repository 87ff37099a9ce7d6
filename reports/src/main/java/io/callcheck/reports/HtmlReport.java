package io.callcheck.reports;

import io.callcheck.verdict.Judged;
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
    public void accept(Judged judged, Path folder) throws IOException {
        write(judged, folder, NAME);
    }

    @Override
    public void prepare(Judged example) {
        page.render(ReportView.of(example));
    }

    /** Writes the page under another name. */
    void write(Judged judged, Path folder, String name) throws IOException {
        Whole.write(folder, name, page.render(ReportView.of(judged)));
    }
}
