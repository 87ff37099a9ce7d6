package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request named may come back, wherever it named it; anything else is news. */
class NamedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Named named = Named.by(new Sent(
            "POST",
            URI.create("http://127.0.0.1:1/Accounts/Abc/Calls/def.json?From=5550000&Page=2"),
            List.of(new Header("Authorization", basic("someone:secret")), new Header("X-Other", basic("other:secret"))),
            "To=%2B1+(500)+555-0001&Status=busy"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'abc'",
                "'DEF'",
                "'2'",
                "2",
                "'busy'",
                "' Busy '",
                "'someone'",
                "'+15005550001'",
                "'1 500 555 0001'",
                "'5550000'",
                "null",
                "''",
                "[]",
                "{}",
                "['busy',{'a':'abc'}]"
            })
    void whatItNamedIsHeld(String json) throws JsonProcessingException {
        assertThat(holds(named, json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'def.json'",
                "'secret'",
                "'other'",
                "'in-progress'",
                "3",
                "true",
                "'555000'",
                "'+15005550002'",
                "['busy','completed']",
                "{'a':{'b':'completed'}}"
            })
    void whatItDidNotNameIsNews(String json) throws JsonProcessingException {
        assertThat(holds(named, json)).isFalse();
    }

    @Test
    void theMembersOfAJsonBodyAreNamed() throws JsonProcessingException {
        Named body = Named.by(
                new Sent("POST", URI.create("http://127.0.0.1:1/"), List.of(), "{\"to\":\"busy\",\"tags\":[\"one\"]}"));
        assertThat(holds(body, "'busy'")).isTrue();
        assertThat(holds(body, "'one'")).isTrue();
        assertThat(holds(body, "'tags'")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKey c29tZW9uZTpzZWNyZXQ=", "Basic ???", "Basic"})
    void credentialsOfAnotherKindNameNobody(String authorization) throws JsonProcessingException {
        Named nobody = Named.by(new Sent(
                "GET", URI.create("http://127.0.0.1:1/"), List.of(new Header("Authorization", authorization)), ""));
        assertThat(holds(nobody, "'someone'")).isFalse();
    }

    private static boolean holds(Named named, String json) throws JsonProcessingException {
        return named.holds(JSON.readTree(json.replace('\'', '"')));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
