package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {

    @Test
    void aSuiteForEachOperationAndATestForEachCase() {
        Document xml = parsed(Runs.ofEveryOutcome().judged());
        assertThat(elements(xml, "testsuite"))
                .extracting(s -> s.getAttribute("name") + " " + s.getAttribute("tests"))
                .containsExactly("signalwire.create 4", "signalwire.retrieve 1", "signalwire.createStream 1");
        assertThat(elements(xml, "testcase").get(0).getAttribute("name"))
                .isEqualTo("signalwire.create.Timeout.maximum: 601 is refused");
        assertThat(elements(xml, "testcase").get(0).getAttribute("classname")).isEqualTo("signalwire.create");
    }

    @Test
    void everyOutcomeIsToldApart() {
        Document xml = parsed(Runs.ofEveryOutcome().judged());
        Element failure = elements(xml, "failure").get(0);
        assertThat(failure.getAttribute("message"))
                .isEqualTo("Timeout: expected refused with 400 or 422, got 601 accepted with 201");
        assertThat(failure.getTextContent()).contains("where:    Timeout\nexpected: refused with 400 or 422\nactual:");
        assertThat(elements(xml, "error"))
                .extracting(e -> e.getAttribute("message"))
                .containsExactly("no answer: connection refused");
        assertThat(elements(xml, "skipped"))
                .extracting(e -> e.getAttribute("message"))
                .containsExactly("not seen: no answer showed it", "not applicable: the target lacks streams");
        assertThat(elements(xml, "system-out").get(0).getTextContent()).contains("a SHOULD is broken", "actual:   201");
    }

    @Test
    void anUnstableCasePassesAndSaysSo() {
        Document xml = parsed(new Runs()
                .clause("signalwire.statusCallback.unasked", Level.MUST, "x")
                .open("statusCallback", Outcome.PASS, "the end is told", "first: FAIL; tried again, alone: PASS")
                .unstable()
                .judged());
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("0");
        assertThat(elements(xml, "system-out"))
                .extracting(Element::getTextContent)
                .containsExactly("unstable: first: FAIL; tried again, alone: PASS\n");
    }

    @Test
    void theCountsAreThoseOfTheRun() {
        Element root = parsed(Runs.ofEveryOutcome().judged()).getDocumentElement();
        assertThat(List.of("tests", "failures", "errors", "skipped", "time"))
                .extracting(root::getAttribute)
                .containsExactly("6", "1", "1", "2", "12.410");
    }

    @Test
    void aRunThatWasCutShortIsAnError() {
        Document xml = parsed(Runs.ofEveryOutcome().unfinished(40).judged());
        assertThat(xml.getDocumentElement().getAttribute("errors")).isEqualTo("2");
        assertThat(elements(xml, "error").get(1).getAttribute("message"))
                .isEqualTo("cut short: 6 of 46 planned cases were judged");
    }

    @Test
    void anOperationThatAcceptedNothingIsAnError() {
        Document xml = parsed(Runs.unaccepted().judged());
        assertThat(xml.getDocumentElement().getAttribute("errors")).isEqualTo("1");
        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("2");
        assertThat(elements(xml, "error"))
                .extracting(e -> e.getAttribute("message"))
                .containsExactly("no request of signalwire.create was ever accepted:"
                        + " POST https://acme.test/api/Accounts/x/Calls -> 501");
    }

    @Test
    void suitesStandInTheOrderOfACallsLife() {
        Runs runs = new Runs().clause("signalwire.list.status", Level.MUST, "x");
        runs.passed("createStream", "x")
                .passed("list", "x")
                .passed("update", "x")
                .passed("create", "x");
        assertThat(elements(parsed(runs.judged()), "testsuite"))
                .extracting(s -> s.getAttribute("name"))
                .containsExactly(
                        "signalwire.create", "signalwire.update", "signalwire.list", "signalwire.createStream");
    }

    @Test
    void whatXmlCannotHoldIsNamed() {
        String hostile = "\u0000\u001b[2J]]>&<failure>\ud800 \ufffe \"'\r\n\u202e";
        Document xml = parsed(new Runs()
                .target(hostile)
                .clause("signalwire.create.To.format", Level.MUST, hostile)
                .broken("create", Outcome.FAIL, hostile, new Finding(hostile, hostile, hostile))
                .open("create", Outcome.UNSEEN, "other", hostile)
                .judged());
        assertThat(elements(xml, "failure")).hasSize(1);
        assertThat(elements(xml, "failure").get(0).getTextContent())
                .contains("‹U+0000›‹U+001B›[2J]]>&<failure>‹U+D800› ‹U+FFFE› \"'‹U+000D›\n‹U+202E›");
        assertThat(elements(xml, "skipped").get(0).getAttribute("message")).contains(" ⏎ ‹U+202E›");
    }

    private static Document parsed(Judged judged) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(JUnitXml.text(judged))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList nodes = xml.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
