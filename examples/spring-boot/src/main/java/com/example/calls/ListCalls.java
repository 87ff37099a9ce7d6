package com.example.calls;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;

/** The query of a list. */
record ListCalls(
        @Min(1) @Max(1000) Integer limit,
        UUID pageToken,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant startAt,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant endAt,
        List<String> status,
        List<String> type,
        List<String> direction,
        @Size(max = 100) String to,
        @Size(max = 100) String from,
        @Min(0) Integer duration,
        UUID id) {

    int most() {
        return limit == null ? 25 : limit;
    }

    boolean admits(CallView call) {
        return (startAt == null || !call.createdAt().isBefore(startAt))
                && (endAt == null || !call.createdAt().isAfter(endAt))
                && (status == null || status.contains(call.status()))
                && (type == null || type.contains(call.type()))
                && (direction == null || direction.contains(call.direction()))
                && (to == null || to.equals(call.to()))
                && (from == null || from.equals(call.from()))
                && (duration == null || duration.equals(call.duration()))
                && (id == null || id.equals(call.id()));
    }
}
