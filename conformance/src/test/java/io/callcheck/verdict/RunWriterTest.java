package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.testing.Runs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written member by member is what Jackson makes of the records, so that no member is ever left out. */
class RunWriterTest {
    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void aRunWithALittleOfEverythingIsWrittenAsItsRecords() throws JsonProcessingException {
        assertThat(RunFile.text(Runs.every())).isEqualTo(RECORDS.writeValueAsString(Runs.every()));
    }

    @Test
    void aRunOfNothingIsWrittenAsItsRecords() throws JsonProcessingException {
        Run nothing = run(List.of(), List.of(), new Run.Summary(Map.of(), 0, 0, 0, 0));
        assertThat(RunFile.text(nothing)).isEqualTo(RECORDS.writeValueAsString(nothing));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whateverATargetSaysIsWrittenAsRecordsWriteIt(String text) throws JsonProcessingException {
        Run.ExchangeInfo exchange = new Run.ExchangeInfo(
                text,
                text,
                text,
                new Run.RequestInfo(text, text, List.of(List.of(text, text), List.of()), text),
                new Run.ResponseInfo(-1, List.of(), text, 1e-7),
                text);
        Verdict verdict = new Verdict(
                text,
                text,
                text,
                text,
                Level.SHOULD,
                Outcome.ERROR,
                text,
                text,
                List.of(new Finding(text, text, text), new Finding("", "", "")),
                List.of(0, Integer.MAX_VALUE));
        Run said = run(List.of(exchange), List.of(verdict), summary(text));
        assertThat(RunFile.text(said)).isEqualTo(RECORDS.writeValueAsString(said));
    }

    static Stream<String> texts() {
        return Stream.of(
                "", "\"\\/\b\f\n\r\t", "\u0000\u001f\u007f\u2028", "ä€\ud83d\ude00", "</script>", " ".repeat(9_000));
    }

    private static Run.Summary summary(String text) {
        Map<Outcome, Integer> each =
                Arrays.stream(Outcome.values()).collect(Collectors.toMap(Function.identity(), Outcome::ordinal));
        return new Run.Summary(each, 1, 2, 3, Long.MAX_VALUE, List.of(text, text), 4);
    }

    private static Run run(List<Run.ExchangeInfo> exchanges, List<Verdict> verdicts, Run.Summary summary) {
        return new Run(
                new Run.Kit("", "", new TreeMap<>(Map.of("signalwire", "b", "bird", "a"))),
                new Run.TargetInfo("", Map.of()),
                "",
                "",
                false,
                3,
                summary,
                List.of(),
                verdicts,
                Map.of("b", List.of(), "a", List.of("1", "2")),
                exchanges,
                List.of());
    }
}
