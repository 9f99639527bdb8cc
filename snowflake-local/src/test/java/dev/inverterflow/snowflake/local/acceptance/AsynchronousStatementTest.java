package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that a driver starts without waiting, fetches later, or stops. The two lines name their interfaces apart. */
@Tag("driver")
class AsynchronousStatementTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String NUMBERS = "(select seq4() as n from table(generator(rowcount => 300000)))";
    private static final String LONG_QUERY =
            "select count(*) from " + NUMBERS + " x, " + NUMBERS + " y where (x.n * y.n) % 7 = 3";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aResultIsFetchedByTheIdOfItsQueryFromAnotherSessionToo() throws Exception {
        String id;
        try (Statement statement = connection.createStatement();
                ResultSet rows = (ResultSet) call(statement, "SnowflakeStatement", "executeAsyncQuery", "select 42")) {
            id = (String) call(rows, "SnowflakeResultSet", "getQueryID");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
        try (Connection other = SERVER.connect();
                ResultSet rows = (ResultSet) call(other, "SnowflakeConnection", "createResultSet", id)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    /** As Snowpark's AsyncJob.cancel does: it must not wait behind the query that it stops. */
    @Test
    void aStatementStopsAnotherOneOfItsOwnSession() throws Exception {
        try (Statement running = connection.createStatement();
                Statement stopping = connection.createStatement();
                ResultSet unfinished =
                        (ResultSet) call(running, "SnowflakeStatement", "executeAsyncQuery", LONG_QUERY)) {
            String id = (String) call(unfinished, "SnowflakeResultSet", "getQueryID");
            String order = "select SYSTEM$CANCEL_QUERY('" + id + "')";

            assertThat(first(stopping, order)).isEqualTo("query [" + id + "] terminated.");
            assertThatThrownBy(unfinished::next).hasMessageContaining("SQL execution canceled");
            assertThat(first(stopping, order)).isEqualTo("Identified SQL statement is not currently executing.");
        }
    }

    @Test
    void statementsThatNobodyWaitsForRunBesideTheOthersOfTheirSession() throws Exception {
        LocalServer.execute(connection, "create or replace table log (v int)", "create temporary table mine (v int)");
        try (Statement one = connection.createStatement();
                Statement another = connection.createStatement();
                Statement third = connection.createStatement();
                ResultSet first = (ResultSet) call(one, "SnowflakeStatement", "executeAsyncQuery", LONG_QUERY);
                ResultSet second = (ResultSet) call(another, "SnowflakeStatement", "executeAsyncQuery", LONG_QUERY);
                ResultSet insert = (ResultSet)
                        call(third, "SnowflakeStatement", "executeAsyncQuery", "insert into mine values (1)")) {
            String firstId = (String) call(first, "SnowflakeResultSet", "getQueryID");
            String secondId = (String) call(second, "SnowflakeResultSet", "getQueryID");
            assertThat(insert.next()).as("ends while both others run").isTrue();
            LocalServer.execute(connection, "begin", "insert into log select v from mine");
            assertThat(LocalServer.value(connection, "select current_transaction() is not null"))
                    .as("what has its turn is in the session's transaction")
                    .isEqualTo("TRUE");
            LocalServer.execute(connection, "commit", "create or replace schema elsewhere", "use schema s");

            assertThat(first(third, "select system$cancel_query('" + firstId + "')"))
                    .endsWith("terminated.");

            assertThatThrownBy(first::next).hasMessageContaining("SQL execution canceled");
            assertThat(LocalServer.value(connection, "select count(*) from log"))
                    .isEqualTo("1");
            assertThat(first(third, "select system$cancel_query('" + secondId + "')"))
                    .as("it ran on")
                    .isEqualTo("query [" + secondId + "] terminated.");
            assertThatThrownBy(second::next).hasMessageContaining("SQL execution canceled");
            assertThat(connection.getSchema()).isEqualTo("S");
        }
    }

    @Test
    void whatHasItsTurnIsStoppedByTheSameSessionAndNothingElseOvertakesIt() throws Exception {
        LocalServer.execute(connection, "create or replace table log (v int)", "begin", "insert into log values (1)");
        try (Statement running = connection.createStatement();
                Statement stopping = connection.createStatement();
                Statement counting = connection.createStatement();
                ResultSet unfinished =
                        (ResultSet) call(running, "SnowflakeStatement", "executeAsyncQuery", LONG_QUERY)) {
            String id = (String) call(unfinished, "SnowflakeResultSet", "getQueryID");
            CompletableFuture<String> counted = CompletableFuture.supplyAsync(() -> {
                try {
                    return first(counting, "select (select count(*) from log)");
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });

            assertThat(first(stopping, "call system$cancel_query('" + id + "')"))
                    .endsWith("terminated.");

            assertThatThrownBy(unfinished::next).hasMessageContaining("SQL execution canceled");
            assertThat(counted.join()).as("it read in the open transaction").isEqualTo("1");
        }
        LocalServer.execute(connection, "rollback");
    }

    @Test
    void theLastQueryIsTheOneThatWasSentLast() throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet running =
                        (ResultSet) call(statement, "SnowflakeStatement", "executeAsyncQuery", LONG_QUERY)) {
            String id = (String) call(running, "SnowflakeResultSet", "getQueryID");
            assertThat(LocalServer.value(connection, "select last_query_id()")).isEqualTo(id);
            LocalServer.execute(connection, "select 'another'");
            LocalServer.execute(connection, "select system$cancel_query('" + id + "')");
            assertThatThrownBy(running::next).hasMessageContaining("SQL execution canceled");
            assertThat(LocalServer.value(connection, "select * from table(result_scan(last_query_id(-2)))"))
                    .isEqualTo("another");
        }
    }

    @Test
    void aStatementThatCannotBeReadIsRefusedWhenItsResultIsFetched() throws Exception {
        for (String text : List.of("select from where", "select " + "(".repeat(20_000) + "1" + ")".repeat(20_000))) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = (ResultSet) call(statement, "SnowflakeStatement", "executeAsyncQuery", text)) {
                assertThatThrownBy(rows::next).isInstanceOf(SQLException.class).hasMessageNotContaining("defect");
            }
        }
    }

    @Test
    void inAnOpenTransactionStatementsKeepTheirOrder() throws Exception {
        LocalServer.execute(connection, "create or replace table log (v int)", "begin", "insert into log values (1)");
        try (Statement statement = connection.createStatement();
                ResultSet count = (ResultSet)
                        call(statement, "SnowflakeStatement", "executeAsyncQuery", "select count(*) from log")) {
            LocalServer.execute(connection, "rollback");
            assertThat(count.next()).isTrue();
            assertThat(count.getInt(1)).as("it saw what was not committed").isEqualTo(1);
        }
        assertThat(LocalServer.value(connection, "select count(*) from log")).isEqualTo("0");
    }

    @Test
    void allQueriesOfASessionAreStoppedFromAnotherOne() throws Exception {
        String session = LocalServer.value(connection, "select current_session()");
        try (Statement statement = connection.createStatement();
                Connection other = SERVER.connect();
                ResultSet running =
                        (ResultSet) call(statement, "SnowflakeStatement", "executeAsyncQuery", LONG_QUERY)) {
            LocalServer.execute(other, "select system$cancel_all_queries(" + session + ")");

            assertThatThrownBy(running::next).hasMessageContaining("SQL execution canceled");
        }
        assertThat(LocalServer.value(connection, "select 1")).isEqualTo("1");
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aFailureIsToldWhenTheResultIsFetched() throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        (ResultSet) call(statement, "SnowflakeStatement", "executeAsyncQuery", "select 1 / 0")) {
            assertThatThrownBy(rows::next).isInstanceOf(SQLException.class).hasMessageContaining("Division by zero");
        }
    }

    @Test
    void cancelStopsARunningStatement() throws Exception {
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<SQLException> running = CompletableFuture.supplyAsync(() -> {
                try {
                    statement.executeQuery(LONG_QUERY);
                    throw new AssertionError("the query came to its end");
                } catch (SQLException stopped) {
                    return stopped;
                }
            });
            Awaitility.await().until(() -> {
                statement.cancel();
                return running.isDone();
            });
            assertThat(running.join().getErrorCode()).isEqualTo(604);
            assertThat(running.join().getSQLState()).isEqualTo("57014");
        }
        assertThat(LocalServer.value(connection, "select 1")).isEqualTo("1");
    }

    @Test
    void aTimeoutOfTheDriverAndOneOfTheSessionStopAStatement() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.executeQuery(LONG_QUERY)).isInstanceOf(SQLException.class);
            statement.setQueryTimeout(0);
            statement.execute("alter session set statement_timeout_in_seconds = 1");
            assertThatThrownBy(() -> statement.executeQuery(LONG_QUERY))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("timeout");
        }
    }

    /** Calls a method of an interface that the lines put into different packages. */
    private static Object call(Object target, String type, String method, String... argument) throws Exception {
        Class<?> contract = interfaces(target.getClass())
                .filter(candidate -> candidate.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow();
        Class<?>[] parameters = new Class<?>[argument.length];
        Arrays.fill(parameters, String.class);
        try {
            return contract.getMethod(method, parameters).invoke(target, (Object[]) argument);
        } catch (InvocationTargetException failed) {
            throw new SQLException(failed.getCause());
        }
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> own = Arrays.stream(type.getInterfaces())
                .flatMap(contract -> Stream.concat(Stream.of(contract), interfaces(contract)));
        return type.getSuperclass() == null ? own : Stream.concat(own, interfaces(type.getSuperclass()));
    }
}
