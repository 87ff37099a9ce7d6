package io.callcheck.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Renders a view with the templates that were compiled at build; every text is escaped for where it stands. */
final class Page {
    private final TemplateEngine engine = engine();
    private final Asset style = Asset.of("report.css");
    private final Asset script = Asset.of("report.js");

    /**
     * What is put into the page as it is: ours, never the target's.
     *
     * @param text its text
     * @param digest what the page's own policy knows it by, so that no other script or style ever takes effect
     */
    record Asset(String text, String digest) {

        /** Reads resources beside this class, one after the other. */
        static Asset of(String... names) {
            StringBuilder text = new StringBuilder();
            for (String name : names) {
                try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
                    text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return new Asset(text.toString(), digest(text.toString()));
        }

        private static String digest(String text) {
            try {
                byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return "sha256-" + Base64.getEncoder().encodeToString(sha);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** Whatever loader it is given, it looks for templates that are compiled with the thread's: that need not know ours. */
    private static TemplateEngine engine() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        ClassLoader own = Page.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, own, Page.class.getPackageName());
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    /** The page as text; nothing in it is a control character other than tab and line feed. */
    String render(ReportView view) {
        return render("index.jte", Map.of("view", view, "style", style, "script", script));
    }

    /** The page of several runs as text. */
    String render(MatrixView view) {
        return render(
                "matrix.jte",
                Map.of("view", view, "style", Asset.of("report.css", "matrix.css"), "script", Asset.of("matrix.js")));
    }

    /** The badge as text. */
    String render(Badge.View view) {
        return render("badge.jte", Map.of("view", view));
    }

    private String render(String template, Map<String, Object> values) {
        StringOutput output = new StringOutput(1 << 20);
        engine.render(template, values, output);
        return Visible.text(output.toString());
    }
}
