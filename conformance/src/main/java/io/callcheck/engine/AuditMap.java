package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the operation that a recorded request belongs to, by its method and the template of its path. */
final class AuditMap {
    /** Scheme, host, port and path; user and password, query and fragment are left out. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(https?)://(?:[^/?#@]*@)?(\\[[^\\]]*]|[^/?#:@]+)(?::(\\d+))?([^?#]*).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** A version is no key. */
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}");
    /** More steps of an address are not told. */
    private static final int STEPS = 10;

    private static final String HIDDEN = "…";

    private final List<Place> places = new ArrayList<>();
    private final Map<Api, Set<String>> known = new EnumMap<>(Api.class);

    /** Longer addresses are not looked at for a hint. */
    private static final int LONGEST = 2_000;

    private record Place(Operation operation, String server, Pattern path, Pattern anywhere, List<String> variables) {}

    /**
     * Where a request belongs.
     *
     * @param operation the operation
     * @param variables the values of the path's variables
     */
    record Match(Operation operation, Map<String, String> variables) {

        /** The API. */
        Api api() {
            return operation.api();
        }
    }

    /** The operations of the APIs of a target. */
    static AuditMap of(Target target, Collection<Catalogue> catalogues) {
        AuditMap map = new AuditMap();
        for (Catalogue catalogue : catalogues) {
            URI base = target.url(catalogue.api());
            Matcher address = ADDRESS.matcher(base.toString());
            if (address.matches()) {
                Set<String> steps = new HashSet<>(List.of(address.group(4).split("/", -1)));
                for (JsonNode own : catalogue.document().openapi().path("servers")) {
                    steps.addAll(List.of(own.path("url").asText().split("/", -1)));
                }
                map.known.put(catalogue.api(), steps);
                for (Operation operation : catalogue.operations()) {
                    map.add(operation, server(address), address.group(4));
                }
            }
        }
        return map;
    }

    /** Where a request belongs, or nothing. */
    Optional<Match> of(String method, String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return Optional.empty();
        }
        String server = server(address);
        for (Place place : places) {
            if (place.operation().method().equalsIgnoreCase(method)
                    && place.server().equals(server)) {
                Matcher path = place.path().matcher(address.group(4));
                if (path.matches()) {
                    Map<String, String> variables = new LinkedHashMap<>();
                    for (int i = 0; i < place.variables().size(); i++) {
                        variables.put(place.variables().get(i), path.group(i + 1));
                    }
                    return Optional.of(new Match(place.operation(), variables));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The address under which a request would belong to an operation.
     *
     * @param api the operation's API
     * @param address scheme, host, port and path, of which no step is told that may be a key
     */
    record Base(Api api, String address) {}

    /** Where the API would be to which a request belongs by the end of its path. */
    Optional<Base> base(String method, String url) {
        Matcher address = ADDRESS.matcher(url);
        if (url.length() > LONGEST || !address.matches()) {
            return Optional.empty();
        }
        for (Place place : places) {
            Matcher path = place.anywhere().matcher(address.group(4));
            if (place.operation().method().equalsIgnoreCase(method) && path.matches()) {
                Api api = place.operation().api();
                return Optional.of(new Base(api, origin(address) + told(api, path.group(1))));
            }
        }
        return Optional.empty();
    }

    /** Scheme, host and port of an address; nothing when it is none. */
    static Optional<String> origin(String url) {
        Matcher address = ADDRESS.matcher(url);
        return address.matches() ? Optional.of(origin(address)) : Optional.empty();
    }

    /** A path of which those steps are told that the address that was asked for has too, or the contract's own. */
    private String told(Api api, String path) {
        Set<String> steps = known.getOrDefault(api, Set.of());
        return Arrays.stream(path.split("/"))
                .filter(step -> !step.isEmpty())
                .limit(STEPS)
                .map(step -> steps.contains(step) || VERSION.matcher(step).matches() ? step : HIDDEN)
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private void add(Operation operation, String server, String before) {
        StringBuilder regex = new StringBuilder();
        List<String> variables = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(operation.path());
        int end = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(operation.path().substring(end, variable.start())))
                    .append("([^/]+?)");
            variables.add(variable.group(1));
            end = variable.end();
        }
        regex.append(Pattern.quote(operation.path().substring(end)));
        // SignalWire takes every path with this suffix, too.
        if (operation.api() == Api.SIGNALWIRE) {
            regex.append("(?:\\.json)?");
        }
        places.add(new Place(
                operation,
                server,
                Pattern.compile(Pattern.quote(before) + regex),
                Pattern.compile("(.*?)" + regex),
                variables));
    }

    private static String origin(Matcher address) {
        String port = address.group(3) == null ? "" : ":" + address.group(3);
        return address.group(1) + "://" + address.group(2) + port;
    }

    private static String server(Matcher address) {
        String scheme = address.group(1).toLowerCase(Locale.ROOT);
        String port = address.group(3) == null ? (scheme.equals("https") ? "443" : "80") : address.group(3);
        return scheme + "://" + address.group(2).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
