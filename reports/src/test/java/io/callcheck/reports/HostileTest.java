package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Run.DeliveryInfo;
import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Run.RequestInfo;
import io.callcheck.verdict.Run.ResponseInfo;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text stands in whichever place of a run, the page has the same elements and attributes. */
class HostileTest {
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z][^\\s/>]*)((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ASSETS = Pattern.compile("<(style|script)>.*?</\\1>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "</style><img src=x onerror=alert(1)>",
                "</title></textarea></pre></code><h1>Conformant</h1>",
                "\" onmouseover=\"alert(1)\" x=\"",
                "' onfocus='alert(1)' autofocus='",
                "javascript:alert(1)",
                "JaVaScRiPt\u0000:alert(1)",
                "<!-- --><![CDATA[ x ]]>-->",
                "&lt;script&gt;&#60;b&#x3e;&amp",
                "a\u0000b\u0001\u001b[31m\u007f",
                "\uD800<b>\uDC00\uDFFF",
                "\u202Ecod.evil\u2066\u200b\ufeff\uffff",
                "${7*7} @if(true) $unsafe{x} <%-- x --%> !{var x;}",
                "<svg><script href=data:,alert(1) /></svg>",
                "{\"<b>\": [\"</pre>\", 1], \"</mark>\": \"<img>\"}",
                "\r\n\r\nSet-Cookie: x"
            })
    void hostileTextStaysText(String hostile) {
        String page = render(hostile);
        assertThat(skeleton(page)).isEqualTo(skeleton(render("harmless")));
        assertThat(page).doesNotContain("<script>alert", "</style><", "<img", "<h1>Conformant");
        assertThat(page.codePoints().filter(c -> c < 0x20 && c != '\n' && c != '\t'))
                .isEmpty();
        String bytes = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(bytes).isEqualTo(page);
    }

    @Test
    void onlyOurOwnStyleAndScriptAreWrittenUnescaped() throws IOException {
        List<String> unsafe = new ArrayList<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            for (Path template : templates.toList()) {
                Pattern.compile("\\$unsafe\\{[^}]*}")
                        .matcher(Files.readString(template))
                        .results()
                        .forEach(m -> unsafe.add(m.group()));
            }
        }
        assertThat(unsafe).containsExactlyInAnyOrder("$unsafe{style.text()}", "$unsafe{script.text()}");
    }

    @Test
    void theAssetsCannotEndTheirElement() {
        assertThat(Page.Asset.of("report.css").text())
                .doesNotContain("</")
                .isEqualTo(Visible.text(Page.Asset.of("report.css").text()));
        assertThat(Page.Asset.of("report.js").text())
                .doesNotContain("</", "<!--")
                .isEqualTo(Visible.text(Page.Asset.of("report.js").text()));
    }

    /** The tags with the names of their attributes, without any text. */
    private static List<String> skeleton(String page) {
        return TAG.matcher(ASSETS.matcher(page).replaceAll("<$1></$1>"))
                .results()
                .map(m -> m.group(1) + VALUE.matcher(m.group(2)).replaceAll("\"\""))
                .toList();
    }

    private static String render(String text) {
        List<Verdict> verdicts = new ArrayList<>();
        List<ClauseInfo> clauses = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            String id = text + outcome;
            clauses.add(new ClauseInfo(id, text, Level.MUST, text, text, text, null));
            verdicts.add(new Verdict(
                    id,
                    text,
                    text,
                    text,
                    Level.MUST,
                    outcome,
                    text,
                    text,
                    List.of(new Finding(text, text, text)),
                    List.of(verdicts.size())));
        }
        clauses.add(new ClauseInfo(text + "unchecked", text, Level.SHOULD, text, text, text, text));
        List<List<String>> headers = List.of(List.of(text, text));
        List<ExchangeInfo> exchanges = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RequestInfo request = new RequestInfo(text, text, headers, "x" + text);
            exchanges.add(new ExchangeInfo(
                    text,
                    text,
                    text,
                    request,
                    i == 4 ? null : new ResponseInfo(200, headers, "x" + text, 1),
                    i == 4 ? text : null));
        }
        Run run = new Run(
                new Run.Kit(text, text, Map.of(text, text)),
                new Run.TargetInfo(text, Map.of(text, text)),
                text,
                text,
                false,
                1,
                new Run.Summary(Map.of(Outcome.FAIL, 1, Outcome.PASS, 1), 12, 1, 1, 1),
                clauses,
                verdicts,
                Map.of(text, List.of(text)),
                exchanges,
                List.of(new DeliveryInfo(text, text, text, headers, "x" + text)));
        return new Page().render(ReportView.of(Gate.judge(run, Terms.plain())));
    }
}
