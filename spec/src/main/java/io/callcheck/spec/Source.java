package io.callcheck.spec;

import org.jspecify.annotations.Nullable;

/**
 * Where a clause comes from.
 *
 * @param document the document's title
 * @param section its section, or null for the whole document
 * @param url its public address, or null where none is known
 */
public record Source(
        String document, @Nullable String section, @Nullable String url) {

    /** The document and its section in one line. */
    public String text() {
        return section == null ? document : document + ", " + section;
    }
}
