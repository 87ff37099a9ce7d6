package com.example.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A call as it is answered: what is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallView(
        UUID id,
        String channelId,
        String from,
        String to,
        String direction,
        String status,
        String type,
        Instant createdAt,
        Instant updatedAt,
        Instant ringingAt,
        Instant answeredAt,
        Instant endedAt,
        Integer duration,
        Integer hangupCauseCode,
        String hangupSource,
        List<String> tags) {}
