package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark.Session$;
import com.snowflake.snowpark.SnowparkClientException;
import com.snowflake.snowpark_java.Session;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import dev.inverterflow.snowflake.local.spi.SessionTicket;
import java.sql.SQLException;
import java.util.Properties;
import net.snowflake.client.jdbc.SnowflakeConnectionV1;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * The session that a handler is given: Snowpark's own stored-procedure mode, as in Snowflake, over a connection that the
 * server attaches to the caller's session. In that mode {@code session.close()} throws, no query tag of the client is
 * sent and plans are analysed lazily.
 */
final class HandlerSession implements AutoCloseable {

    private final SnowflakeConnectionV1 connection;
    private final com.snowflake.snowpark.Session scala;
    private final Session java;

    private HandlerSession(SnowflakeConnectionV1 connection, com.snowflake.snowpark.Session scala, Session java) {
        this.connection = connection;
        this.scala = scala;
        this.java = java;
    }

    static HandlerSession open(SessionTicket ticket) throws HandlerException {
        SnowflakeConnectionV1 connection = connect(ticket);
        try {
            return over(connection);
        } catch (SnowparkClientException e) {
            disconnect(connection);
            throw noSession("opened", e);
        }
    }

    Session java() {
        return java;
    }

    com.snowflake.snowpark.Session scala() {
        return scala;
    }

    /**
     * Requires that the handler made no session of its own, which Snowpark then takes for the thread's active one.
     *
     * @throws HandlerException if it did; Snowflake does not support it
     *     (docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations)
     */
    void requireToBeTheOnlyOne() throws HandlerException {
        if (activeSession().get() != scala) {
            throw new HandlerException(
                    Reason.NO_SESSION,
                    "The handler created a session of its own, which a stored procedure must not do;"
                            + " use the session that it is given.",
                    "");
        }
    }

    @Override
    public void close() throws HandlerException {
        activeSession().remove();
        // An interrupted thread would not get its good-bye through.
        boolean interrupted = Thread.interrupted();
        try {
            disconnect(connection);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static SnowflakeConnectionV1 connect(SessionTicket ticket) throws HandlerException {
        try {
            return new SnowflakeConnectionV1(url(ticket), properties(ticket));
        } catch (SQLException e) {
            throw noSession("opened", e);
        }
    }

    private static void disconnect(SnowflakeConnectionV1 connection) throws HandlerException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw noSession("closed", e);
        }
    }

    private static HandlerException noSession(String what, Exception cause) {
        String message = "The handler's session cannot be " + what + ": " + cause.getMessage();
        return new HandlerException(Reason.NO_SESSION, message, "");
    }

    /**
     * Snowpark keeps the session of a stored procedure in one global variable, since a JVM of Snowflake's runs one
     * procedure. Here calls run side by side, so the global is only held while the session is made, and each thread
     * gets its own as the active one.
     */
    private static HandlerSession over(SnowflakeConnectionV1 connection) {
        synchronized (Session$.MODULE$) {
            com.snowflake.snowpark.Session scala =
                    Session$.MODULE$.builder().setJavaAPI().createInternal(Option.apply(connection));
            try {
                Session java = Session.builder().getOrCreate();
                activeSession().set(scala);
                return new HandlerSession(connection, scala, java);
            } finally {
                Session$.MODULE$.resetGlobalStoredProcSession();
            }
        }
    }

    private static InheritableThreadLocal<com.snowflake.snowpark.Session> activeSession() {
        return Session$.MODULE$.com$snowflake$snowpark$Session$$activeSession();
    }

    private static String url(SessionTicket ticket) {
        return "jdbc:snowflake://http://" + ticket.host() + ":" + ticket.port();
    }

    private static Properties properties(SessionTicket ticket) {
        Properties properties = new Properties();
        properties.putAll(ticket.parameters());
        properties.setProperty("account", ticket.account());
        properties.setProperty("user", ticket.user());
        properties.setProperty("password", ticket.password());
        // Without it the driver asks the metadata addresses of three clouds who it is.
        properties.setProperty("disablePlatformDetection", "true");
        properties.setProperty("loginTimeout", "30");
        set(properties, "db", ticket.database());
        set(properties, "schema", ticket.schema());
        set(properties, "warehouse", ticket.warehouse());
        set(properties, "role", ticket.role());
        return properties;
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
