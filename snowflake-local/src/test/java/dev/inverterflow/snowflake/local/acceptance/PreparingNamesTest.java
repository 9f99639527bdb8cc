package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that are prepared before the objects that they name are known, or without them. */
class PreparingNamesTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** The driver passes over error 2129, "preparing statement with binding object names". */
    @Test
    void aStatementWithABoundNameIsPreparedWithoutColumnsAndRunsWithItsValue() throws SQLException {
        LocalServer.execute(connection, "create or replace table bound (a int)");
        try (PreparedStatement insert = connection.prepareStatement("insert into identifier(?) values (?)")) {
            assertThat(insert.getMetaData().getColumnCount()).isZero();
            for (int row = 1; row <= 2; row++) {
                insert.setString(1, "bound");
                insert.setInt(2, row);
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
        }
        assertThat(LocalServer.column(connection, "select a from bound order by a", "A"))
                .containsExactly("1", "2");
        assertThatThrownBy(() -> LocalServer.execute(connection, "select * from identifier(?)"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2129))
                .hasMessageContaining("Bind variable ? not set.");
    }

    /** As a public suite of Snowpark's needs it: preparing compiles the statement. */
    @Test
    void droppingATableThatIsNotThereCannotBePrepared() throws SQLException {
        LocalServer.execute(connection, "create or replace table dropped (a int)");
        try (PreparedStatement drop = connection.prepareStatement("drop table dropped")) {
            assertThat(drop.getMetaData().getColumnName(1)).isEqualTo("status");
        }
        try (PreparedStatement drop = connection.prepareStatement("drop table if exists nowhere")) {
            assertThat(drop.getMetaData().getColumnName(1)).isEqualTo("status");
        }
        try (PreparedStatement drop = connection.prepareStatement("drop table nowhere")) {
            assertThatThrownBy(drop::getMetaData).hasMessageContaining("does not exist or not authorized");
        }
        assertThat(LocalServer.value(connection, "select count(*) from dropped"))
                .isEqualTo("0");
    }
}
