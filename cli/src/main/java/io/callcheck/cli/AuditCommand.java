package io.callcheck.cli;

import io.callcheck.engine.Audit;
import io.callcheck.engine.AuditCount;
import io.callcheck.engine.Results;
import io.callcheck.exchange.PlainAddress;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callcheck audit}: judges recorded traffic. */
@Command(
        name = "audit",
        description = "Judges exchanges that somebody else recorded: nothing is sent.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:conformant, in what the recording shows",
            "1:violations",
            "2:the command line, the target file or the recording is wrong",
            "3:could not find out: no exchange belongs to the target or its account, or the recording breaks off"
        })
final class AuditCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "the recording: a HAR (.har), or one exchange on each line (.jsonl), as run.json has them")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path file;

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "the target file (YAML), for its addresses; credentials may be missing")
    private @Nullable Path target;

    @Option(
            names = "--signalwire-url",
            paramLabel = "URL",
            description = "where the SignalWire side was recorded, up to and with the API version")
    private @Nullable String signalwire;

    @Option(
            names = "--bird-url",
            paramLabel = "URL",
            description = "where the Bird side was recorded, up to and without /workspaces")
    private @Nullable String bird;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "callcheck-results",
            description = "the folder for run.json and index.html (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path out;

    @Mixin
    private TermOptions termOptions = new TermOptions();

    @Override
    public Integer call() throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".har") && !name.endsWith(".jsonl")) {
            throw new ParameterException(
                    spec.commandLine(), file + ": expected a file whose name ends in .har or .jsonl");
        }
        if (target == null && signalwire == null && bird == null) {
            throw new ParameterException(
                    spec.commandLine(), "whose exchanges? Give --target, --signalwire-url or --bird-url");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        address("--signalwire-url", "signalwire.url", signalwire);
        address("--bird-url", "bird.url", bird);
        Target described = described();
        Terms terms = termOptions.terms(described.settings(), target);
        OutFiles.folder(out);
        Audit.Outcome outcome = Audit.of(described, file);
        Console console = new Console(spec.commandLine().getOut());
        tell(outcome.count(), console);
        Results results = Results.write(outcome.run(), terms, out);
        Summary.lines(results).forEach(console::line);
        return results.exit();
    }

    /** Told by the option that the user gave. A query would match nothing, and may hold a credential. */
    private void address(String option, String key, @Nullable String value) {
        if (value == null) {
            return;
        }
        TargetFile.wrong(key, value).ifPresent(why -> {
            throw new ParameterException(
                    spec.commandLine(), option + ": " + why + ", not '" + PlainAddress.of(value) + "'");
        });
    }

    private Target described() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (target == null) {
            properties.put("callcheck.name", String.valueOf(file.getFileName()));
        }
        System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        if (signalwire != null) {
            properties.put("signalwire.url", signalwire);
        }
        if (bird != null) {
            properties.put("bird.url", bird);
        }
        return new TargetFile(target, System.getenv(), properties).readOffline();
    }

    private static void tell(AuditCount count, Console console) {
        count.told().forEach(t -> console.line("SKIPPED " + t));
        if (count.skipped() > count.told().size()) {
            console.line("SKIPPED and " + (count.skipped() - count.told().size()) + " more");
        }
        if (!count.broken().isEmpty()) {
            console.line("ERROR the recording breaks off: " + count.broken());
        }
        console.line(String.format(
                Locale.ROOT,
                "entries  %,d: %,d judged, %,d of other addresses, %,d skipped",
                count.entries(),
                count.judged(),
                count.others(),
                count.skipped()));
        count.notes().forEach(note -> console.line("NOTE     " + note));
        if (!count.hint().isEmpty()) {
            console.line("HINT     " + count.hint());
        }
    }
}
