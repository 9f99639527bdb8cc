package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark.Session$;
import com.snowflake.snowpark.internal.Utils;
import dev.inverterflow.snowflake.local.spi.HandlerRuntime;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Objects;
import net.snowflake.client.jdbc.telemetryOOB.TelemetryService;
import net.snowflake.client.log.SFLoggerFactory;
import net.snowflake.client.log.SLF4JLogger;

/**
 * Loads Snowpark and its driver without the two marks they would leave on the whole JVM.
 *
 * <p>Snowpark closes {@code System.err} when its {@code Session} class is initialised, and the driver logs two INFO
 * records per login to java.util.logging, which prints them on the user's terminal.
 */
final class SnowparkLibrary {

    private static final String LOGGER_PROPERTY = "net.snowflake.jdbc.loggerImpl";

    private boolean loaded;

    String version() {
        return Utils.Version();
    }

    synchronized void load() {
        if (loaded) {
            return;
        }
        // Other runtimes of this JVM load their own copies; the two properties they touch are the JVM's.
        synchronized (HandlerRuntime.class) {
            routeDriverLogToSlf4j();
            initialiseSessionKeepingStandardError();
        }
        // What goes wrong here is nobody's business elsewhere.
        TelemetryService.disableOOBTelemetry();
        loaded = true;
    }

    /** Drivers that registered themselves would keep their loader alive. */
    synchronized void unload() {
        ClassLoader own = SnowparkLibrary.class.getClassLoader();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == own) {
                deregister(driver);
            }
        }
    }

    private static void routeDriverLogToSlf4j() {
        // Read once, at the first use of the factory; set for that moment only, since it is the whole JVM's.
        String before = System.setProperty(LOGGER_PROPERTY, SLF4JLogger.class.getName());
        try {
            Objects.requireNonNull(SFLoggerFactory.getLogger(SnowparkLibrary.class));
        } finally {
            if (before == null) {
                System.clearProperty(LOGGER_PROPERTY);
            } else {
                System.setProperty(LOGGER_PROPERTY, before);
            }
        }
    }

    private static void initialiseSessionKeepingStandardError() {
        PrintStream err = System.err;
        System.setErr(new PrintStream(new Unclosable(err), true, StandardCharsets.UTF_8));
        try {
            Objects.requireNonNull(Session$.MODULE$);
        } finally {
            System.setErr(err);
        }
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            throw new IllegalStateException("The driver of the handlers' runtime cannot be deregistered.", e);
        }
    }

    /** What others print meanwhile passes through; the close does not. */
    private static final class Unclosable extends FilterOutputStream {

        Unclosable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
