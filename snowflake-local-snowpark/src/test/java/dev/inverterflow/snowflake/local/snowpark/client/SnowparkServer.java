package dev.inverterflow.snowflake.local.snowpark.client;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for the tests of one class, with database DB and schema S, and one Snowpark session on it. */
final class SnowparkServer implements BeforeAllCallback, AfterAllCallback {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger DRIVER = Logger.getLogger("net.snowflake");

    static {
        DRIVER.setLevel(Level.SEVERE);
    }

    private SnowflakeLocal server;
    private Session session;

    @Override
    public void beforeAll(ExtensionContext context) {
        SnowflakeLocalBuilder builder = SnowflakeLocal.builder().database("DB").schema("S");
        String runtime = System.getProperty("snowpark.runtime");
        server = (runtime == null ? builder : builder.snowparkRuntime(Path.of(runtime))).start();
        session = open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        session.close();
        server.close();
    }

    Session session() {
        return session;
    }

    /** One more session, for the caller to close. */
    Session open() {
        return open(server);
    }

    /** A session on a server of the caller's, for the caller to close. */
    static Session open(SnowflakeLocal server) {
        Properties properties = server.properties();
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "URL",
                URI.create(server.jdbcUrl().replaceFirst("^jdbc:snowflake://", ""))
                        .toString());
        settings.put("ACCOUNT", properties.getProperty("account", "local"));
        settings.put("USER", properties.getProperty("user"));
        settings.put("PASSWORD", properties.getProperty("password"));
        settings.put("DB", "DB");
        settings.put("SCHEMA", "S");
        settings.put("disablePlatformDetection", "true");
        return Session.builder().configs(settings).create();
    }

    void run(String... statements) {
        for (String sql : statements) {
            session.sql(sql).collect();
        }
    }

    /** The rows of a query, each as its values between commas. */
    List<String> rows(String sql) {
        return texts(session.sql(sql).collect());
    }

    static List<String> texts(Row[] rows) {
        return Arrays.stream(rows)
                .map(row -> row.toList().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .toList();
    }
}
