package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Bench;
import io.callcheck.cases.bird.BirdBench;
import io.callcheck.cases.signalwire.SignalWireBench;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.RawPeer;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What may be hung up for a creation that nobody answered: our call, and nobody else's. */
@Timeout(30)
class LostCallsTest {
    private static final String FROM = "+15005550000";
    private static final String TO = "+15005550001";
    private static final Instant BEGAN = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void aCallOfBirdIsKnownWithOrWithoutThePlusSign() throws IOException {
        assertThat(lost(Api.BIRD, bird("1", FROM, TO, "ongoing", BEGAN))).containsExactly("1");
        assertThat(lost(Api.BIRD, bird("1", "15005550000", "15005550001", "ringing", BEGAN)))
                .containsExactly("1");
    }

    /** The answer's own date tells how its clock goes. */
    @Test
    void aClockThatGoesWrongTellsSo() throws IOException {
        Instant theirs = Instant.now().minusSeconds(3600);
        String date = "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.atOffset(ZoneOffset.UTC)) + "\r\n";
        String hourAgo = bird("1", FROM, TO, "ongoing", BEGAN.minusSeconds(3600));
        assertThat(looked(Api.BIRD, date, hourAgo)).isEqualTo(new LostCalls.Found(List.of("1"), true));
        assertThat(looked(Api.BIRD, "", hourAgo)).isEqualTo(new LostCalls.Found(List.of(), true));
    }

    @Test
    void aCallFromAnotherNumberIsNotOurs() throws IOException {
        assertThat(lost(Api.BIRD, bird("1", "+15005559999", TO, "ongoing", BEGAN)))
                .isEmpty();
        assertThat(lost(Api.SIGNALWIRE, signalwire("1", "+15005559999", TO, "in-progress", BEGAN)))
                .isEmpty();
    }

    @Test
    void aCallToAnotherNumberIsNotOurs() throws IOException {
        assertThat(lost(Api.BIRD, bird("1", FROM, "+15005559999", "ongoing", BEGAN)))
                .isEmpty();
        assertThat(lost(Api.SIGNALWIRE, signalwire("1", FROM, "+15005559999", "in-progress", BEGAN)))
                .isEmpty();
    }

    @Test
    void clocksDifferByTenSeconds() throws IOException {
        assertThat(lost(Api.BIRD, bird("1", FROM, TO, "ongoing", BEGAN.minusSeconds(9))))
                .containsExactly("1");
        assertThat(lost(Api.BIRD, bird("1", FROM, TO, "ongoing", BEGAN.minusSeconds(11))))
                .isEmpty();
        assertThat(lost(Api.SIGNALWIRE, signalwire("1", FROM, TO, "queued", BEGAN.minusSeconds(9))))
                .containsExactly("1");
        assertThat(lost(Api.SIGNALWIRE, signalwire("1", FROM, TO, "queued", BEGAN.minusSeconds(11))))
                .isEmpty();
    }

    @Test
    void aDateInAnotherFormIsOursAsWell() throws IOException {
        String blank = bird("1", FROM, TO, "ongoing", BEGAN).replace("04T05", "04 05");
        assertThat(lost(Api.BIRD, blank)).containsExactly("1");
        String iso = signalwire("1", FROM, TO, "ringing", BEGAN)
                .replace(DateTimeFormatter.RFC_1123_DATE_TIME.format(BEGAN.atOffset(ZoneOffset.UTC)), BEGAN.toString());
        assertThat(lost(Api.SIGNALWIRE, iso)).containsExactly("1");
    }

    @Test
    void aCallThatIsOverIsLeftAlone() throws IOException {
        assertThat(lost(Api.BIRD, bird("1", FROM, TO, "completed", BEGAN))).isEmpty();
        assertThat(lost(Api.SIGNALWIRE, signalwire("1", FROM, TO, "no-answer", BEGAN)))
                .isEmpty();
    }

    @Test
    void whatIsNoListShowsNoCall() throws IOException {
        assertThat(looked(Api.BIRD, "", "{\"results\":7}")).isEqualTo(LostCalls.Found.UNKNOWN);
        assertThat(looked(Api.SIGNALWIRE, "", "no json")).isEqualTo(LostCalls.Found.UNKNOWN);
    }

    /** It may be the one: it is not hung up, and nobody says that there is none. */
    @Test
    void anOpenCallOfOursThatTellsNoDateOrIdLeavesItOpen() throws IOException {
        String undated = bird("1", FROM, TO, "ongoing", BEGAN).replace("2026-03", "some day");
        assertThat(looked(Api.BIRD, "", undated)).isEqualTo(LostCalls.Found.UNKNOWN);
        assertThat(looked(Api.BIRD, "", undated.replace("ongoing", "completed")).complete())
                .isTrue();
        assertThat(looked(Api.BIRD, "", bird("", FROM, TO, "ongoing", BEGAN))).isEqualTo(LostCalls.Found.UNKNOWN);
    }

    private static List<String> lost(Api api, String body) throws IOException {
        LostCalls.Found found = looked(api, "", body);
        assertThat(found.complete()).isTrue();
        return found.ids();
    }

    private static LostCalls.Found looked(Api api, String header, String body) throws IOException {
        try (RawPeer peer = RawPeer.answering(answer(header, body))) {
            return looked(api, peer);
        }
    }

    static String answer(String header, String body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + header + "Content-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    static LostCalls.Found looked(Api api, RawPeer peer) throws IOException {
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            Map<String, String> numbers = Map.of(
                    "signalwire.url", peer.address().toString(),
                    "bird.url", peer.address().toString(),
                    "signalwire.from", FROM,
                    "signalwire.to.answered", TO,
                    "bird.from", FROM,
                    "bird.to.answered", TO);
            Target target = Targets.both(numbers);
            return new LostCalls(bench(api, target, inbox), new Wire(target, new CallBudget(0))).since(BEGAN);
        }
    }

    private static Bench bench(Api api, Target target, CallbackInbox inbox) {
        if (api == Api.BIRD) {
            BirdTarget side = Objects.requireNonNull(target.bird());
            return BirdBench.of(Documents.contract(api), target, side, inbox).bench();
        }
        SignalWireTarget side = Objects.requireNonNull(target.signalwire());
        return SignalWireBench.of(Documents.contract(api), target, side, inbox).bench();
    }

    private static String bird(String id, String from, String to, String status, Instant created) {
        return """
                {"results":[{"id":"%s","from":"%s","to":"%s","status":"%s","createdAt":"%s"}]}""".formatted(id, from, to, status, created);
    }

    private static String signalwire(String sid, String from, String to, String status, Instant created) {
        return """
                {"calls":[{"sid":"%s","from":"%s","to":"%s","status":"%s","date_created":"%s"}]}""".formatted(
                sid, from, to, status, DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atOffset(ZoneOffset.UTC)));
    }
}
