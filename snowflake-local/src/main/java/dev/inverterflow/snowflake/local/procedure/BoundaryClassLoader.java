package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.spi.HandlerRuntime;

/** Shows the platform's classes and those of the boundary, and nothing else of the application. */
final class BoundaryClassLoader extends ClassLoader {

    private static final String BOUNDARY = HandlerRuntime.class.getPackageName() + ".";

    static {
        registerAsParallelCapable();
    }

    BoundaryClassLoader() {
        super("snowflake-local-boundary", getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(BOUNDARY)) {
            return Class.forName(name, false, HandlerRuntime.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
