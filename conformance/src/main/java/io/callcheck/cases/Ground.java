package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Use;
import java.util.Optional;

/** What an operation needs around a probe: a plain lawful request, and a call in the right state to act upon. */
public interface Ground {
    /** The operation. */
    Operation operation();

    /** The plain lawful body; for a GET the query. */
    ObjectNode plain();

    /** The target's own values. */
    Placeholders placeholders();

    /**
     * Makes what a request with this body acts upon, such as a call in progress.
     *
     * @return its id, the empty text when nothing is needed; nothing when the target did not come so far
     * @throws InterruptedException when the run is cut short
     */
    Optional<String> subject(Transcript transcript, ObjectNode body) throws InterruptedException;

    /** Whether what a request with this body acts upon stays as it is for a while. */
    boolean lasts(ObjectNode body);

    /** Whether an accepted request with this body uses its subject up, or needs one of its own. */
    boolean spends(ObjectNode body);

    /** Whether another subject may be made in the stead of one that ended by itself. */
    boolean renews();

    /** The request. */
    Sent request(String subject, ObjectNode body);

    /** How many lawful values may share one request at most. */
    int capacity();

    /** Whether requests that act on the same subject, or on none, may be sent side by side. */
    boolean concurrent();

    /** Undoes what an accepted request did to its subject, so that the next one finds it as it was. */
    void undo(Transcript transcript, String subject, Exchange accepted);

    /** The clause that the plain request is accepted. */
    String plainClause();

    /** Why the cases of a parameter of this operation do not apply to the target; empty when they do. */
    String lacking(Use use);
}
