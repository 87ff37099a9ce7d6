package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP/1.0 is lawful: nothing is held against a server that speaks it. */
@Tag("matrix")
@Timeout(110)
final class OldHttpTest {
    @Test
    void aServerOfHttp10IsConformant() throws IOException {
        Run run;
        try (Front front = Front.old();
                Session session = Session.open(Keys.target(front.peer().address(), front.keys()), clause -> true)) {
            run = session.run(Listener.SILENT);
        }
        assertThat(run.verdicts())
                .filteredOn(v -> v.outcome() == Outcome.FAIL || v.outcome() == Outcome.ERROR)
                .isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.summary().of(Outcome.PASS)).isGreaterThan(run.summary().planned() / 2);
    }
}
