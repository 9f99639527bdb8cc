package dev.inverterflow.snowflake.local.procedure;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads one set of imports; sees the library above it, but not the bridge that stands beside the library. */
final class HandlerClassLoader extends URLClassLoader {

    private static final String OWN_CLASSES = "dev.inverterflow.snowflake.local.";

    static {
        registerAsParallelCapable();
    }

    HandlerClassLoader(URL[] imports, ClassLoader library) {
        super("snowflake-local-imports", imports, library);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN_CLASSES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
