package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("driver")
class SessionTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

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
    void describeResultListsTheColumnsOfAnEarlierStatement() throws SQLException {
        // docs.snowflake.com/en/sql-reference/sql/desc-result
        LocalServer.execute(connection, "select 'MA'::varchar as city, 836 as sq__ft, null::date as sale_date");
        assertThat(LocalServer.column(connection, "desc result last_query_id()", "type"))
                .containsExactly("VARCHAR(16777216)", "NUMBER(3,0)", "DATE");
        assertThatThrownBy(() -> LocalServer.value(connection, "describe result 'nothing'"))
                .hasMessageContaining("Statement nothing not found");
    }

    @Test
    void aNewDatabaseBecomesTheCurrentOneWithItsSchemaPublic() throws SQLException {
        LocalServer.execute(connection, "create database fresh");
        assertThat(connection.getCatalog()).isEqualTo("FRESH");
        assertThat(connection.getSchema()).isEqualTo("PUBLIC");
        LocalServer.execute(connection, "drop database fresh");
        assertThat(LocalServer.value(connection, "select current_database()")).isNull();
    }

    @Test
    void useOfWhatDoesNotExistIsRefusedAsSnowflakeDoes() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "use schema db.nowhere"))
                .isInstanceOfSatisfying(SQLException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(2043);
                    assertThat(failure.getSQLState()).isEqualTo("02000");
                    assertThat(failure.getMessage())
                            .contains("Object does not exist, or operation cannot be performed.");
                });
    }

    @Test
    void aNameWithoutACurrentDatabaseIsRefused() throws SQLException {
        LocalServer.execute(connection, "create database gone", "drop database gone");
        assertThatThrownBy(() -> LocalServer.value(connection, "select * from t"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(90105))
                .hasMessageContaining("does not have a current database");
    }

    // docs.snowflake.com/en/sql-reference/sql/show-parameters: "the object parameters that can be set for the … object"
    @Test
    void databasesSchemasTablesAndWarehousesHaveParametersOfTheirOwn() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table kept (a int) data_retention_time_in_days = 0",
                "alter schema s set max_data_extension_time_in_days = 5");
        String table = "show parameters in table kept";
        assertThat(LocalServer.column(connection, table, "key"))
                .containsExactly("DATA_RETENTION_TIME_IN_DAYS", "MAX_DATA_EXTENSION_TIME_IN_DAYS");
        assertThat(LocalServer.column(connection, table, "value")).containsExactly("0", "5");
        assertThat(LocalServer.column(connection, table, "level")).containsExactly("TABLE", "SCHEMA");
        assertThat(LocalServer.column(connection, "show parameters like '%max%' for warehouse compute_wh", "key"))
                .containsExactly("MAX_CONCURRENCY_LEVEL");
        assertThat(LocalServer.column(connection, "show parameters like 'data%' in database", "level"))
                .containsExactly("");
        LocalServer.execute(connection, "alter schema s unset max_data_extension_time_in_days", "drop table kept");
    }

    @Test
    void aParameterSetInTheSessionIsShownAndCanBeUnset() throws SQLException {
        LocalServer.execute(connection, "alter session set query_tag = 'nightly'");
        assertThat(LocalServer.column(connection, "show parameters like 'QUERY_TAG'", "value"))
                .containsExactly("nightly");
        LocalServer.execute(connection, "alter session unset query_tag");
        assertThat(LocalServer.column(connection, "show parameters like 'QUERY_TAG'", "value"))
                .containsExactly("");
    }

    @Test
    void anUnknownParameterOrValueIsRefused() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "alter session set no_such_parameter = 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NO_SUCH_PARAMETER");
        assertThatThrownBy(() -> LocalServer.execute(connection, "alter session set timezone = 'Nowhere/Town'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Nowhere/Town");
    }

    @Test
    void theTimeZoneDecidesWhatLocalTimestampsLookLike() throws SQLException {
        LocalServer.execute(connection, "alter session set timezone = 'Europe/Madrid'");
        assertThat(LocalServer.value(
                        connection,
                        "select to_char('2026-07-01 12:00:00 +00:00'::timestamp_tz::timestamp_ltz, 'YYYY-MM-DD"
                                + " HH24:MI')"))
                .isEqualTo("2026-07-01 14:00");
    }

    @Test
    void aVariableStandsForTheConstantOfAProperty() throws SQLException {
        // docs.snowflake.com/en/sql-reference/session-variables
        LocalServer.execute(
                connection,
                "set (folder, idle, resumes) = ('s3://bucket/a/', 120, false)",
                "create or replace stage db.public.by_variable url = $folder",
                "create or replace warehouse by_variable auto_suspend = $idle auto_resume = $resumes");
        assertThat(LocalServer.column(connection, "show stages like 'by_variable' in schema db.public", "url"))
                .containsExactly("s3://bucket/a/");
        assertThat(LocalServer.column(connection, "show warehouses like 'by_variable'", "auto_suspend"))
                .containsExactly("120");
        assertThat(LocalServer.column(connection, "show warehouses like 'by_variable'", "auto_resume"))
                .containsExactly("false");
    }

    @Test
    void variablesAreSetTogetherAndReadBack() throws SQLException {
        LocalServer.execute(connection, "set (a, b) = (1, 'x')", "set (a, b) = ($b, $a)");
        assertThat(LocalServer.value(connection, "select $a || '/' || $b")).isEqualTo("x/1");
        LocalServer.execute(connection, "unset a");
        assertThatThrownBy(() -> LocalServer.value(connection, "select $a"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("$A");
    }

    @Test
    void theResultOfAnEarlierStatementCanBeQueried() throws SQLException {
        LocalServer.execute(connection, "create or replace table scanned (a int, at timestamp_ntz, v variant)");
        LocalServer.execute(
                connection,
                "insert into scanned select 1, '2026-01-02 03:04:05.678'::timestamp_ntz, parse_json('{\"k\": [1, \"a"
                        + " b\"]}')");
        LocalServer.execute(connection, "select * from scanned");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select a + 1 as next, to_char(at, 'HH24:MI:SS.FF3') as at, v:k[1]::varchar as k "
                                + "from table(result_scan(last_query_id()))")) {
            row.next();
            assertThat(row.getInt("NEXT")).isEqualTo(2);
            assertThat(row.getString("AT")).isEqualTo("03:04:05.678");
            assertThat(row.getString("K")).isEqualTo("a b");
        }
    }

    @Test
    void theResultOfAShowCanBeQueriedByItsLowerCaseLabels() throws SQLException {
        LocalServer.execute(connection, "show schemas in database db");
        assertThat(LocalServer.column(
                        connection, "select \"name\" from table(result_scan(last_query_id())) order by 1", "name"))
                .contains("PUBLIC", "S");
    }

    @Test
    void explainLocalShowsTheSqlOfTheEngine() throws SQLException {
        assertThat(LocalServer.value(connection, "explain local select 1 as one"))
                .contains("SELECT", "ONE");
        LocalServer.execute(connection, "create or replace table explained (a int)");
        assertThat(LocalServer.value(connection, "explain local insert into explained select 1"))
                .contains("INSERT INTO");
        assertThat(LocalServer.value(connection, "select count(*) from explained"))
                .as("it is not run")
                .isEqualTo("0");
        assertThatThrownBy(() -> LocalServer.value(connection, "explain local create table x (a int)"))
                .hasMessageContaining("not supported by snowflake-local: EXPLAIN LOCAL of anything but a query or DML");
    }

    @Test
    void aStatementSnowflakeHasButTheStandInNotIsRefusedByName() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "show database roles"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not supported by snowflake-local: Show DATABASE_ROLES");
    }
}
