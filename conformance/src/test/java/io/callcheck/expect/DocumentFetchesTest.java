package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFetchesTest {
    private static final Instant BEGUN = Instant.parse("2025-10-14T09:30:00Z");
    private static final Line FIRST = new Line("create", "first", true);
    private static final Line NEXT = new Line("create", "next", true);

    @ParameterizedTest
    @CsvSource({"10000,Held", "2000,Held", "100,Held", "99,Broken", "3,Broken"})
    void whatFollowsAPauseOfTenSecondsMayComeAHundredTimesAsFastAtMost(int millis, String judgement) {
        Evidence evidence = evidence(delivery("first", 0), delivery("next", millis));
        assertThat(DocumentFetches.holdsUp(FIRST, NEXT, Duration.ofSeconds(10))
                        .judge(evidence)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(judgement);
    }

    @Test
    void withoutWhatFollowsNothingIsKnown() {
        assertThat(DocumentFetches.holdsUp(FIRST, NEXT, Duration.ofSeconds(10)).judge(evidence(delivery("first", 0))))
                .isInstanceOf(Judgement.Unseen.class);
        assertThat(DocumentFetches.followed(FIRST, NEXT, "Redirect").judge(evidence(delivery("first", 0))))
                .isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void aFallbackThatIsNotAskedIsAViolationOnlyAfterUrlWas() {
        assertThat(DocumentFetches.fallback(FIRST, NEXT).judge(evidence(delivery("first", 0))))
                .isInstanceOf(Judgement.Broken.class);
        assertThat(DocumentFetches.fallback(FIRST, NEXT).judge(evidence(delivery("other", 0))))
                .isInstanceOf(Judgement.Unseen.class);
    }

    private static Delivery delivery(String token, int millis) {
        return new Delivery(BEGUN.plusMillis(millis), token, "document", "POST", "/" + token, List.of(), "");
    }

    private static Evidence evidence(Delivery... deliveries) {
        Sent sent = new Sent("POST", URI.create("http://127.0.0.1:1/Calls"), List.of(), "");
        String call = "{\"sid\":\"1\",\"to\":\"2\",\"status\":\"queued\"}";
        Answer answer = new Answer(200, List.of(), call.getBytes(StandardCharsets.UTF_8), false, 1);
        Exchange created = new Exchange(Api.SIGNALWIRE, "create", BEGUN, sent, answer, null);
        return new Evidence(List.of(new Step("create", created)), List.of(deliveries));
    }
}
