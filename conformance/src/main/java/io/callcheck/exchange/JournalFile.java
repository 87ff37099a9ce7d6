package io.callcheck.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of a journal. A line that was cut, as on a full disk, neither swallows the next one nor passes for a whole one. */
final class JournalFile {
    /** Ends a cut line: no whole line has so many columns. */
    private static final String CUT = "\t\t\tcut\n";

    private final Path path;
    private boolean unsure = true;

    JournalFile(Path path) {
        this.path = path;
    }

    /** Adds a line. */
    void add(String line) throws IOException {
        String before = unsure && isCut() ? CUT : "";
        unsure = true;
        Files.writeString(
                path,
                before + line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        unsure = false;
    }

    /** What it holds; nothing when there is no such file. */
    byte[] read() throws IOException {
        return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    }

    /** Removes it. */
    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private boolean isCut() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean any =
                    channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1;
            return any && last.get(0) != '\n';
        }
    }
}
