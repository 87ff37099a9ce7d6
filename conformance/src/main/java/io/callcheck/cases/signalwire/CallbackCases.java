package io.callcheck.cases.signalwire;

import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import java.util.List;

/**
 * What the target sends of its own accord: the calls that are made to hear of it, and the cases that are judged on what
 * came when the run is over.
 *
 * @param scripts the calls
 * @param cases the cases
 */
public record CallbackCases(List<Script> scripts, List<Case> cases) {

    /** The scripts and cases of a target. */
    public static CallbackCases of(SignalWireBench side) {
        CallbackDesk desk = new CallbackDesk(side);
        new StatusCallbackCases(desk).add();
        new RecordingCallbackCases(desk).add();
        new RefusedCreateCases(desk).add();
        new DocumentCases(desk).add();
        return new CallbackCases(desk.scripts(), desk.cases());
    }
}
