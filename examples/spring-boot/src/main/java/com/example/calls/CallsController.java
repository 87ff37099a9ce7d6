package com.example.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Create, list, retrieve and update. */
@RestController
@RequestMapping("/workspaces/{workspace}/channels/{channel}/calls")
class CallsController {
    private final Channel own;
    private final Map<UUID, Call> calls = Collections.synchronizedMap(new LinkedHashMap<>());

    CallsController(Channel own) {
        this.own = own;
    }

    /** One page of calls, and the token of the next, which is its first call. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<CallView> results, UUID nextPageToken) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    CallView create(@PathVariable String workspace, @PathVariable String channel, @Valid @RequestBody CreateCall body) {
        admit(workspace, channel);
        Call call = new Call(body, Instant.now());
        calls.put(call.id, call);
        return view(call);
    }

    @GetMapping("/{id}")
    CallView retrieve(@PathVariable String workspace, @PathVariable String channel, @PathVariable UUID id) {
        admit(workspace, channel);
        return view(call(id));
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CallView update(
            @PathVariable String workspace,
            @PathVariable String channel,
            @PathVariable UUID id,
            @Valid @RequestBody UpdateCall body) {
        admit(workspace, channel);
        Call call = call(id);
        call.update(body, Instant.now());
        return view(call);
    }

    @GetMapping
    Page list(@PathVariable String workspace, @PathVariable String channel, @Valid ListCalls query) {
        admit(workspace, channel);
        List<CallView> found = newestFirst().stream()
                .map(this::view)
                .filter(query::admits)
                .dropWhile(
                        call -> query.pageToken() != null && !query.pageToken().equals(call.id()))
                .limit(query.most() + 1L)
                .toList();
        boolean more = found.size() > query.most();
        return new Page(
                found.subList(0, Math.min(found.size(), query.most())),
                more ? found.get(query.most()).id() : null);
    }

    private List<Call> newestFirst() {
        List<Call> all;
        synchronized (calls) {
            all = new ArrayList<>(calls.values());
        }
        Collections.reverse(all);
        return all;
    }

    private void admit(String workspace, String channel) {
        if (!own.is(workspace, channel)) {
            throw Refused.unknown();
        }
    }

    private Call call(UUID id) {
        Call call = calls.get(id);
        if (call == null) {
            throw Refused.unknown();
        }
        return call;
    }

    private CallView view(Call call) {
        return call.view(own.channel(), Instant.now());
    }
}
