package io.callcheck.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is said of the kit's own breakage: what it was, and where, so that whoever is told of it can be helped. */
final class Breakage {
    private static final String KIT = "io.callcheck.";

    /** The frames of the kit that are told: enough to find the place, few enough for one line. */
    private static final int FRAMES = 3;

    private Breakage() {}

    /** The exception, and the innermost frames of the kit that its first cause came through. */
    static String told(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String where = Arrays.stream(first.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(KIT))
                .limit(FRAMES)
                .map(Breakage::place)
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? thrown.toString() : thrown + " (at " + where + ")";
    }

    private static String place(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
