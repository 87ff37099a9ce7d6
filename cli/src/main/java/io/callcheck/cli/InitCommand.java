package io.callcheck.cli;

import io.callcheck.exchange.TargetFile;
import io.callcheck.verdict.Gate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callcheck init}: writes a target file to begin with. */
@Command(
        name = "init",
        description = "Writes a target file with every key explained; on a terminal it asks for the first of them.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    /** How often a wrong answer may be given again. */
    private static final int TRIES = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "target.yaml",
            description = "the file (default: ${DEFAULT-VALUE}); one that is there is never overwritten")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path out;

    @Override
    @SuppressWarnings("SystemConsoleNull") // from JDK 22 on it is the test for a terminal that decides
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new IOException(out + " is there already: it is never overwritten");
        }
        PrintWriter words = spec.commandLine().getOut();
        Map<String, String> values = Optional.ofNullable(System.console())
                .filter(c -> Console.terminal())
                .map(c -> asked(
                        question ->
                                Optional.ofNullable(c.readLine("%s", question)).orElse(""),
                        words))
                .orElseGet(InitCommandFile::examples);
        try {
            OutFiles.write(out, InitCommandFile.text(values), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(out + " is there already: it is never overwritten", e);
        }
        words.println("written: " + out + "; credentials come from the environment, see the file");
        words.println("next:    callcheck check --target " + out + " --out results");
        return Gate.CONFORMANT;
    }

    /** The values that a person gives; an API without an address is left out, and so are its other keys. */
    static Map<String, String> asked(UnaryOperator<String> terminal, PrintWriter words) {
        Map<String, String> values = new LinkedHashMap<>(InitCommandFile.examples());
        ask("name", "Name of the server", terminal, words).ifPresent(v -> values.put("name", v));
        api("signalwire", List.of("account"), values, terminal, words);
        api("bird", List.of("workspace", "channel"), values, terminal, words);
        return values;
    }

    private static void api(
            String api,
            List<String> ids,
            Map<String, String> values,
            UnaryOperator<String> terminal,
            PrintWriter words) {
        Optional<String> url = ask(api + ".url", "Address of its " + api + " side (empty: none)", terminal, words);
        if (url.isEmpty()) {
            values.keySet().removeIf(key -> key.startsWith(api + "."));
            return;
        }
        values.put(api + ".url", url.get());
        for (String id : ids) {
            String key = api + "." + id;
            ask(key, key + " (empty: an example, to be changed)", terminal, words)
                    .ifPresent(v -> values.put(key, v));
        }
    }

    private static Optional<String> ask(
            String key, String question, UnaryOperator<String> terminal, PrintWriter words) {
        for (int i = 0; i < TRIES; i++) {
            String answer = terminal.apply(question + ": ").strip();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> wrong = TargetFile.wrong(key, answer);
            if (wrong.isEmpty()) {
                return Optional.of('"' + answer.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
            }
            words.println("  " + wrong.get());
        }
        return Optional.empty();
    }
}
