package dev.inverterflow.deploy.connection;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import net.snowflake.client.api.driver.SnowflakeDriver;
import org.jspecify.annotations.Nullable;

/** One session through the unmodified driver. Not safe for several threads. */
public final class SnowflakeSession implements AutoCloseable {
    private static final int LOGIN_TIMEOUT_SECONDS = 60;

    private final Connection connection;
    private @Nullable StatementFailure lost;

    private SnowflakeSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Signs in.
     *
     * @throws DeployException with {@link ExitCode#NO_CONNECTION} when that fails
     */
    public static SnowflakeSession open(ConnectionSettings settings) {
        try {
            Connection connection = new SnowflakeDriver().connect(settings.jdbcUrl(), properties(settings));
            if (connection == null) {
                throw new DeployException(
                        ExitCode.NO_CONNECTION, settings + ": the driver does not take " + settings.jdbcUrl());
            }
            return new SnowflakeSession(connection);
        } catch (SQLException e) {
            throw new DeployException(
                    ExitCode.NO_CONNECTION,
                    settings + ": cannot sign in at " + settings.jdbcUrl() + ": " + e.getMessage() + " (code "
                            + e.getErrorCode() + ")",
                    e);
        }
    }

    /** Runs a statement whose result nobody reads. */
    public void execute(String sql) {
        refuseWhenLost();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs an INSERT, UPDATE, DELETE or MERGE; gives the number of rows it touched. */
    public int update(String sql, Object... binds) {
        refuseWhenLost();
        try (PreparedStatement statement = prepare(sql, binds)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs a SHOW, PUT or other statement that takes no binds; gives all its rows. */
    public List<Row> show(String sql) {
        refuseWhenLost();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            return rows(results);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs a query or CALL; gives all its rows. */
    public List<Row> query(String sql, Object... binds) {
        refuseWhenLost();
        try (PreparedStatement statement = prepare(sql, binds);
                ResultSet results = statement.executeQuery()) {
            return rows(results);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    @Override
    public void close() {
        if (lost != null) {
            // A sign-off could not be sent; the session ends by itself.
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DeployException(ExitCode.FAILED, "cannot close the session: " + e.getMessage(), e);
        }
    }

    /** Once the network is gone, every further statement fails at once instead of trying it again. */
    private StatementFailure failure(String sql, SQLException cause) {
        StatementFailure failure = new StatementFailure(sql, cause);
        if (failure.meansLostConnection()) {
            lost = failure;
        }
        return failure;
    }

    private void refuseWhenLost() {
        if (lost != null) {
            throw lost;
        }
    }

    private PreparedStatement prepare(String sql, Object... binds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < binds.length; i++) {
            statement.setObject(i + 1, binds[i]);
        }
        return statement;
    }

    private static List<Row> rows(ResultSet results) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (results.next()) {
            rows.add(row(results));
        }
        return rows;
    }

    private static Row row(ResultSet results) throws SQLException {
        ResultSetMetaData metaData = results.getMetaData();
        Row row = new Row();
        for (int column = 1; column <= metaData.getColumnCount(); column++) {
            row.put(metaData.getColumnLabel(column), results.getString(column));
        }
        return row;
    }

    private static Properties properties(ConnectionSettings settings) {
        Properties properties = settings.driverProperties();
        properties.setProperty("application", "InverterFlow_deploy");
        properties.setProperty("loginTimeout", String.valueOf(LOGIN_TIMEOUT_SECONDS));
        // Else the driver asks cloud metadata addresses at its first sign-in, which costs about a second.
        properties.setProperty("disablePlatformDetection", "true");
        // JSON results need no --add-opens on Java 17; what deploy reads is small.
        properties.setProperty("JDBC_QUERY_RESULT_FORMAT", "JSON");
        properties.setProperty("CLIENT_TELEMETRY_ENABLED", "false");
        // How long the driver tries again when the network is gone; its default is five minutes.
        properties.setProperty("retryTimeout", String.valueOf(settings.networkTimeoutSeconds()));
        properties.setProperty(
                "networkTimeout", String.valueOf(TimeUnit.SECONDS.toMillis(settings.networkTimeoutSeconds())));
        properties.setProperty("maxHttpRetries", "3");
        properties.setProperty("TIMEZONE", "UTC");
        properties.setProperty("AUTOCOMMIT", "true");
        properties.setProperty("QUERY_TAG", "inverterflow-deploy");
        return properties;
    }
}
