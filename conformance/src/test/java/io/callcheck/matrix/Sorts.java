package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Fault;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.fixtures.fault.Mutation;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which faults are proved in which way. */
final class Sorts {
    private static final Set<String> OF_COMMANDS =
            Set.of("bird.createCommand.options.type", "bird.command.options.type");
    private static final Set<String> OPTIONS = Set.of(
            "bird.bridge.type",
            "bird.gather.type",
            "bird.hangup.type",
            "bird.playback.type",
            "bird.record.type",
            "bird.say.type");

    /** A text that is too short is no listed value either, and what is no object is no list of errors either. */
    private static final Map<String, Set<String>> TOGETHER = Map.ofEntries(
            Map.entry("bird.call.status.minLength:empty-text", Set.of("bird.call.status.enum")),
            Map.entry("bird.call.type.minLength:empty-text", Set.of("bird.call.type.enum")),
            Map.entry("signalwire.error.type:wrong-type@create", Set.of("signalwire.errorList.type")),
            Map.entry("signalwire.error.type:null@create", Set.of("signalwire.errorList.type")),
            // Each of the two means nothing without the other.
            Map.entry(
                    "signalwire.create.AsyncAmdStatusCallback.accepted:refuses",
                    Set.of("signalwire.create.AsyncAmd.accepted")),
            // The example of the command has both.
            Map.entry(
                    "bird.gather.endKey.enum:refuses=1|2|3|4|5|6|7|8|9|*|#", Set.of("bird.gather.maxNumKeys.accepted")),
            // The example of the command has it.
            Map.entry(
                    "bird.record.beep.accepted:refuses",
                    Set.of("bird.createCommand.command.enum", "bird.command.command.enum")),
            // The call is gone by the time that it is to be deleted.
            Map.entry("signalwire.delete.security:accepts", Set.of("signalwire.delete.plain")),
            Map.entry("signalwire.delete.security:accepts=unlike", Set.of("signalwire.delete.plain")),
            Map.entry("signalwire.delete.AccountSid.format:accepts", Set.of("signalwire.delete.plain")),
            Map.entry("bird.bridge.type:accepts", OF_COMMANDS),
            Map.entry("bird.gather.type:accepts", OF_COMMANDS),
            Map.entry("bird.playback.type:accepts", OF_COMMANDS),
            Map.entry("bird.record.type:accepts", OF_COMMANDS),
            Map.entry("bird.say.type:accepts", OF_COMMANDS),
            // Options that are no object are not those of their command either.
            Map.entry("bird.createCommand.options.type:accepts", OPTIONS),
            Map.entry("bird.command.options.type:accepts", OPTIONS));

