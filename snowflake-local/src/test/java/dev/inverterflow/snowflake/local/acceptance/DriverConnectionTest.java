package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a connection does beside plain statements, in both lines of the driver. */
@Tag("driver")
class DriverConnectionTest {

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
    void severalStatementsOfOneTextAnswerOneAfterTheOther() throws SQLException {
        LocalServer.execute(
                connection, "create or replace table t (a int)", "alter session set multi_statement_count = 0");
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute("select 'one'; insert into t values (1), (2); select 'three'"))
                    .isTrue();
            statement.getResultSet().next();
            assertThat(statement.getResultSet().getString(1)).isEqualTo("one");
            // The driver answers true before an update count, too, as long as there is something more.
            statement.getMoreResults();
            assertThat(statement.getUpdateCount()).isEqualTo(2);
            statement.getMoreResults();
            statement.getResultSet().next();
            assertThat(statement.getResultSet().getString(1)).isEqualTo("three");
        }
    }

    /** docs.snowflake.com/en/developer-guide/sql-api/submitting-multiple-statements, "Handling errors". */
    @Test
    void whatFailsAmongSeveralStatementsIsNamedAndWhatStandsBeforeItStays() throws SQLException {
        LocalServer.execute(
                connection, "create or replace table table1 (i int)", "alter session set multi_statement_count = 0");
        String sql = "create or replace table table1 (i int); insert into table1 (i) values (1); insert into table1 (i)"
                + " values ('This is not a valid integer.'); insert into table1 (i) values (2)";
        try (Statement statement = connection.createStatement()) {
            assertThat(catchThrowable(() -> statement.execute(sql)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(100132))
                    .hasMessageContaining("Uncaught Execution of multiple statements failed on statement \"insert into"
                            + " table1 (i) values ...\" (at line 1, position 75).\n")
                    .hasMessageContaining("Numeric value 'This is not a valid integer.' is not recognized");
            assertThat(catchThrowable(() -> statement.execute("select 1;\nselect nothing")))
                    .hasMessageContaining("\"select nothing\" (at line 2, position 0).\n"
                            + "SQL compilation error: error line 1 at position 7\ninvalid identifier 'NOTHING'");
        }
        assertThat(LocalServer.value(connection, "select sum(i) from table1")).isEqualTo("1");
    }

    @Test
    void aConnectionIsValidUntilItIsClosed() throws SQLException {
        assertThat(connection.isValid(5)).isTrue();
        connection.close();
        assertThat(connection.isValid(5)).isFalse();
        assertThat(catchThrowable(() -> LocalServer.value(connection, "select 1")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void schemaAndCatalogFollowTheDriverAndTheStatementsAlike() throws SQLException {
        connection.setSchema("PUBLIC");
        assertThat(LocalServer.value(connection, "select current_schema()")).isEqualTo("PUBLIC");
        LocalServer.execute(connection, "use schema s");
        assertThat(connection.getSchema()).isEqualTo("S");
        assertThat(connection.getCatalog()).isEqualTo("DB");
        assertThat(catchThrowable(() -> LocalServer.execute(connection, "use warehouse nope")))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2043));
    }
}
