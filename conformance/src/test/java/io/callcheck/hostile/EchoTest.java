package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.RawPeer;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target that sends every credential back, in every writing and at every place, gets none of them into the run. */
@Timeout(110)
@Tag("matrix")
final class EchoTest {
    private static final List<String> WRITTEN = written();

    @TempDir
    private Path folder;

    @Test
    void noCredentialIsInWhatARunLeaves() throws IOException {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Listener listener = new Listener() {
            @Override
            public void judged(Verdict verdict, int done, int planned) {
                said.add(verdict.reason() + verdict.findings());
            }
        };
        Run run;
        try (RawPeer peer = RawPeer.hearing(new Echo(WRITTEN));
                Session session = Session.open(Keys.target(peer.address(), Secrets.KEYS), clause -> true)) {
            run = session.run(listener);
        }
        assertThat(run.exchanges()).hasSizeGreaterThan(100);
        assertThat(run.deliveries()).isNotEmpty();
        JsonNode file = new ObjectMapper().readTree(RunFile.write(run, folder).toFile());
        List<String> texts = new ArrayList<>(said);
        texts(file, texts);
        assertThat(texts).anyMatch(t -> t.contains("[redacted]"));
        for (String writing : WRITTEN) {
            assertThat(texts.stream().filter(t -> t.contains(writing)).map(t -> around(t, writing)))
                    .as(writing)
                    .isEmpty();
        }
    }

    private static String around(String text, String writing) {
        int at = text.indexOf(writing);
        return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 200));
    }

    /** All texts of a tree: its member names too. */
    private static void texts(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.properties().forEach(e -> {
            texts.add(e.getKey());
            texts(e.getValue(), texts);
        });
        if (node.isArray()) {
            node.forEach(n -> texts(n, texts));
        }
    }

    private static List<String> written() {
        List<String> all = new ArrayList<>();
        Secrets.KEYS.values().forEach(secret -> all.addAll(Secrets.writings(secret)));
        return List.copyOf(all);
    }
}
