package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server under test.
 *
 * @param name for people
 * @param signalwire its SignalWire side; null when that API is not tested
 * @param bird its Bird side; null when that API is not tested
 * @param lacks the capabilities that it declares not to have
 * @param live whether calls may cost money and ring phones
 * @param allowInvalid whether wrong values may be sent to a live target
 * @param readOnly whether nothing is sent but retrieve and list
 * @param existing the calls that are there already, by API: they are looked at, never changed
 * @param limits the bounds of the run
 * @param listen the address of this machine that our receiver listens at; null for any free port of loopback
 * @param publicUrl the address under which the target reaches our receiver, port 0 for that of the receiver; null for the
 *     receiver's own
 * @param documents addresses of documents that the target can fetch, by name: short, hold
 * @param connection how it is reached
 * @param settings every setting that took effect, credentials replaced, for the report
 */
public record Target(
        String name,
        @Nullable SignalWireTarget signalwire,
        @Nullable BirdTarget bird,
        Set<String> lacks,
        boolean live,
        boolean allowInvalid,
        boolean readOnly,
        Map<Api, List<String>> existing,
        Limits limits,
        @Nullable InetSocketAddress listen,
        @Nullable URI publicUrl,
        Map<String, String> documents,
        Connection connection,
        Map<String, String> settings) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The same target, whose effects are waited for at most so long. */
    public Target settling(Duration settle) {
        Limits longer = new Limits(limits.calls(), limits.rate(), limits.timeout(), settle);
        return with(signalwire, bird, longer);
    }

    /** The same target with other accounts. */
    public Target of(@Nullable SignalWireTarget other, @Nullable BirdTarget otherBird) {
        return with(other, otherBird, limits);
    }

    private Target with(@Nullable SignalWireTarget account, @Nullable BirdTarget workspace, Limits bounds) {
        return new Target(
                name,
                account,
                workspace,
                lacks,
                live,
                allowInvalid,
                readOnly,
                existing,
                bounds,
                listen,
                publicUrl,
                documents,
                connection,
                settings);
    }

    /** The APIs that are tested. */
    public List<Api> apis() {
        List<Api> apis = new ArrayList<>();
        if (signalwire != null) {
            apis.add(Api.SIGNALWIRE);
        }
        if (bird != null) {
            apis.add(Api.BIRD);
        }
        return apis;
    }

    /** The calls of an API that are there already. */
    public List<String> existing(Api api) {
        return existing.getOrDefault(api, List.of());
    }

    /** The credentials that must never leave the kit. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        if (signalwire != null) {
            secrets.add(signalwire.token());
            if (signalwire.signingKey() != null) {
                secrets.add(signalwire.signingKey());
            }
            if (signalwire.second() != null) {
                secrets.add(signalwire.second().token());
            }
        }
        if (bird != null) {
            secrets.add(bird.accessKey());
        }
        for (Api api : apis()) {
            connection.proxies().of(url(api)).map(Proxy::password).ifPresent(secrets::add);
        }
        return secrets;
    }

    /** Whether an API's side and the address that it reaches us under are both on this machine. */
    public boolean beside(Api api) {
        return Unproxied.loopback(url(api)) && (publicUrl == null || Unproxied.loopback(publicUrl));
    }

    /** The address of an API's side; its host and port are all that the kit ever speaks to. */
    public URI url(Api api) {
        URI url = api == Api.SIGNALWIRE
                ? (signalwire == null ? null : signalwire.url())
                : (bird == null ? null : bird.url());
        if (url == null) {
            throw new IllegalStateException(api.id() + " is not tested");
        }
        return url;
    }

    /**
     * Whose the calls of an API's side are, to be compared and for people: its address, and its account or channel. No
     * credential is in it.
     */
    public String owner(Api api) {
        URI url = url(api);
        int usual = "https".equals(url.getScheme()) ? HTTPS : HTTP;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        String address = url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + url.getRawPath();
        if (api == Api.SIGNALWIRE && signalwire != null) {
            return address + ", account " + signalwire.account();
        }
        return bird == null ? address : address + ", workspace " + bird.workspace() + ", channel " + bird.channel();
    }
}
