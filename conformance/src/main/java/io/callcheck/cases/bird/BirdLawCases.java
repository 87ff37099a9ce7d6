package io.callcheck.cases.bird;

import io.callcheck.cases.Case;
import io.callcheck.expect.BirdCalls;
import io.callcheck.expect.BirdIdentity;
import io.callcheck.expect.BirdLeaks;
import io.callcheck.expect.BirdStatuses;
import io.callcheck.expect.BirdTimes;
import java.util.List;

/** The laws of a call that hold in every answer of a run. */
public final class BirdLawCases {
    private BirdLawCases() {}

    /** The cases, to be judged on the evidence of the whole run. */
    public static List<Case> of(BirdBench side) {
        BirdCalls calls = new BirdCalls(side.bench().soundness());
        BirdCases cases = new BirdCases(side.bench());
        for (String operation : List.of("retrieve", "update")) {
            cases.add(
                    "bird.call.id.path",
                    operation,
                    "id is the call of the path",
                    BirdIdentity.idOfPath(calls, operation));
        }
        for (String operation : List.of("create", "retrieve", "update", "list")) {
            if (side.bench().lacking(operation).isEmpty()) {
                cases.add(
                        "bird.call.channelId.path",
                        operation,
                        "channelId is the channel of the path",
                        BirdIdentity.channelOfPath(calls, operation, side.side().channel()));
                cases.add(
                        "bird.unauthorized.data",
                        operation,
                        "an answer to a wrong key holds no call",
                        BirdLeaks.none(operation));
            }
        }
        return cases.add("bird.call.id.unique", "create", "ids are given once", BirdIdentity.unique(calls))
                .add(
                        "bird.call.tags.case",
                        "create",
                        "tags sent in capitals come back in lower case",
                        BirdIdentity.tagsInLowerCase(calls))
                .add(
                        "bird.call.createdAt.constant",
                        "retrieve",
                        "createdAt stays the same",
                        BirdTimes.createdConstant(calls))
                .add(
                        "bird.call.updatedAt.order",
                        "retrieve",
                        "updatedAt is not before createdAt",
                        BirdTimes.updatedAfterCreated(calls))
                .add(
                        "bird.call.times.order",
                        "retrieve",
                        "times of ringing, answer and end are in order",
                        BirdTimes.lifeInOrder(calls))
                .add(
                        "bird.call.duration.bound",
                        "retrieve",
                        "duration is the time from answer to end",
                        BirdTimes.duration(calls))
                .add(
                        "bird.call.status.transitions",
                        "retrieve",
                        "the status never goes back",
                        BirdStatuses.forward(calls))
                .add("bird.call.status.final", "retrieve", "an ended call stays ended", BirdStatuses.lasting(calls))
                .add(
                        "bird.call.status.incoming",
                        "retrieve",
                        "an incoming call is not accepted or scheduled",
                        BirdStatuses.incoming(calls))
                .all();
    }
}
