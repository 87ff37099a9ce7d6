package io.callcheck.reports;

import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.DeliveryInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request that the target sent to us.
 *
 * @param at when it came
 * @param method the HTTP method
 * @param uri path and query
 * @param fields its header fields
 * @param body its body
 */
record DeliveryView(String at, String method, String uri, List<Field> fields, Body body) {
    private static final long ROOM = 200_000;

    /** Those that the page has room for, in the order in which they came. */
    static List<DeliveryView> all(Run run) {
        Budget budget = new Budget(ROOM);
        List<DeliveryView> all = new ArrayList<>();
        for (DeliveryInfo delivery : run.deliveries()) {
            DeliveryView view = of(delivery);
            String fields = view.fields().toString();
            if (!budget.take(
                    view.at(), view.method(), view.uri(), fields, view.body().text())) {
                break;
            }
            all.add(view);
        }
        return all;
    }

    private static DeliveryView of(DeliveryInfo delivery) {
        List<Field> fields = Field.all(delivery.headers(), Set.of());
        String type = fields.stream()
                .filter(f -> f.name().equalsIgnoreCase("content-type"))
                .map(f -> f.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        return new DeliveryView(
                delivery.at(), delivery.method(), delivery.uri(), fields, Body.of(delivery.body(), type, Set.of()));
    }
}