    /** Faults that no request can tell from another violation, which is what the kit calls them. */
    private static final Map<String, Set<String>> INSTEAD = Map.ofEntries(
            // The plain request has these: whoever refuses them refuses it.
            Map.entry("signalwire.create.To.accepted:refuses", Set.of("signalwire.create.plain")),
            Map.entry("signalwire.create.From.accepted:refuses", Set.of("signalwire.create.plain")),
            Map.entry("bird.create.to.accepted:refuses", Set.of("bird.create.plain")),
            Map.entry("bird.create.from.accepted:refuses", Set.of("bird.create.plain")),
            // The one is never sent without the other.
            Map.entry("bird.condition.operator.accepted:refuses", Set.of("bird.condition.variable.accepted")),
            Map.entry("bird.condition.value.accepted:refuses", Set.of("bird.condition.variable.accepted")),
            Map.entry(
                    "signalwire.createStream.Parameter1.Value.accepted:refuses",
                    Set.of("signalwire.createStream.Parameter1.Name.accepted")),
            Map.entry(
                    "signalwire.createStream.Parameter99.Value.accepted:refuses",
                    Set.of("signalwire.createStream.Parameter99.Name.accepted")),
            Map.entry("bird.amdSettings.wordCount.accepted:refuses", Set.of("bird.amdSettings.enabled.accepted")),
            Map.entry("signalwire.createStream.Url.accepted:refuses", Set.of("signalwire.createStream.plain")),
            Map.entry("signalwire.updateRecording.Status.accepted:refuses", Set.of("signalwire.updateRecording.plain")),
            Map.entry("signalwire.updateStream.Status.accepted:refuses", Set.of("signalwire.updateStream.plain")),
            // A password means nothing without a name.
            Map.entry(
                    "signalwire.create.SipAuthPassword.accepted:refuses",
                    Set.of("signalwire.create.SipAuthUsername.accepted")),
            Map.entry("bird.update.callFlow.accepted:refuses", Set.of("bird.update.plain")),
            Map.entry("bird.command.command.accepted:refuses", Set.of("bird.update.plain")),
            // It may be that the target cannot reach the addresses of this machine.
            Map.entry("signalwire.create.Url.accepted:refuses", Set.of("ERROR signalwire.create.plain")),
            Map.entry("signalwire.update.StatusCallback.accepted:refuses", Set.of("ERROR signalwire.update.plain")),
            Map.entry("bird.command.command.enum:refuses=playback|say|gather|record", Set.of("bird.update.plain")),
            // There is one lawful value alone.
            Map.entry("bird.list.startAt.format:refuses", Set.of("bird.list.startAt.accepted")),
            Map.entry("bird.list.endAt.format:refuses", Set.of("bird.list.endAt.accepted")),
            // What contains them always has them.
            Map.entry("bird.createCommand.command.accepted:refuses", Set.of("bird.create.callFlow.accepted")),
            Map.entry(
                    "bird.playback.media.accepted:refuses",
                    Set.of(
                            "bird.createCommand.command.enum",
                            "bird.command.command.enum",
                            "bird.playback.media.accepted")),
            Map.entry(
                    "bird.say.text.accepted:refuses",
                    Set.of("bird.createCommand.command.enum", "bird.update.plain", "bird.say.text.accepted")));

    private Sorts() {}

    /** The faults that change the body of an answer, of a clause that is judged on that answer alone. */
    static List<Faults.Entry> ofAnswers(List<Faults.Entry> entries) {
        return entries.stream().filter(Sorts::ofAnswer).toList();
    }

    /** All others: they need a server. */
    static List<Faults.Entry> ofServers(List<Faults.Entry> entries) {
        return entries.stream().filter(e -> !ofAnswer(e)).toList();
    }

    /** Whether a fault is told as the violation of another clause. */
    static boolean told(Faults.Entry entry) {
        return told(entry.id());
    }

    /** Whether a fault is told as the violation of another clause. */
    static boolean told(String id) {
        return INSTEAD.containsKey(id);
    }

    /** The clauses that a fault must break. */
    static Set<String> expected(Faults.Entry entry) {
        Set<String> instead = INSTEAD.get(entry.id());
        if (instead != null) {
            return instead;
        }
        Set<String> clauses = new TreeSet<>(Set.of(entry.clause()));
        clauses.addAll(TOGETHER.getOrDefault(entry.id(), Set.of()));
        return clauses;
    }

    private static boolean ofAnswer(Faults.Entry entry) {
        return Mutation.of(Fault.parse(entry.id()).kind()).isPresent() && Clauses.OF_ANSWERS.contains(entry.clause());
    }

    /** Read once: a catalogue takes its time. */
    private static final class Clauses {
        private static final Set<String> OF_ANSWERS = clauses();

        private static Set<String> clauses() {
            Set<String> clauses = new TreeSet<>();
            for (Api api : Api.values()) {
                for (Use use : Catalogue.load(api).uses()) {
                    if (use.part() == Part.ANSWER) {
                        clauses.add(use.clause().id());
                    }
                }
            }
            return Set.copyOf(clauses);
        }
    }
}
