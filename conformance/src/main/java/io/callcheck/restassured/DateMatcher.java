package io.callcheck.restassured;

import io.callcheck.expect.Rfc2822;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches the text of a date. */
final class DateMatcher extends TypeSafeMatcher<String> {
    /** The forms of dates in the two contracts. */
    enum Form {
        RFC_2822("a date of RFC 2822 in GMT"),
        RFC_3339("a date of RFC 3339");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private final Form form;

    DateMatcher(Form form) {
        this.form = form;
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(form.words);
    }

    @Override
    protected boolean matchesSafely(String text) {
        return form == Form.RFC_2822 ? Rfc2822.parse(text).isPresent() : rfc3339(text);
    }

    /** ISO 8601, which the JDK reads, is wider: it lets the seconds be left out. */
    private static boolean rfc3339(String text) {
        try {
            OffsetDateTime unused = OffsetDateTime.parse(text);
            return text.matches("[^T]+T\\d\\d:\\d\\d:\\d\\d.*");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
