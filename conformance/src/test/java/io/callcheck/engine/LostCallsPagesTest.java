package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.RawPeer;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list is read until nothing of ours can be behind it; where that cannot be, nobody says that there is no call. */
@Timeout(60)
class LostCallsPagesTest {
    private static final Instant BEGAN = Instant.parse("2026-03-04T05:06:07Z");
    private static final String FAILED = "HTTP/1.1 500 Oops\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    @ParameterizedTest
    @EnumSource(Api.class)
    void aCallOnALaterPageIsFound(Api api) throws IOException {
        try (RawPeer peer = RawPeer.answering(
                page(api, "more", other(api, 300), other(api, 200)),
                page(api, "most", other(api, 100)),
                page(api, "", ours(api, "1", 1)))) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(new LostCalls.Found(List.of("1"), true));
            String token = api == Api.BIRD ? "pageToken=" : "PageToken=";
            assertThat(peer.heads()).hasSize(3);
            assertThat(peer.heads().get(1)).contains(token + "more").containsIgnoringCase("authorization: ");
            assertThat(peer.heads().get(2)).contains(token + "most");
        }
    }

    /** The links name another host: it gets nothing, least of all credentials. */
    @Test
    void aLinkIsFollowedAtTheTargetAlone() throws IOException {
        try (RawPeer stranger = RawPeer.answering(page(Api.SIGNALWIRE, "", ours(Api.SIGNALWIRE, "2", 1)));
                RawPeer peer = RawPeer.answering(
                        page(Api.SIGNALWIRE, "more", other(Api.SIGNALWIRE, 300))
                                .replace("http://127.0.0.1:9", stranger.address() + "")
                                .replaceFirst("Content-Length: \\d+\r\n", ""),
                        page(Api.SIGNALWIRE, "", ours(Api.SIGNALWIRE, "1", 1)))) {
            assertThat(LostCallsTest.looked(Api.SIGNALWIRE, peer).ids()).containsExactly("1");
            assertThat(stranger.connections()).isZero();
            assertThat(peer.heads().get(1)).startsWith("GET /Accounts/").contains("PageToken=more");
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aListThatGoesBackFarEnoughIsNotReadOn(Api api) throws IOException {
        try (RawPeer peer =
                RawPeer.answering(page(api, "more", ours(api, "1", 5), ours(api, "2", 9), other(api, -300)))) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(new LostCalls.Found(List.of("1", "2"), true));
            assertThat(peer.heads()).hasSize(1);
        }
    }

    /** A page of old calls alone may be the beginning of a list that shows the oldest first. */
    @ParameterizedTest
    @EnumSource(Api.class)
    void aListThatShowsTheOldestFirstIsReadToItsEnd(Api api) throws IOException {
        try (RawPeer peer = RawPeer.answering(
                page(api, "more", other(api, -900), other(api, -600)),
                page(api, "most", other(api, -500)),
                page(api, "", ours(api, "1", 1)))) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(new LostCalls.Found(List.of("1"), true));
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whatWasFoundBeforeAPageThatCannotBeHadIsNotAll(Api api) throws IOException {
        try (RawPeer peer = RawPeer.answering(page(api, "more", ours(api, "1", 1)), FAILED)) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(new LostCalls.Found(List.of("1"), false));
        }
        try (RawPeer peer = RawPeer.answering(page(api, "more", other(api, 1)), FAILED)) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(LostCalls.Found.UNKNOWN);
        }
    }

    @Test
    void aLinkThatNobodyCanFollowIsNotTheEnd() throws IOException {
        for (String link : List.of("7", "true", "{}", "\"/nowhere\"", "\"?a b\"")) {
            String body = "{\"calls\":[],\"next_page_uri\":" + link + "}";
            try (RawPeer peer = RawPeer.answering(LostCallsTest.answer("", body))) {
                assertThat(LostCallsTest.looked(Api.SIGNALWIRE, peer)).isEqualTo(LostCalls.Found.UNKNOWN);
                assertThat(peer.heads()).hasSize(1);
            }
        }
        for (String none : List.of("{\"calls\":[],\"next_page_uri\":null}", "{\"calls\":[]}")) {
            try (RawPeer peer = RawPeer.answering(LostCallsTest.answer("", none))) {
                assertThat(LostCallsTest.looked(Api.SIGNALWIRE, peer).complete())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aLinkThatLeadsRoundIsNotFollowedTwice(Api api) throws IOException {
        try (RawPeer peer = RawPeer.answering(page(api, "same", ours(api, "1", 1)))) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(new LostCalls.Found(List.of("1"), false));
            assertThat(peer.heads()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aListWithoutEndIsNotReadForEver(Api api) throws IOException {
        try (RawPeer peer = RawPeer.talking((number, out, in) ->
                out.write(page(api, "t" + number, other(api, 900 - number)).getBytes(StandardCharsets.UTF_8)))) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(LostCalls.Found.UNKNOWN);
            assertThat(peer.heads()).hasSize(LostCalls.PAGES);
        }
    }

    /** Of dates that nobody can read the end of the list alone tells that it went back far enough. */
    @ParameterizedTest
    @EnumSource(Api.class)
    void aListWithoutDatesIsReadToItsEnd(Api api) throws IOException {
        String undated = other(api, -300).replaceAll("(\"createdAt\"|\"date_created\"):\"[^\"]*\"", "$1:\"once\"");
        try (RawPeer peer = RawPeer.answering(page(api, "more", undated), page(api, "", ours(api, "1", 1)))) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(new LostCalls.Found(List.of("1"), true));
        }
        try (RawPeer peer = RawPeer.answering(page(api, "more", undated), FAILED)) {
            assertThat(LostCallsTest.looked(api, peer)).isEqualTo(LostCalls.Found.UNKNOWN);
        }
    }

    private static String page(Api api, String next, String... calls) {
        String items = Stream.of(calls).collect(Collectors.joining(","));
        String link = next.isEmpty() ? "null" : "\"http://127.0.0.1:9/elsewhere?PageSize=100&PageToken=" + next + "\"";
        String token = next.isEmpty() ? "null" : "\"" + next + "\"";
        return LostCallsTest.answer(
                "",
                api == Api.BIRD
                        ? "{\"results\":[" + items + "],\"nextPageToken\":" + token + "}"
                        : "{\"calls\":[" + items + "],\"next_page_uri\":" + link + "}");
    }

    /** A call so many seconds after the beginning. */
    private static String ours(Api api, String id, int seconds) {
        return call(api, id, "+15005550001", seconds);
    }

    private static String other(Api api, int seconds) {
        return call(api, "other" + seconds, "+15005559999", seconds);
    }

    private static String call(Api api, String id, String to, int seconds) {
        Instant at = BEGAN.plusSeconds(seconds);
        boolean bird = api == Api.BIRD;
        return """
                {"%s":"%s","from":"+15005550000","to":"%s","status":"ringing","%s":"%s"}""".formatted(
                        bird ? "id" : "sid",
                        id,
                        to,
                        bird ? "createdAt" : "date_created",
                        bird ? at : DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    }
}
