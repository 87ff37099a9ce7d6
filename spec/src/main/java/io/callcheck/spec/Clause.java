package io.callcheck.spec;

import org.jspecify.annotations.Nullable;

/**
 * One requirement of one API.
 *
 * @param id the readable, stable id, such as {@code signalwire.create.Timeout.maximum}
 * @param api the API that it belongs to
 * @param level how binding it is
 * @param keyword the JSON Schema keyword it comes from, or one of {@link Keywords}, or {@code behaviour}
 * @param statement the requirement in one sentence of the present tense
 * @param source where it is stated
 * @param unchecked why no case can or may judge it; null when cases do
 */
public record Clause(
        String id,
        Api api,
        Level level,
        String keyword,
        String statement,
        Source source,
        @Nullable String unchecked) {

    /** Of its id alone, which no other clause has. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
