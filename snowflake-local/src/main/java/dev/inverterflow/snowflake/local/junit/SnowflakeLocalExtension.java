package dev.inverterflow.snowflake.local.junit;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class a Snowflake.
 *
 * <pre>{@code
 * @ExtendWith(SnowflakeLocalExtension.class)
 * class OrdersTest {
 *     @Test
 *     void anOrderIsFound(Connection connection) throws SQLException { … }
 * }
 * }</pre>
 *
 * <p>Each class has a fresh database of its own, whose schema PUBLIC is the current one of every connection, and which is
 * dropped after its last test. The server is shared by all classes that use the extension so, and ends with the test run. A
 * class that needs other settings has a server of its own:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SnowflakeLocalExtension SNOWFLAKE = SnowflakeLocalExtension.with(settings -> settings.clock(clock));
 * }</pre>
 *
 * <p>Constructors, test methods and methods before and after them may have parameters of type {@link Connection}, a new one
 * at each place, closed when the test (or the class) is over; of type {@link SnowflakeLocal}; and of type {@link Properties}, for
 * {@link DriverManager} with {@link SnowflakeLocal#jdbcUrl}, database and schema set. Connections need a Snowflake driver on
 * the class path.
 */
public final class SnowflakeLocalExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace SHARED = Namespace.create(SnowflakeLocalExtension.class);
    private static final String SERVER = "server";
    private static final String DATABASE = "database";
    private static final String NUMBER = "number";

    private final @Nullable UnaryOperator<SnowflakeLocalBuilder> settings;
    private final Namespace own = Namespace.create(SnowflakeLocalExtension.class, this);

    /** For {@code @ExtendWith}: with the server that all such classes share. */
    public SnowflakeLocalExtension() {
        this(null);
    }

    private SnowflakeLocalExtension(@Nullable UnaryOperator<SnowflakeLocalBuilder> settings) {
        this.settings = settings;
    }

    /**
     * For {@code @RegisterExtension} on a static field: with a server of its own.
     *
     * @param settings changes the settings from their defaults
     */
    public static SnowflakeLocalExtension with(UnaryOperator<SnowflakeLocalBuilder> settings) {
        return new SnowflakeLocalExtension(Objects.requireNonNull(settings, "settings"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        AtomicInteger number = context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(NUMBER, missing -> new AtomicInteger(), AtomicInteger.class);
        String database = "TEST_" + number.incrementAndGet();
        context.getStore(own).put(DATABASE, database);
        administer(context, "CREATE DATABASE " + database);
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        administer(context, "DROP DATABASE " + database(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Connection.class || type == SnowflakeLocal.class || type == Properties.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == SnowflakeLocal.class) {
            return server(context);
        }
        return type == Properties.class ? properties(context) : connection(parameter, context);
    }

    private Connection connection(ParameterContext parameter, ExtensionContext context) {
        try {
            Connection connection = DriverManager.getConnection(server(context).jdbcUrl(), properties(context));
            // Under a key of its own; JUnit closes it with the context.
            context.getStore(own).put(parameter, (AutoCloseable) connection::close);
            return connection;
        } catch (SQLException failure) {
            throw new ParameterResolutionException(
                    "no connection to snowflake-local: " + failure.getMessage(), failure);
        }
    }

    private Properties properties(ExtensionContext context) {
        Properties properties = server(context).properties();
        properties.setProperty("db", database(context));
        properties.setProperty("schema", "PUBLIC");
        return properties;
    }

    private String database(ExtensionContext context) {
        return Objects.requireNonNull(
                context.getStore(own).get(DATABASE, String.class), "the extension must be that of the class");
    }

    private SnowflakeLocal server(ExtensionContext context) {
        UnaryOperator<SnowflakeLocalBuilder> wanted = settings;
        return wanted == null
                ? context.getRoot()
                        .getStore(SHARED)
                        .computeIfAbsent(SERVER, missing -> SnowflakeLocal.start(), SnowflakeLocal.class)
                : context.getStore(own)
                        .computeIfAbsent(
                                SERVER,
                                missing ->
                                        wanted.apply(SnowflakeLocal.builder()).start(),
                                SnowflakeLocal.class);
    }

    private void administer(ExtensionContext context, String sql) throws SQLException {
        SnowflakeLocal server = server(context);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
