package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed run left is found in its journal. */
class CallJournalTest {
    @TempDir
    private Path folder;

    @Test
    void whatBeganAndDidNotEndIsOpenForTheNextOne() throws IOException {
        CallBudget budget = new CallBudget(0, false, CallJournal.in(folder));
        budget.created(Api.SIGNALWIRE, "one");
        budget.created(Api.BIRD, "two");
        budget.ended("one");
        CallJournal next = CallJournal.in(folder);
        assertThat(next.open()).isEqualTo(Map.of("two", Api.BIRD));
        next.close();
        assertThat(folder.resolve(CallJournal.NAME)).exists();
        next.ended("two");
        next.close();
        assertThat(folder.resolve(CallJournal.NAME)).doesNotExist();
    }

    @Test
    void withoutItsJournalARunMakesNoFurtherCall() throws IOException {
        Path lost = folder.resolve("lost");
        CallBudget budget = new CallBudget(0, false, CallJournal.in(lost));
        assertThat(budget.take(Api.BIRD, Instant.EPOCH)).isEmpty();
        Files.delete(lost.resolve(CallJournal.NAME));
        Files.delete(lost);
        budget.created(Api.BIRD, "one");
        assertThat(budget.take(Api.BIRD, Instant.EPOCH))
                .get()
                .asString()
                .contains("the journal of open calls cannot be written");
        assertThat(budget.open(Api.BIRD)).containsExactly("one");
    }

    /** Whoever is killed between the request and its answer leaves a call that only the list shows. */
    @Test
    void whatWasAskedForAndNotAnsweredIsLookedFor() throws IOException {
        Instant first = Instant.parse("2026-03-04T05:06:07Z");
        CallBudget budget = new CallBudget(0, false, CallJournal.in(folder));
        assertThat(budget.take(Api.BIRD, first.plusSeconds(1))).isEmpty();
        assertThat(budget.take(Api.BIRD, first)).isEmpty();
        assertThat(budget.take(Api.BIRD, first)).isEmpty();
        assertThat(budget.take(Api.SIGNALWIRE, first)).isEmpty();
        budget.answered(Api.BIRD, first);
        budget.answered(Api.SIGNALWIRE, first);
        CallJournal next = CallJournal.in(folder);
        assertThat(next.open()).isEmpty();
        assertThat(next.unanswered(Api.SIGNALWIRE)).isEmpty();
        assertThat(next.unanswered(Api.BIRD)).containsExactly(first, first.plusSeconds(1));
        next.close();
        assertThat(folder.resolve(CallJournal.NAME)).exists();
        next.found(Api.BIRD, List.of("one"));
        next.close();
        assertThat(CallJournal.in(folder).open()).containsOnlyKeys("one");
        assertThat(next.left()).isEqualTo(1);
        next.ended("one");
        next.close();
        assertThat(folder.resolve(CallJournal.NAME)).doesNotExist();
    }

    @Test
    void anIdOfTheTargetCannotWriteLinesOfItsOwn() throws IOException {
        CallJournal journal = CallJournal.in(folder);
        journal.created(Api.BIRD, "x\nended\t\ty\tz");
        journal.created(Api.BIRD, "y");
        assertThat(CallJournal.in(folder).open()).containsOnlyKeys("x ended  y z", "y");
    }
}
