package com.example.client;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;

/**
 * Takes the requests of Twilio's SDK to another server of the same API, such as a SignalWire space. The SDK lets region
 * and edge be chosen, but neither the scheme nor the domain nor what stands before the version in the path; its own way
 * to do so is an HTTP client of one's own.
 */
public final class SpaceClient extends NetworkHttpClient {
    private static final String PREFIX = "/api/laml";

    private final String server;

    private SpaceClient(String server) {
        this.server = server;
    }

    /**
     * A client of the SDK.
     *
     * @param server scheme, host and port, such as {@code https://example.signalwire.com}
     * @param account the project id
     * @param token the API token
     */
    public static TwilioRestClient of(String server, String account, String token) {
        return new TwilioRestClient.Builder(account, token)
                .httpClient(new SpaceClient(server))
                .build();
    }

    @Override
    public Response makeRequest(Request asked) {
        URI uri = URI.create(asked.getUrl());
        Request request = new Request(asked.getMethod(), server + path(uri));
        asked.getQueryParams().forEach((name, values) -> values.forEach(v -> request.addQueryParam(name, v)));
        asked.getPostParams().forEach((name, values) -> values.forEach(v -> request.addPostParam(name, v)));
        asked.getHeaderParams().forEach((name, values) -> values.forEach(v -> request.addHeaderParam(name, v)));
        request.setAuth(asked.getUsername(), asked.getPassword());
        request.setContentType(asked.getContentType());
        request.setBody(asked.getBody());
        return super.makeRequest(request);
    }

    /** The links to pages have the prefix already: they come out of answers. */
    private static String path(URI uri) {
        String path = uri.getRawPath().startsWith(PREFIX) ? uri.getRawPath() : PREFIX + uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
