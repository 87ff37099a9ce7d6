package com.example.calls;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;

/** The body of a create. */
record CreateCall(
        @NotNull String to,
        String from,
        @Min(3) @Max(120) Integer ringTimeout,
        @Min(1) Integer maxDuration,
        @Size(max = 20) @Pattern(regexp = "[0-9*#]+") String sendKeys,
        Boolean record,
        @Pattern(regexp = "record-from-(answer|ringing)") String recordStart,
        @Pattern(regexp = "from-(answer|ringing)") String flowStart,
        Boolean stereo,
        @Valid @Size(max = 20) List<Command> callFlow,
        OffsetDateTime scheduledFor,
        Notification notification,
        @Valid AmdSettings amdSettings,
        @Size(max = 10) List<@Size(min = 1, max = 50) String> tags) {

    /** Where to tell what happens to the call. */
    record Notification(String url) {}

    /** How to find out if a machine answers. */
    record AmdSettings(
            Boolean enabled,
            Integer wordCount,
            Integer speechTimeout,
            Integer beepTimeout,
            String speechLocale,
            String ifMachineNotifyAfter) {}
}
