package com.example.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.twilio.base.Page;
import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio's Java SDK, unchanged, with the simulator: every operation, and every member that it reads. */
class CallsOfTheSdkTest {
    private static final String FROM = "+15005550000";
    private static final String ANSWERED = "+15005550001";
    private static final String BUSY = "+15005550002";
    private static final String RINGING = "+15005550005";
    /** That nobody serves: such a call ends a simulated second after it was answered. */
    private static final URI DOCUMENT = URI.create("http://127.0.0.1:1/voice.xml");

    /** Ten simulated minutes, at speed 10 a real one: whoever has to end the call has time to do so on any machine. */
    private static final String HELD = "<Response><Pause length=\"600\"/></Response>";

    private static ReferenceServer simulator;
    private static TwilioRestClient client;
    private static HttpServer documents;

    @BeforeAll
    static void start() throws IOException {
        documents = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        documents.createContext("/held.xml", exchange -> {
            byte[] document = HELD.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        documents.start();
        simulator = ReferenceServer.start(settings());
        client = client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
        documents.stop(0);
    }

    @Test
    void everyMemberOfACreatedCallIsRead() {
        ZonedDateTime before = ZonedDateTime.now(ZoneOffset.UTC).minusSeconds(2);
        Call call = create(RINGING);
        assertThat(UUID.fromString(call.getSid())).isNotNull();
        assertThat(call.getAccountSid())
                .isEqualTo(simulator.settings().signalwire().account());
        assertThat(call.getTo()).isEqualTo(RINGING);
        assertThat(call.getFrom()).isEqualTo(FROM);
        assertThat(call.getToFormatted()).isNotBlank();
        assertThat(call.getFromFormatted()).isNotBlank();
        assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(call.getDateCreated()).isBetween(before, before.plusSeconds(30));
        assertThat(call.getDateUpdated()).isAfterOrEqualTo(call.getDateCreated());
        assertThat(call.getStartTime()).isNull();
        assertThat(call.getEndTime()).isNull();
        assertThat(call.getDuration()).isEqualTo("0");
        assertThat(call.getPrice()).isNull();
        assertThat(call.getPriceUnit()).hasToString("USD");
        assertThat(call.getDirection()).isEqualTo("outbound-api");
        assertThat(call.getApiVersion()).isEqualTo("2010-04-01");
        assertThat(call.getParentCallSid()).isNull();
        assertThat(call.getAnsweredBy()).isNull();
        assertThat(call.getForwardedFrom()).isNull();
        assertThat(call.getCallerName()).isNull();
        assertThat(call.getGroupSid()).isNull();
        assertThat(call.getUri()).contains(call.getSid());
        assertThat(call.getSubresourceUris()).containsKey("recordings").containsEntry("notifications", null);
    }

    @Test
    void aCallIsFetchedUntilItIsAnsweredAndEndedByAnUpdate() {
        URI held = URI.create("http://127.0.0.1:" + documents.getAddress().getPort() + "/held.xml");
        Call call = Call.creator(new PhoneNumber(ANSWERED), new PhoneNumber(FROM), held)
                .create(client);
        awaitStatus(call, Call.Status.IN_PROGRESS);
        Call updated = Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(client);
        assertThat(updated.getSid()).isEqualTo(call.getSid());
        Call over = awaitStatus(call, Call.Status.COMPLETED);
        assertThat(over.getStartTime()).isNotNull();
        assertThat(over.getEndTime()).isAfterOrEqualTo(over.getStartTime());
        assertThat(over.getPrice()).isNotBlank();
        assertThat(over.getDateCreated()).isEqualTo(call.getDateCreated());
    }

    @Test
    void everyParameterThatBothKnowIsTaken() {
        Call call = Call.creator(new PhoneNumber(RINGING), new PhoneNumber(FROM), DOCUMENT)
                .setMethod(HttpMethod.GET)
                .setFallbackUrl(DOCUMENT)
                .setFallbackMethod(HttpMethod.POST)
                .setStatusCallback(DOCUMENT)
                .setStatusCallbackMethod(HttpMethod.POST)
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .setSendDigits("1ww2")
                .setTimeout(600)
                .setRecord(true)
                .setRecordingChannels("dual")
                .setRecordingTrack("both")
                .setTrim("do-not-trim")
                .setMachineDetection("Enable")
                .setMachineDetectionTimeout(30)
                .create(client);
        assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
        Call.updater(call.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(client);
        awaitStatus(call, Call.Status.CANCELED);
    }

    @Test
    void listsAreReadPageByPageAndFiltered() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            made.add(create(BUSY).getSid());
        }
        ResourceSet<Call> all =
                Call.reader().setTo(new PhoneNumber(BUSY)).pageSize(2).read(client);
        Set<String> read = new HashSet<>();
        all.forEach(call -> read.add(call.getSid()));
        assertThat(read).containsAll(made);

        Page<Call> first = Call.reader().pageSize(2).firstPage(client);
        assertThat(first.getRecords()).hasSize(2);
        Page<Call> next = Call.reader().nextPage(first, client);
        assertThat(next.getRecords()).isNotEmpty().doesNotContainAnyElementsOf(first.getRecords());
    }

    @Test
    void aCallThatIsOverIsDeleted() {
        Call call = create(BUSY);
        awaitStatus(call, Call.Status.BUSY);
        assertThat(Call.deleter(call.getSid()).delete(client)).isTrue();
        assertThatThrownBy(() -> fetch(call)).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.getStatusCode()).isEqualTo(404);
            assertThat(e.getCode()).isNotNull();
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e.getMoreInfo()).startsWith("http");
        });
    }

    @Test
    void refusalsAreReadWithTheirCodes() {
        assertThatThrownBy(() -> Call.creator(new PhoneNumber(ANSWERED), new PhoneNumber(FROM), DOCUMENT)
                        .setTimeout(601)
                        .create(client))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getStatusCode()).isIn(400, 422);
                    assertThat(e.getMessage()).contains("Timeout");
                });
        TwilioRestClient stranger = SpaceClient.of(
                simulator.baseUrl(), simulator.settings().signalwire().account(), "wrong");
        assertThatThrownBy(() -> Call.reader().firstPage(stranger))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getStatusCode()).isEqualTo(401));
    }

    /** What a consumer has the simulator for: a server that breaks its word, on demand. */
    @Test
    void anErrorThatIsNoneOfTheApiHasNoStatusInTheSdk() {
        try (ReferenceServer faulty = ReferenceServer.start(settings().withFaults("signalwire.retrieve.status:500"))) {
            TwilioRestClient other = client(faulty);
            Call call = create(RINGING, other);
            assertThatThrownBy(() -> Call.fetcher(call.getSid()).fetch(other))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            e -> assertThat(e.getStatusCode()).isNull());
        }
    }

    /** Other ways to keep the contract, all of which a server may choose. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one-digit-day",
                "error-code-text",
                "error-other-status",
                "reordered-members",
                "status-201",
                "media-type-charset",
                "gzip",
                "chunked",
                "connection-close",
                "uri-without-json",
                "update-later"
            })
    void theSdkBearsWhatAServerMayDo(String variant) {
        try (ReferenceServer varied = ReferenceServer.start(settings().withVariants(variant))) {
            TwilioRestClient other = client(varied);
            Call call = create(RINGING, other);
            assertThat(Call.fetcher(call.getSid()).fetch(other).getDateCreated())
                    .isEqualTo(call.getDateCreated());
            assertThat(Call.reader().read(other)).hasSize(1);
        }
    }

    /** Lawful by RFC 2822, and yet the SDK reads null: a server that has its users in mind writes {@code +0000}. */
    @ParameterizedTest
    @ValueSource(strings = {"gmt", "no-weekday", "no-seconds"})
    void theSdkReadsOneFormOfDatesAlone(String variant) {
        try (ReferenceServer varied = ReferenceServer.start(settings().withVariants(variant))) {
            assertThat(create(RINGING, client(varied)).getDateCreated()).isNull();
        }
    }

    private static Settings settings() {
        return Settings.defaults().withPort(0).withSpeed(10);
    }

    private static TwilioRestClient client(ReferenceServer server) {
        Settings.SignalWire account = server.settings().signalwire();
        return SpaceClient.of(server.baseUrl(), account.account(), account.token());
    }

    private static Call create(String to) {
        return create(to, client);
    }

    private static Call create(String to, TwilioRestClient by) {
        return Call.creator(new PhoneNumber(to), new PhoneNumber(FROM), DOCUMENT)
                .create(by);
    }

    private static Call fetch(Call call) {
        return Call.fetcher(call.getSid()).fetch(client);
    }

    private static Call awaitStatus(Call call, Call.Status status) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> fetch(call), found -> found.getStatus() == status);
    }
}
