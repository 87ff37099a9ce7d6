package io.callcheck.expect;

import io.callcheck.exchange.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges the signatures of status callbacks, on everything that came in the run. */
public final class CallbackSignatures {
    private static final String WEBHOOK = "statusCallback";
    private static final String HEADER = "X-SignalWire-Signature";

    private CallbackSignatures() {}

    /** Every signature of a status callback is the one of the key. */
    public static Expectation signature(String key, String base) {
        return evidence -> {
            List<Finding> findings = new ArrayList<>();
            boolean signed = false;
            for (Delivery delivery : evidence.deliveries()) {
                Told told = Told.of(delivery);
                Optional<String> carried = Signatures.carried(told);
                if (delivery.purpose().equals(WEBHOOK) && carried.isPresent()) {
                    signed = true;
                    if (!Signatures.valid(key, base, told, carried.get())) {
                        findings.add(new Finding(HEADER, "the one that the signing key gives", carried.get()));
                    }
                }
            }
            if (!findings.isEmpty()) {
                return new Judgement.Broken(findings.stream().distinct().toList(), List.of());
            }
            return signed ? new Judgement.Held(List.of()) : new Judgement.Unseen("nothing was signed", List.of());
        };
    }

    /** Every status callback is signed. */
    public static Expectation signed() {
        return evidence -> {
            List<Delivery> all = evidence.deliveries().stream()
                    .filter(d -> d.purpose().equals(WEBHOOK))
                    .toList();
            if (all.isEmpty()) {
                return new Judgement.Unseen("nothing came", List.of());
            }
            boolean each =
                    all.stream().allMatch(d -> Signatures.carried(Told.of(d)).isPresent());
            return each
                    ? new Judgement.Held(List.of())
                    : new Judgement.Broken(List.of(new Finding(HEADER, "present", "absent")), List.of());
        };
    }
}
