package io.callcheck.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A class path on which a service has these providers and no other; the thread's own until it is closed. */
public class ServicePath extends URLClassLoader {
    private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

    /** @param folder where the names of the providers may be written */
    protected ServicePath(Path folder, Class<?> service, Class<?>... providers) throws IOException {
        super(new URL[] {written(folder.resolve("classes"), service, providers)}, ServicePath.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(this);
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(usual);
        super.close();
    }

    private static URL written(Path classes, Class<?> service, Class<?>... providers) throws IOException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(service.getName()),
                Arrays.stream(providers).map(Class::getName).collect(Collectors.joining("\n")));
        return classes.toUri().toURL();
    }
}
