package com.example.calls;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.security.BasicAuthCredentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server of the calls of SignalWire's Compatibility API, in memory: create, list, retrieve and update. */
public final class CallServer implements AutoCloseable {
    private static final String BASE = "/api/laml/2010-04-01/Accounts/";

    private final String account;
    private final String token;
    private final Clock clock;
    private final LinkedHashMap<String, Call> calls = new LinkedHashMap<>();
    private final Javalin javalin = Javalin.create(this::configure);

    private CallServer(String account, String token, Clock clock) {
        this.account = account;
        this.token = token;
        this.clock = clock;
    }

    /** Starts one at a port of this machine, 0 for any free one. */
    public static CallServer start(int port, String account, String token) {
        CallServer server = new CallServer(account, token, Clock.systemUTC());
        server.javalin.start("127.0.0.1", port);
        return server;
    }

    /** The address up to the version of the API. */
    public String url() {
        return "http://127.0.0.1:" + javalin.port() + "/api/laml/2010-04-01";
    }

    @Override
    public void close() {
        javalin.stop();
    }

    public static void main(String[] args) {
        start(8080, System.getenv("CALLS_ACCOUNT"), System.getenv("CALLS_TOKEN"));
    }

    static String path(String account) {
        return BASE + account + "/Calls";
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.routes.before(this::admit);
        for (String calls : List.of(path("{account}"), path("{account}") + ".json")) {
            config.routes.get(calls, this::list);
            config.routes.post(calls, this::create);
        }
        config.routes.get(path("{account}") + "/{sid}", this::retrieve);
        config.routes.post(path("{account}") + "/{sid}", this::update);
        config.routes.exception(
                Refused.class, (refused, ctx) -> ctx.status(refused.status).json(CallJson.of(refused)));
    }

    private void admit(Context ctx) {
        BasicAuthCredentials given = ctx.basicAuthCredentials();
        if (given == null
                || !given.getUsername().equals(account)
                || !given.getPassword().equals(token)) {
            throw new Refused(401, 20_003, "Authentication failed.");
        }
        if (!ctx.path().startsWith(BASE + account + "/")) {
            throw new Refused(404, 20_404, "There is no such account.");
        }
    }

    private void create(Context ctx) {
        Map<String, List<String>> form = ctx.formParamMap();
        CallForm.checkCreate(form);
        int timeout = form.containsKey("Timeout")
                ? Integer.parseInt(form.get("Timeout").get(0))
                : 60;
        Call call = new Call(form.get("To").get(0), form.get("From").get(0), Duration.ofSeconds(timeout), now());
        synchronized (calls) {
            calls.put(call.sid, call);
        }
        answer(ctx, call);
    }

    private void retrieve(Context ctx) {
        answer(ctx, call(ctx));
    }

    private void update(Context ctx) {
        Call call = call(ctx);
        CallForm.checkUpdate(ctx.formParamMap());
        String status = ctx.formParam("Status");
        boolean changes = status != null || ctx.formParam("Url") != null;
        if (changes && call.over(now())) {
            throw new Refused(400, 21_220, "The call is over.");
        }
        boolean answered = call.started(now()) != null;
        if (ctx.formParam("Url") != null && !answered) {
            throw new Refused(400, 21_220, "The call is not in progress.");
        }
        if ("canceled".equals(status) && answered) {
            throw new Refused(400, 21_220, "The call is in progress.");
        }
        if (status != null) {
            call.end(answered ? "completed" : "canceled", now());
        }
        answer(ctx, call);
    }

    private void list(Context ctx) {
        CallForm.checkList(ctx.queryParamMap());
        List<Call> newestFirst;
        synchronized (calls) {
            newestFirst = new ArrayList<>(calls.values());
        }
        Collections.reverse(newestFirst);
        ctx.json(new CallList(newestFirst, account, ctx.queryParamMap(), now()).page());
    }

    private void answer(Context ctx, Call call) {
        ctx.json(CallJson.of(call, account, now()));
    }

    private Call call(Context ctx) {
        synchronized (calls) {
            Call call = calls.get(ctx.pathParam("sid").replaceFirst("\\.json$", ""));
            if (call == null) {
                throw new Refused(404, 20_404, "There is no such call.");
            }
            return call;
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
