package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.notification.Notification;
import dev.inverterflow.snowflake.local.usage.Metering;
import java.util.List;
import java.util.Properties;

/**
 * A running stand-in for Snowflake.
 *
 * <pre>{@code
 * try (var snowflake = SnowflakeLocal.start();
 *         var connection = DriverManager.getConnection(snowflake.jdbcUrl(), snowflake.properties())) {
 *     …
 * }
 * }</pre>
 *
 * <p>It listens on the loopback only and asks for a password, a random one by default. All methods are safe for use by
 * several threads.
 */
public final class SnowflakeLocal implements AutoCloseable {

    private final Server server;

    private SnowflakeLocal(Server server) {
        this.server = server;
    }

    /**
     * Starts one with all defaults: a free port, everything in memory, an empty account.
     *
     * @throws SnowflakeLocalException if it cannot start
     */
    public static SnowflakeLocal start() {
        return builder().start();
    }

    /** Settings for one. */
    public static SnowflakeLocalBuilder builder() {
        return new SnowflakeLocalBuilder();
    }

    static SnowflakeLocal of(Server server) {
        return new SnowflakeLocal(server);
    }

    /** The URL for {@code DriverManager}; it needs {@link #properties()}. */
    public String jdbcUrl() {
        return "jdbc:snowflake://http://" + host() + ":" + port();
    }

    /** User, password, account and what else the drivers need here; a new copy at each call. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", server.settings().user());
        properties.setProperty("password", server.settings().password());
        properties.setProperty("account", account());
        // Without it, newer drivers look for a cloud's metadata service at their first login, in vain.
        properties.setProperty("disablePlatformDetection", "true");
        return properties;
    }

    /** The address it listens on. */
    public String host() {
        return server.address().host();
    }

    /** The port it listens on. */
    public int port() {
        return server.address().port();
    }

    /** The account name. */
    public String account() {
        return server.address().account();
    }

    /**
     * Hands over an S3 event notification, as S3 would to the queue of the pipes. Pipes load the files it names, each once,
     * soon but not at once; a message that is no notification is counted and dropped.
     *
     * @param json the message's text
     */
    public void deliverS3Event(String json) {
        server.loads().deliver(json);
    }

    /**
     * Looks at the clock again: to be called by who gave a clock of his own to the builder and has moved it. A {@link
     * MovableClock} does it by itself.
     */
    public void clockMoved() {
        server.clockMoved();
    }

    /**
     * Runs a task now, as EXECUTE TASK does: also if it is suspended, without a look at its condition. Returns at once.
     *
     * @param task its full name, {@code DATABASE.SCHEMA.TASK}
     * @throws SnowflakeLocalException if there is no such root task or its owner may not run it
     */
    public void runTask(String task) {
        server.execute("EXECUTE TASK " + task);
    }

    /**
     * Runs an alert now, as EXECUTE ALERT does: also if it is suspended. Returns at once.
     *
     * @param alert its full name, {@code DATABASE.SCHEMA.ALERT}
     * @throws SnowflakeLocalException if there is no such alert on a schedule or its owner may not run it
     */
    public void runAlert(String alert) {
        server.execute("EXECUTE ALERT " + alert);
    }

    /** The messages that SYSTEM$SEND_EMAIL and its like would have sent, oldest first. */
    public List<Notification> outbox() {
        return server.outbox().messages();
    }

    /** What the usage views are to show beside what happened here. */
    public Metering metering() {
        return server.metering();
    }

    /** Failures to order for what happens next. */
    public Faults faults() {
        return server.faults();
    }

    /**
     * What pipes with an ERROR_INTEGRATION have reported of files that could not be loaded: the messages that an account
     * would publish to the integration's topic, oldest first, each a JSON text. The latest 10,000 are kept.
     */
    public List<String> pipeErrorNotifications() {
        return server.loads().errorNotifications();
    }

    /** How many messages were dropped because they were no S3 event notifications. */
    public long droppedS3Events() {
        return server.loads().malformedMessages();
    }

    /** Whether no pipe is loading or has something to load, and no task or alert is running or due. */
    public boolean idle() {
        return server.idle();
    }

    /**
     * Stops it: first what starts by itself, tasks and pipes, then sessions with what they run, then the engine. What is
     * not committed is rolled back.
     *
     * @throws SnowflakeLocalException if a part could not be stopped; the others are stopped nevertheless
     */
    @Override
    public void close() {
        server.close();
    }

    Registries registries() {
        return server.registries();
    }
}
