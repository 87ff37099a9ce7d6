package io.callcheck.exchange;

/**
 * What a person is told of a key.
 *
 * @param text what it is for, in one line
 * @param example a value, as it is written in the file
 */
record TargetHelp(String text, String example) {
    private static final String ID = "b3877c40-da60-4998-90ad-b792e98472af";

    /** The help of a key; a key without a line of its own does not compile. */
    static TargetHelp of(TargetKey key) {
        return switch (key) {
            case NAME -> say("what the report calls the server", "my-server");
            case EDITION -> say("the clauses that gate; without it those of the newest edition", "\"2026.1\"");
            case SIGNALWIRE_URL ->
                say(
                        "the SignalWire side, up to and with the API version; without it that API is not tested",
                        "http://127.0.0.1:8080/api/laml/2010-04-01");
            case SIGNALWIRE_ACCOUNT -> say("the project id: AccountSid in every path", ID);
            case SIGNALWIRE_TOKEN -> say("the API token; best taken from the environment", "${SIGNALWIRE_TOKEN}");
            case SIGNALWIRE_FROM -> say("the number that calls come from; needed on a live target", number(0));
            case SIGNALWIRE_TO_ANSWERED -> say("a number that is answered; needed on a live target", number(1));
            case SIGNALWIRE_TO_BUSY -> say("a number that is busy; without it that outcome is not tried", number(2));
            case SIGNALWIRE_TO_NO_ANSWER ->
                say("a number that nobody answers; without it that outcome is not tried", number(3));
            case SIGNALWIRE_TO_FAILED ->
                say("a number that cannot be reached; without it that outcome is not tried", number(4));
            case SIGNALWIRE_TO_RINGING -> say("a number that rings long; without it canceling is not tried", number(5));
            case SIGNALWIRE_TO_MACHINE ->
                say("a number that a machine answers; without it detection is not tried", number(6));
            case SIGNALWIRE_TO_SIP -> say("a SIP address; without it SIP is not tried", "sip:alice@127.0.0.1");
            case SIGNALWIRE_SIGNING_KEY ->
                say("the key of callback signatures; without it they are not applicable", "${SIGNALWIRE_SIGNING_KEY}");
            case SIGNALWIRE_APPLICATION_SID ->
                say("an application to create calls with; without it that is not tried", ID);
            case SIGNALWIRE_SECOND_ACCOUNT ->
                say("another account, which must see nothing of this one; without it that is not tried", ID);
            case SIGNALWIRE_SECOND_TOKEN -> say("the API token of that account", "${SIGNALWIRE_SECOND_TOKEN}");
            case SIGNALWIRE_STREAM_URL ->
                say(
                        "a wss address that takes the audio of a call; without it a refusal to stop a stream says nothing",
                        "wss://stream.example.com/audio");
            case SIGNALWIRE_EXISTING_CALLS, BIRD_CALLS ->
                say("calls that are there already: they are looked at, never changed", "[" + ID + "]");
            case BIRD_URL ->
                say(
                        "the Bird side, up to what comes before /workspaces; without it that API is not tested",
                        "http://127.0.0.1:8080");
            case BIRD_WORKSPACE -> say("the workspace's id", ID);
            case BIRD_CHANNEL -> say("the channel's id", "5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2c11");
            case BIRD_SECOND_CHANNEL ->
                say(
                        "another channel of the workspace, which must see nothing of this one; without it that is not tried",
                        "6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60");
            case BIRD_ACCESS_KEY -> say("the access key; best taken from the environment", "${BIRD_ACCESS_KEY}");
            case BIRD_FROM -> say("the number that calls come from; without it the channel's own", number(0));
            case BIRD_TO_ANSWERED -> say("a number that is answered; needed on a live target", number(1));
            case BIRD_TO_RINGING -> say("a number that rings long; without it what it takes is not tried", number(5));
            case CALLBACKS_PUBLIC_URL ->
                say(
                        "the address under which the server reaches the kit, when it is on another machine",
                        "https://tunnel.example.com");
            case DOCUMENTS_SHORT ->
                say(
                        "a document that speaks and hangs up, for a server that cannot reach the kit",
                        "https://example.com/short.xml");
            case DOCUMENTS_HOLD ->
                say(
                        "a document that holds the call for a minute, for a server that cannot reach the kit",
                        "https://example.com/hold.xml");
            case BASELINE -> say("the file of known failures, which do not gate", "known.yaml");
            case LEVEL -> say("the level from which on a broken clause gates (default: must)", "should");
            case LACKS -> say("what the server does not offer: its cases are not applicable", "[streams]");
            case LIVE -> say("whether calls may cost money: auto means everything that is not on this machine", "auto");
            case READ_ONLY ->
                say("true sends nothing but retrieve and list, on calls that the file names (default: false)", "true");
            case ALLOW_CALLS -> say("whether calls may be created on a live target (default: false)", "true");
            case ALLOW_INVALID -> say("whether wrong values may be sent to a live target (default: false)", "true");
            case LIMITS_CALLS -> say("how many calls may be created on a live target (default: 30)", "30");
            case LIMITS_RATE ->
                say(
                        "requests a second, 0 for no limit (default: 20/s when live, where there must be one, else 0)",
                        "20/s");
            case LIMITS_TIMEOUT -> say("the longest wait for one answer (default: 5s)", "5s");
            case LIMITS_SETTLE -> say("how long an asynchronous effect may take (default: 5s)", "5s");
            case TLS_CA -> say("a file of certificates (PEM) to trust besides those that Java trusts", "ca.pem");
            case TLS_CLIENT ->
                say("our own certificate and its key (PKCS12), for a server that asks for it", "client.p12");
            case TLS_CLIENT_PASSWORD -> say("the password of that file", "${TLS_CLIENT_PASSWORD}");
            case TLS_INSECURE -> say("true checks neither certificates nor host names (default: false)", "true");
            case PROXY ->
                say(
                        "an HTTP proxy for all requests, or none; without it what the environment says (HTTPS_PROXY …)",
                        "http://127.0.0.1:3128");
            case CALLBACKS_LISTEN ->
                say("the address and port at which the kit hears callbacks (default: 127.0.0.1:0)", "127.0.0.1:0");
            case CONTAINER_IMAGE, SIGNALWIRE_CONTAINER_IMAGE, BIRD_CONTAINER_IMAGE ->
                say(
                        "an image to start the server from; an address with the host container then stands for it",
                        "my-server:1.0");
            case CONTAINER_PORT, SIGNALWIRE_CONTAINER_PORT, BIRD_CONTAINER_PORT ->
                say("the port inside the container that such an address means", "8080");
            case CONTAINER_COMMAND, SIGNALWIRE_CONTAINER_COMMAND, BIRD_CONTAINER_COMMAND ->
                say("its command, when it is not the image's own", "[serve]");
            case CONTAINER_ENV, SIGNALWIRE_CONTAINER_ENV, BIRD_CONTAINER_ENV ->
                say("its environment; the values are not shown", "{ LOG: debug }");
            case CONTAINER_WAIT_PATH, SIGNALWIRE_CONTAINER_WAIT_PATH, BIRD_CONTAINER_WAIT_PATH ->
                say("a path that answers when it is ready", "/healthz");
            case CONTAINER_WAIT_LOG, SIGNALWIRE_CONTAINER_WAIT_LOG, BIRD_CONTAINER_WAIT_LOG ->
                say("what a line of its log looks like when it is ready", "started");
            case CONTAINER_WAIT_TIME, SIGNALWIRE_CONTAINER_WAIT_TIME, BIRD_CONTAINER_WAIT_TIME ->
                say("how long it may take to be ready (default: 60s)", "60s");
        };
    }

    private static TargetHelp say(String text, String example) {
        return new TargetHelp(text, example);
    }

    private static String number(int last) {
        return "\"+1500555000" + last + '"';
    }
}
