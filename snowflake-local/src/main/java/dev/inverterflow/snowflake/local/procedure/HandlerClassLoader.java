package dev.inverterflow.snowflake.local.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/** Loads one set of imports; sees the library above it, but not the bridge that stands beside the library. */
final class HandlerClassLoader extends URLClassLoader {

    private static final String OWN_CLASSES = "dev.inverterflow.snowflake.local.";

    /**
     * Reads the lambda of a function that Snowpark registered. Java looks for a lambda's classes with the loader of the
     * class that reads it, and in Snowflake that one sees the imports.
     */
    private static final String CLOSURE_READER = "com.snowflake.snowpark.internal.JavaUtils";

    static {
        registerAsParallelCapable();
    }

    HandlerClassLoader(URL[] imports, ClassLoader library) {
        super("snowflake-local-imports", imports, library);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean closureReader = name.startsWith(CLOSURE_READER);
        if (!closureReader && !name.startsWith(OWN_CLASSES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return closureReader ? defineAgain(name) : findClass(name);
        }
    }

    /** The library's class once more, for this loader. */
    private Class<?> defineAgain(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
