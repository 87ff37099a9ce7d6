package io.callcheck.allure;

import io.callcheck.engine.PlannedCase;
import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.suite.CaseReporter;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import io.qameta.allure.Allure;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.util.ResultsUtils;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells Allure what it cannot see of a case: API, operation and clause as epic, feature and story, the level as severity,
 * and for what is not green the exchanges, credentials replaced. Speaks only when the profile {@code allure} asks for it.
 */
public final class AllureReporter implements CaseReporter {
    private static final Set<Outcome> TOLD = Set.of(Outcome.FAIL, Outcome.WARN, Outcome.ERROR);

    /** Made by the service loader. */
    public AllureReporter() {}

    @Override
    public void reached(PlannedCase planned, Verdict verdict, Supplier<List<Run.ExchangeInfo>> evidence) {
        if (!Boolean.getBoolean("callcheck.allure")) {
            return;
        }
        SeverityLevel severity = verdict.level() == Level.MUST ? SeverityLevel.CRITICAL : SeverityLevel.NORMAL;
        Allure.getLifecycle().updateTestCase(result -> {
            result.setName(verdict.clause() + ": " + verdict.caseName());
            result.getLabels().add(ResultsUtils.createEpicLabel(planned.api().title()));
            result.getLabels().add(ResultsUtils.createFeatureLabel(verdict.operation()));
            result.getLabels().add(ResultsUtils.createStoryLabel(verdict.clause()));
            result.getLabels().add(ResultsUtils.createSeverityLabel(severity));
            result.getLabels().add(ResultsUtils.createTagLabel(verdict.outcome().name()));
            if (verdict.unstable()) {
                result.getLabels().add(ResultsUtils.createTagLabel("UNSTABLE"));
            }
            result.setDescription(planned.of().clause().statement() + "\n\nSource: "
                    + planned.of().clause().source().text());
            result.setHistoryId(ResultsUtils.md5(verdict.clause() + verdict.operation() + verdict.caseName()));
        });
        if (TOLD.contains(verdict.outcome())) {
            for (Finding finding : verdict.findings()) {
                Allure.parameter(finding.where(), "expected " + finding.expected() + ", got " + finding.actual());
            }
            evidence.get().forEach(AllureReporter::attach);
        }
    }

    private static void attach(Run.ExchangeInfo exchange) {
        Allure.addAttachment(
                exchange.request().method() + " " + exchange.request().url(), "text/plain", text(exchange), ".txt");
    }

    /** The exchange as it went over the wire. */
    static String text(Run.ExchangeInfo exchange) {
        StringBuilder text = new StringBuilder();
        Run.RequestInfo request = exchange.request();
        text.append(request.method()).append(' ').append(request.url()).append('\n');
        headers(request.headers(), text);
        text.append('\n').append(request.body()).append("\n\n");
        Run.ResponseInfo response = exchange.response();
        if (response == null) {
            return text.append("no answer: ").append(exchange.problem()).toString();
        }
        text.append(response.status()).append('\n');
        headers(response.headers(), text);
        return text.append('\n').append(response.body()).toString();
    }

    private static void headers(List<List<String>> headers, StringBuilder text) {
        headers.forEach(h -> text.append(h.get(0)).append(": ").append(h.get(1)).append('\n'));
    }
}
