package com.example.calls;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** A command of a call flow. The ring tone of bridge is not looked at yet. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @Type(
            value = Command.Other.class,
            names = {"answer", "pause", "ringing"}),
    @Type(value = Command.HangUp.class, name = "hangup"),
    @Type(value = Command.Play.class, name = "playback"),
    @Type(value = Command.Say.class, name = "say"),
    @Type(value = Command.Gather.class, name = "gather"),
    @Type(value = Command.Record.class, name = "record"),
    @Type(value = Command.Bridge.class, name = "bridge")
})
sealed interface Command {
    String KEY = "[0-9*#]";
    String LOCALE = "[a-z]{2}-[A-Z]{2}";

    /** When to carry it out. */
    record Condition(
            @Pattern(regexp = "keys|speech") String variable,
            @Pattern(regexp = "eq|ne|==|!=|contains") String operator,
            String value) {}

    record Other(Map<String, Object> options, @Valid List<Condition> conditions) implements Command {}

    record HangUp(@Valid Cause options, @Valid List<Condition> conditions) implements Command {}

    record Cause(@Pattern(regexp = "rejected|busy") String cause) {}

    record Play(@NotNull @Valid Media options, @Valid List<Condition> conditions) implements Command {}

    record Media(
            @NotNull @Size(max = 80) List<String> media,
            Integer loop,
            Integer timeout,
            @Min(0) @Max(30_000) Integer pauseMilliseconds) {}

    record Say(@NotNull @Valid Words options, @Valid List<Condition> conditions) implements Command {}

    record Words(@NotNull String text, String locale, String voice, Integer loop, Integer timeout) {}

    record Gather(@Valid Input options, @Valid List<Condition> conditions) implements Command {}

    record Input(
            Integer maxNumKeys,
            @Pattern(regexp = KEY) String endKey,
            Integer timeout,
            Integer retries,
            @Pattern(regexp = "dtmf|speech|dtmf speech") String input,
            @Pattern(regexp = LOCALE) String speechLocale,
            @Valid Media playback,
            @Valid Words say) {}

    record Record(@Valid Recording options, @Valid List<Condition> conditions) implements Command {}

    record Recording(
            @Pattern(regexp = KEY) String endKey,
            Integer maxLength,
            Integer timeout,
            Boolean beep,
            Boolean transcribe,
            @Pattern(regexp = LOCALE) String transcribeLocale) {}

    record Bridge(@NotNull @Valid Leg options, @Valid List<Condition> conditions) implements Command {}

    record Leg(
            @NotNull String to,
            String from,
            @Min(3) @Max(120) Integer ringTimeout,
            @Min(1) Integer maxDuration,
            Boolean hangupAfterBridge,
            Boolean record,

            @Pattern(regexp = "record-from-(answer|ringing)")
            String recordStart,

            Boolean recordStereo,
            CreateCall.Notification notification) {}
}
