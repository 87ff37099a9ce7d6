package io.callcheck.verdict;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** Why a file could not be read as a run, for people: they know its members, and not the classes of the kit. */
final class Unread {
    private static final int LONGEST = 80;

    private Unread() {}

    /**
     * The reason, in one line.
     *
     * @param version of the kit that wrote the file; empty when it does not say
     */
    static String why(JsonProcessingException e, String version) {
        String own = KitVersion.read();
        boolean unknown = e instanceof UnrecognizedPropertyException;
        String kits = version.isEmpty() || (version.equals(own) && !unknown)
                ? ""
                : "; kit " + line(version) + " wrote it, this is kit " + own;
        return reason(e) + kits;
    }

    private static String reason(JsonProcessingException e) {
        // What breaks off within a list comes with the place in the list around it.
        if (!(e instanceof JsonMappingException mapping) || e.getCause() instanceof StreamReadException) {
            JsonLocation at = e.getLocation();
            return "it is no JSON, or not whole"
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
        }
        String member = line(member(mapping));
        if (e instanceof UnrecognizedPropertyException) {
            return "it has a member " + member + ", which this kit does not know";
        }
        if (e instanceof InvalidNullException missing) {
            String name = missing.getPropertyName().getSimpleName();
            // What is null in a list or a map comes with its own place, what is missing with that of its holder.
            boolean told = mapping.getPath().stream().anyMatch(step -> name.equals(step.getFieldName()));
            return "it has no " + (told ? member : line(member + (member.isEmpty() ? "" : ".") + name));
        }
        if (member.isEmpty()) {
            return "it holds no run";
        }
        return e instanceof InvalidFormatException wrong
                ? member + " cannot be '" + line(String.valueOf(wrong.getValue())) + "'"
                : member + " is not what it has to be";
    }

    /** The path of a member: {@code verdicts[3].outcome}. */
    private static String member(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        List<JsonMappingException.Reference> steps = e.getPath();
        for (JsonMappingException.Reference step : steps) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cc}]", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
