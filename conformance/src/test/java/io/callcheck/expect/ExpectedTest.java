package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clause promises, in the words of a report. */
class ExpectedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bird.call.id.required | retrieve | present",
                "signalwire.create.To.required | create | present",
                "signalwire.recordingStatusCallback.RecordingChannels.enum | recordingStatusCallback | one of [1,2]",
                "signalwire.call.api_version.const | retrieve | \"2010-04-01\"",
                "signalwire.list.PageSize.minimum | list | at least 1",
                "signalwire.list.PageSize.maximum | list | at most 1000",
                "signalwire.list.PageToken.pattern | list | matching ^P[AB]",
                "signalwire.call.date_created.format | retrieve | an RFC 2822 date in GMT",
                "signalwire.create.SendDigits.maxLength | create | ´SendDigits´ has at most 32 characters",
                "signalwire.create.success | create | answered with 200"
            })
    void aKeywordIsToldWithItsValueAndAnyOtherClauseByItsSentence(String clause, String operation, String expected) {
        assertThat(Expected.of(Documents.use(clause, operation))).isEqualTo(expected.replace('´', '`'));
    }
}
