package io.callcheck.verdict;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;

/** Writes and reads {@code run.json}. */
public final class RunFile {
    /** The file's name in the folder of results. */
    public static final String NAME = "run.json";

    private static final JsonMapper MAPPER = mapper();

    private RunFile() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        // What may be left out says so itself.
        mapper.setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
        return mapper;
    }

    /** Writes a run whole or not at all: into a file beside, which then takes the name. */
    public static Path write(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        // Not createTempFile: its files are for their owner alone, and others read what CI keeps.
        Path temporary =
                folder.resolve("." + NAME + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (JsonGenerator json = MAPPER.createGenerator(temporary.toFile(), JsonEncoding.UTF8)) {
                write(run, json);
            }
            return Files.move(
                    temporary,
                    folder.resolve(NAME),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // On a full disk it takes the room of what else is to be written.
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Reads a run.
     *
     * @throws IOException when the file cannot be read or is no whole run, or does not agree with itself, saying why in
     *     one line
     */
    public static Run read(Path file) throws IOException {
        Run run;
        try {
            run = MAPPER.readValue(file.toFile(), Run.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": this is not a run.json of this kit: " + Unread.why(e, version(file)), e);
        }
        if (run == null) {
            throw new IOException(file + ": this is not a run.json of this kit: it holds nothing");
        }
        Map<Outcome, Integer> counted = new EnumMap<>(Outcome.class);
        run.verdicts().forEach(v -> counted.merge(v.outcome(), 1, Integer::sum));
        Map<Outcome, Integer> told = new EnumMap<>(Outcome.class);
        run.summary().outcomes().forEach((outcome, number) -> {
            if (number != 0) {
                told.put(outcome, number);
            }
        });
        if (!counted.equals(told)) {
            throw new IOException(file + " has been changed or damaged: its summary tells of verdicts " + told
                    + ", and it holds " + counted);
        }
        if (run.complete() && run.summary().planned() != run.verdicts().size()) {
            throw new IOException(file + " has been changed or damaged: it says that it is complete, with "
                    + run.verdicts().size() + " verdicts of " + run.summary().planned() + " cases");
        }
        return run;
    }

    /** The version of the kit that wrote a file; empty when it does not say. */
    private static String version(Path file) {
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            return to("kit", parser) && to("version", parser) ? String.valueOf(parser.getValueAsString("")) : "";
        } catch (IOException e) {
            // What is wrong with the file is told by whoever asks.
            return "";
        }
    }

    /** Goes to the value of a member of the object that begins there; false when it has none. */
    private static boolean to(String member, JsonParser parser) throws IOException {
        if (!parser.hasCurrentToken()) {
            parser.nextToken();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(member);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** The text of a run, as it is written. */
    public static String text(Run run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            write(run, json);
        } catch (IOException e) {
            throw new IllegalStateException("a run is always JSON", e);
        }
        return text.toString();
    }

    private static void write(Run run, JsonGenerator json) throws IOException {
        new RunWriter(json.setPrettyPrinter(new DefaultPrettyPrinter())).write(run);
    }
}
