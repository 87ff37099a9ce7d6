package io.callcheck.exchange;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes answers of what came, and holds what is kept of them within the bounds of a run. */
final class Intake {
    /** 64 MiB of long bodies in all: what a run of a target with a thousand calls takes. */
    private static final long LARGE = 64L << 20;

    /** What is kept of the headers of one answer, in characters: ten times what a lawful one has. */
    private static final int HEADERS = 32 * 1024;

    private final AtomicLong large = new AtomicLong();
    private final SharedItems items = new SharedItems();

    /**
     * The answer.
     *
     * @param nanos how long it took
     * @throws IOException when it is not the gzip that it says
     */
    Answer answer(HttpResponse<BoundedBody.Read> response, long nanos) throws IOException {
        List<Header> headers = bounded(response.headers().map());
        boolean gzip =
                response.headers().firstValue("content-encoding").orElse("").equalsIgnoreCase("gzip");
        BoundedBody.Read read = gzip ? response.body().unzipped() : response.body();
        Kept body = Kept.packed(read.bytes());
        boolean fits = body.length() <= BoundedBody.KEPT || large.addAndGet(body.room()) <= LARGE;
        return fits
                ? new Answer(response.statusCode(), headers, body, read.cut(), nanos / 1000, items)
                : new Answer(response.statusCode(), headers, read.shortened().bytes(), true, nanos / 1000, items);
    }

    /** Headers as they came, as far as there is room: a long value loses its end, and what no longer fits is left out. */
    private static List<Header> bounded(Map<String, List<String>> came) {
        List<Header> headers = new ArrayList<>();
        int room = HEADERS;
        for (Map.Entry<String, List<String>> entry : came.entrySet()) {
            for (String value : entry.getValue()) {
                int name = entry.getKey().length();
                if (name < room) {
                    boolean fits = value.length() <= room - name;
                    headers.add(new Header(entry.getKey(), fits ? value : value.substring(0, room - name) + "…"));
                    room -= Math.min(room, name + value.length() + 4);
                }
            }
        }
        return List.copyOf(headers);
    }
}
