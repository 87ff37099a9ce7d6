package io.callcheck.reports;

import io.callcheck.expect.Finding;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunSink;
import io.callcheck.verdict.Unaccepted;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Makes {@code junit.xml} of a run, as GitHub's and GitLab's readers show it well: a suite for each operation of an API,
 * a test for each case, named by its clause and by what it states. What a target does not show or declares to lack is
 * skipped with the reason; a broken SHOULD and an unstable case say so in their output.
 */
public final class JUnitXml implements RunSink {
    /** The file's name in the folder of results. */
    public static final String NAME = "junit.xml";

    /** For the service loader. */
    public JUnitXml() {}

    @Override
    public void accept(Judged judged, Path folder) throws IOException {
        Whole.write(folder, NAME, text(judged));
    }

    /** The document as text; a character that XML cannot hold is named instead, such as {@code ‹U+0000›}. */
    static String text(Judged judged) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            new Document(xml, judged, judged.run(), new Standing(judged)).write();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text is always written", e);
        }
        return out.append('\n').toString();
    }

    private record Document(XMLStreamWriter xml, Judged judged, Run run, Standing standing) {

        private void write() throws XMLStreamException {
            start(0, "testsuites");
            attribute("name", "Callcheck: " + run.target().name());
            List<KnownLine> red =
                    KnownLine.all(judged).stream().filter(KnownLine::red).toList();
            Map<String, String> whole = whole();
            counts(run.verdicts(), red.size(), whole.size());
            attribute("time", String.format(Locale.ROOT, "%.3f", run.summary().millis() / 1000.0));
            attribute("timestamp", run.startedAt());
            Map<String, List<Verdict>> suites =
                    ReadingOrder.of(run.verdicts(), Verdict::api, Verdict::operation).stream()
                            .collect(Collectors.groupingBy(
                                    v -> v.api() + "." + v.operation(), LinkedHashMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Verdict>> suite : suites.entrySet()) {
                start(1, "testsuite");
                attribute("name", suite.getKey());
                counts(suite.getValue(), 0, 0);
                for (Verdict verdict : suite.getValue()) {
                    test(suite.getKey(), verdict);
                }
                end(1);
            }
            baseline(red);
            whole(whole);
            end(0);
        }

        private void counts(List<Verdict> verdicts, int failed, int errors) throws XMLStreamException {
            attribute("tests", verdicts.size() + failed + errors);
            attribute(
                    "failures", (int) verdicts.stream().filter(standing::gates).count() + failed);
            attribute("errors", count(verdicts, Outcome.ERROR) + errors);
            int mild = (int) verdicts.stream().filter(this::mild).count();
            attribute("skipped", count(verdicts, Outcome.UNSEEN) + count(verdicts, Outcome.NOT_APPLICABLE) + mild);
        }

        private static int count(List<Verdict> verdicts, Outcome outcome) {
            return (int) verdicts.stream().filter(v -> v.outcome() == outcome).count();
        }

        /** Broken, and yet it does not gate: known, or outside of the edition. */
        private boolean mild(Verdict verdict) {
            return verdict.outcome() == Outcome.FAIL && !standing.gates(verdict);
        }

        private void test(String suite, Verdict verdict) throws XMLStreamException {
            start(2, "testcase");
            attribute("name", verdict.clause() + ": " + verdict.caseName());
            attribute("classname", suite);
            if (standing.gates(verdict)) {
                told("failure", verdict.level().name(), first(verdict), findings(verdict));
            } else if (mild(verdict)) {
                told("skipped", "", standing.note(verdict), "");
            } else {
                rest(verdict);
            }
            if (verdict.unstable()) {
                told("system-out", "", "", "unstable: " + verdict.reason() + "\n");
            }
            end(2);
        }

        private void rest(Verdict verdict) throws XMLStreamException {
            switch (verdict.outcome()) {
                case ERROR -> told("error", "could not find out", reason(verdict), reason(verdict));
                case UNSEEN -> told("skipped", "", "not seen: " + reason(verdict), "");
                case NOT_APPLICABLE -> told("skipped", "", "not applicable: " + reason(verdict), "");
                case WARN -> told("system-out", "", "", "WARN, a SHOULD is broken\n" + findings(verdict));
                case PASS, FAIL -> {}
            }
        }

        private void baseline(List<KnownLine> red) throws XMLStreamException {
            if (red.isEmpty()) {
                return;
            }
            start(1, "testsuite");
            attribute("name", "callcheck.baseline");
            counts(List.of(), red.size(), 0);
            for (KnownLine line : red) {
                start(2, "testcase");
                attribute("name", line.clause() + (line.caseName().isEmpty() ? "" : ": " + line.caseName()));
                attribute("classname", "callcheck.baseline");
                told(
                        "failure",
                        line.sign().word(),
                        "this line is " + line.sign().word(),
                        line.reason());
                end(2);
            }
            end(1);
        }

        /** What is wrong with the run as a whole, by what should hold: a reader that only counts takes it for green else. */
        private Map<String, String> whole() {
            Map<String, String> wrong = new LinkedHashMap<>();
            if (!run.complete()) {
                wrong.put("the run is complete", "cut short: " + Headline.reached(run));
            }
            List<String> unaccepted = Unaccepted.of(run);
            if (!unaccepted.isEmpty()) {
                wrong.put("every operation accepts a request", String.join("; ", unaccepted));
            }
            return wrong;
        }

        private void whole(Map<String, String> wrong) throws XMLStreamException {
            if (wrong.isEmpty()) {
                return;
            }
            start(1, "testsuite");
            attribute("name", "callcheck.run");
            counts(List.of(), 0, wrong.size());
            for (Map.Entry<String, String> one : wrong.entrySet()) {
                start(2, "testcase");
                attribute("name", one.getKey());
                attribute("classname", "callcheck.run");
                told("error", "could not find out", one.getValue(), one.getValue());
                end(2);
            }
            end(1);
        }

        private void told(String element, String type, String message, String text) throws XMLStreamException {
            start(3, element);
            if (!message.isEmpty()) {
                attribute("message", Wording.oneLine(message));
            }
            if (!type.isEmpty()) {
                attribute("type", type);
            }
            xml.writeCharacters(Visible.text(text));
            xml.writeEndElement();
        }

        private static String first(Verdict verdict) {
            List<Finding> findings = verdict.findings();
            int more = findings.size() - 1;
            return findings.isEmpty()
                    ? "broken"
                    : Wording.line(findings.get(0)) + (more == 0 ? "" : " (and " + more + " more)");
        }

        private static String findings(Verdict verdict) {
            return verdict.findings().stream()
                    .map(Wording::of)
                    .map(f -> "where:    " + f.where() + "\nexpected: " + f.expected() + "\nactual:   " + f.actual())
                    .collect(Collectors.joining("\n\n"));
        }

        private static String reason(Verdict verdict) {
            String blocker = verdict.blockedBy().isEmpty() ? "" : "blocked by " + verdict.blockedBy();
            String join = blocker.isEmpty() || verdict.reason().isEmpty() ? "" : ": ";
            return blocker + join + verdict.reason();
        }

        private void start(int depth, String element) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
            xml.writeStartElement(element);
        }

        private void end(int depth) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
            xml.writeEndElement();
        }

        private void attribute(String name, int value) throws XMLStreamException {
            xml.writeAttribute(name, Integer.toString(value));
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, Wording.oneLine(value));
        }
    }
}
