package io.callcheck.cli;

import io.callcheck.exchange.TargetException;
import io.callcheck.verdict.Gate;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Tells what a command ended with: a user's mistake in one line that says what to do, the kit's own in one line that says
 * how to learn more.
 *
 * @param environment the environment variables
 */
record Breakdown(Map<String, String> environment) implements IExecutionExceptionHandler {
    /** When it is set, the kit says where it broke. */
    static final String DEBUG = "CALLCHECK_DEBUG";

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        if (e instanceof TargetException || e instanceof IOException) {
            line.getErr().println("callcheck: " + message(e));
            return Gate.USAGE;
        }
        line.getErr().println("callcheck: the kit broke: " + e + " (" + DEBUG + "=1 in the environment tells where)");
        if (!environment.getOrDefault(DEBUG, "").isEmpty()) {
            e.printStackTrace(line.getErr());
        }
        return Gate.UNKNOWN;
    }

    private static String message(Exception e) {
        if (e instanceof FileSystemException system && system.getFile() != null) {
            return system.getFile() + ": " + OutFiles.why(system);
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
