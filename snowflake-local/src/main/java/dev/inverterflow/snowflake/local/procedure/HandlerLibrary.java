package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.spi.HandlerRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The library that handlers run on, loaded once for the life of a server and only when there is a use for it: at the
 * first call, or ahead of it in the background.
 */
final class HandlerLibrary implements AutoCloseable {

    private final RuntimeDirectory directory;
    private @Nullable Loaded loaded;
    private boolean closed;

    HandlerLibrary(RuntimeDirectory directory) {
        this.directory = directory;
    }

    /** Whether there is a library to load. */
    boolean exists() {
        return directory.exists();
    }

    /**
     * The loaded library.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is none: how to get it
     */
    synchronized Loaded get() {
        if (closed) {
            throw Errors.notSupported("calling a procedure while the server stops");
        }
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    /** Closes the library; no handler may be running. */
    @Override
    public synchronized void close() {
        closed = true;
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }

    private Loaded load() {
        URL[] jars = directory.jars();
        URLClassLoader classes = new URLClassLoader("snowflake-local-snowpark", jars, new BoundaryClassLoader());
        HandlerRuntime runtime = ServiceLoader.load(HandlerRuntime.class, classes)
                .findFirst()
                .orElseThrow(() -> directory.missing("it holds no snowflake-local-snowpark jar"));
        return new Loaded(classes, runtime);
    }

    /**
     * The library in memory.
     *
     * @param classes the loader of its classes, parent of every handler's
     * @param runtime what runs the handlers
     */
    record Loaded(URLClassLoader classes, HandlerRuntime runtime) {

        private void close() {
            runtime.close();
            try {
                classes.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The jars of the handlers' library cannot be closed.", e);
            }
        }
    }
}
