package io.callcheck.cli;

import io.callcheck.exchange.TargetFile;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of every command with its options and of every key of a target file. */
final class ReferenceDoc {
    private static final String HEAD = """
            # Reference

            Written by `callcheck reference`.

            `callcheck` stands for `java -jar callcheck.jar`. Every command has `--help` and `--version`.
            Exit codes of every command: `0` conformant or done, `1` violations, `2` the command line or a file is wrong,
            `3` could not find out. With `CALLCHECK_DEBUG=1` in the environment a command that breaks says where.

            ## Commands
            """;

    private static final String KEYS = """

            ## Keys of a target file

            A file has them as nested YAML; over it stands the environment, over that the system property (`-D`). `${NAME}` in
            a value is taken from the environment. A list is written with commas in a variable or property.

            | key | what it is for | value | environment variable | system property |
            |---|---|---|---|---|
            """;

    private ReferenceDoc() {}

    /** The page. */
    static String text(CommandSpec root) {
        StringBuilder page = new StringBuilder(HEAD);
        for (CommandLine command :
                root.subcommands().values().stream().distinct().toList()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                command(command.getCommandSpec(), page);
            }
        }
        page.append(KEYS);
        for (TargetFile.Key key : TargetFile.keys()) {
            row(page, code(key.path()), key.help(), key.expected(), code(key.variable()), code(key.property()));
        }
        return page.toString();
    }

    private static void command(CommandSpec command, StringBuilder page) {
        page.append("\n### ").append(command.name()).append("\n\n");
        page.append(String.join(" ", command.usageMessage().description())
                        .replaceAll("%n|\\R", " ")
                        .strip())
                .append("\n\n");
        page.append("| option | what it does |\n|---|---|\n");
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            row(page, code(parameter.paramLabel()), described(parameter.description()));
        }
        for (OptionSpec option : command.options()) {
            if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
                String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
                row(
                        page,
                        List.of(option.names()).stream()
                                .map(n -> code(n + label))
                                .collect(Collectors.joining(", ")),
                        described(option.description()) + (option.required() ? " (required)" : ""));
            }
        }
    }

    private static String described(String... lines) {
        return String.join(" ", lines).replaceAll("%n|\\R", " ");
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }
}
