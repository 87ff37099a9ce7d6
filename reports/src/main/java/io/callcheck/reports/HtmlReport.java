package io.callcheck.reports;

import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes {@code index.html} of a run: one file that asks for nothing from anywhere. */
public final class HtmlReport implements RunSink {
    /** The file's name in the folder of results. */
    public static final String NAME = "index.html";

    private final Page page = new Page();

    /** For the service loader. */
    public HtmlReport() {}

    /** Writes the page whole or not at all: into a file beside, which then takes the name. */
    @Override
    public void accept(Run run, Path folder) throws IOException {
        String html = page.render(ReportView.of(run));
        // Not a temporary file of the platform's: only its owner could read the page.
        Path temporary = folder.resolve(NAME + ".tmp");
        try {
            Files.writeString(temporary, html);
            Files.move(
                    temporary,
                    folder.resolve(NAME),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
