package io.callcheck.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Files and folders that a user named, and in words why one cannot be had. */
final class OutFiles {
    /** What a run leaves at least. */
    private static final int ROOM = 1 << 20;

    private OutFiles() {}

    /**
     * Makes the folder of {@code --out}. It is tried first: to learn after a run that it cannot be written would lose the
     * run.
     *
     * @throws IOException when there cannot be one or it takes nothing, saying why
     */
    static void folder(Path out) throws IOException {
        try {
            Files.createDirectories(out);
            Path trial = Files.createTempFile(out, ".callcheck", ".tmp");
            try {
                Files.write(trial, new byte[ROOM]);
            } finally {
                Files.deleteIfExists(trial);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("--out " + out + ": results cannot be written there: no folder can be made", e);
        } catch (IOException e) {
            throw new IOException("--out " + out + ": results cannot be written there: " + why(e), e);
        }
    }

    /**
     * Writes a file.
     *
     * @throws FileAlreadyExistsException when there is one and it was to be a new one
     * @throws IOException when it cannot be written, saying why
     */
    static void write(Path file, String text, OpenOption... how) throws IOException {
        try {
            Files.writeString(file, text, how);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + " cannot be written: " + why(e), e);
        }
    }

    /** Why a file or folder cannot be read or written; the name of what was thrown is for nobody. */
    static String why(IOException e) {
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            Path folder = Path.of(missing.getFile()).toAbsolutePath().getParent();
            return folder == null || Files.isDirectory(folder)
                    ? "there is no such file"
                    : "there is no folder " + folder.normalize();
        }
        if (e instanceof FileSystemException system) {
            return system.getReason() == null ? e.getClass().getSimpleName() : system.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
