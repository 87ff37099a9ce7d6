package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.OpenCalls.Whose;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        next.found(Api.BIRD, first, List.of("one"));
        next.close();
        assertThat(CallJournal.in(folder).open()).containsOnlyKeys("one");
        assertThat(next.left()).isEqualTo(1);
        next.ended("one");
        next.close();
        assertThat(folder.resolve(CallJournal.NAME)).doesNotExist();
    }

    /** Else what was found of this run would pass for what an earlier one asked for. */
    @Test
    void whatAnEarlierRunAskedForIsStillLookedFor() throws IOException {
        Instant first = Instant.parse("2026-03-04T05:06:07Z");
        CallJournal journal = CallJournal.in(folder);
        journal.asked(Api.BIRD, first);
        journal.asked(Api.BIRD, first.plusSeconds(9));
        journal.found(Api.BIRD, first.plusSeconds(9), List.of());
        assertThat(journal.unanswered(Api.BIRD)).containsExactly(first);
    }

    @Test
    void itSaysWhoseTheCallsAre() throws IOException {
        CallJournal journal = CallJournal.in(folder);
        journal.created(Api.BIRD, "before");
        Target one = Targets.both(Map.of());
        journal.belongsTo(one);
        journal.created(Api.SIGNALWIRE, "one");
        journal.asked(Api.BIRD, Instant.EPOCH);
        Target other =
                Targets.both(Map.of("signalwire.url", "http://127.0.0.1:2/api", "bird.url", "http://127.0.0.1:2"));
        journal.belongsTo(other);
        journal.created(Api.SIGNALWIRE, "two");
        OpenCalls open = CallJournal.in(folder).read();
        assertThat(open.calls())
                .containsExactly(
                        new OpenCalls.Call(Api.BIRD, "before", ""),
                        new OpenCalls.Call(Api.SIGNALWIRE, "one", one.owner(Api.SIGNALWIRE)),
                        new OpenCalls.Call(Api.SIGNALWIRE, "two", other.owner(Api.SIGNALWIRE)));
        assertThat(open.asked()).containsExactly(new OpenCalls.Asked(Api.BIRD, Instant.EPOCH, one.owner(Api.BIRD)));
        assertThat(open.entries().stream().map(e -> e.whose(one)))
                .containsExactly(Whose.UNKNOWN, Whose.OURS, Whose.OTHERS, Whose.OURS);
        Target birdless = one.of(one.signalwire(), null);
        assertThat(open.entries().stream().map(e -> e.whose(birdless)))
                .containsExactly(Whose.NO_API, Whose.OURS, Whose.OTHERS, Whose.NO_API);
        assertThat(Files.readString(folder.resolve(CallJournal.NAME))).doesNotContain("the-token", "the-key");
    }

    @Test
    void oneServerHasOneName() {
        Target plain = Targets.both(Map.of("bird.url", "http://localhost"));
        Target written = Targets.both(Map.of("bird.url", "http://LOCALHOST:80/"));
        assertThat(written.owner(Api.BIRD))
                .isEqualTo(plain.owner(Api.BIRD))
                .isEqualTo("http://localhost, workspace " + Targets.ACCOUNT + ", channel " + Targets.ACCOUNT);
        assertThat(Targets.both(Map.of("bird.url", "http://localhost:81")).owner(Api.BIRD))
                .isNotEqualTo(plain.owner(Api.BIRD));
        assertThat(plain.owner(Api.SIGNALWIRE)).isEqualTo("http://127.0.0.1:1, account " + Targets.ACCOUNT);
    }

    @Test
    void aJournalOfWhichOnlyTheTargetIsLeftGoes() throws IOException {
        CallJournal journal = CallJournal.in(folder);
        journal.belongsTo(Targets.both(Map.of()));
        assertThat(journal.read().isNothing()).isTrue();
        journal.close();
        assertThat(folder.resolve(CallJournal.NAME)).doesNotExist();
    }

    /** Half an id may be the whole one of somebody else's call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "created\tsignalwire\tone",
                "created\tsignalwire",
                "created\tsignalwire\t\n",
                "created\ttwilio\tone\n",
                "made\tbird\tone\n",
                "asked\tbird\tyesterday\n",
                "created\tbird\tone\u0000\u0000\n",
                "created\tbird\tonebanswered\tbird\t2026-03-04T05:06:07Z\n",
                "ended\t\n",
                "????\n"
            })
    void aLineThatCannotBeReadKeepsTheFile(String line) throws IOException {
        Path file = Files.writeString(folder.resolve(CallJournal.NAME), "\n" + line);
        CallJournal journal = CallJournal.in(folder);
        assertThat(journal.open()).isEmpty();
        assertThat(journal.read().unreadable())
                .containsExactly(
                        new OpenCalls.Unreadable(2, line.replaceAll("\n$", "").replaceAll("[\t\u0000]", " ")));
        journal.close();
        assertThat(file).exists();
        journal.created(Api.BIRD, "two");
        assertThat(journal.open()).containsOnlyKeys("two");
        assertThat(CallJournal.in(folder).read().unreadable())
                .singleElement()
                .extracting(OpenCalls.Unreadable::number)
                .isEqualTo(2);
    }

    @Test
    void whatIsNoTextIsOneLineThatCannotBeRead() throws IOException {
        byte[] text = "created\tbird\t?\r\ncreated\tbird\tone\r\n".getBytes(StandardCharsets.UTF_8);
        text[13] = (byte) 0xff;
        Files.write(folder.resolve(CallJournal.NAME), text);
        OpenCalls open = CallJournal.in(folder).read();
        assertThat(open.unreadable()).hasSize(1);
        assertThat(open.calls()).containsExactly(new OpenCalls.Call(Api.BIRD, "one", ""));
    }

    @Test
    void anIdOfTheTargetCannotWriteLinesOfItsOwn() throws IOException {
        CallJournal journal = CallJournal.in(folder);
        journal.created(Api.BIRD, "x\nended\t\ty\tz");
        journal.created(Api.BIRD, "y");
        assertThat(CallJournal.in(folder).open()).containsOnlyKeys("x ended  y z", "y");
    }
}
