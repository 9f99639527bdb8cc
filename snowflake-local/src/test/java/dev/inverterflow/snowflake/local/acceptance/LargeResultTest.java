package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Results with more rows than go with an answer. */
@Tag("driver")
class LargeResultTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final int ROWS = 250_000;
    private static final String QUERY =
            "select row_number() over (order by seq4()) as n, 'text \"' || n || '\" ä' as t,"
                    + " iff(n % 3 = 0, null, n / 4) as q from table(generator(rowcount => " + ROWS + "))";

    @Test
    void allRowsArriveInOrderAndUnchanged() throws SQLException {
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            for (int row = 1; row <= ROWS; row++) {
                assertThat(rows.next()).isTrue();
                if (rows.getInt(1) != row || row % 1_000 == 0) {
                    assertThat(rows.getInt("N")).isEqualTo(row);
                    assertThat(rows.getString("T")).isEqualTo("text \"" + row + "\" ä");
                    assertThat(rows.getBigDecimal("Q") == null).isEqualTo(row % 3 == 0);
                }
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aLargeResultCanBeQueriedLikeASmallOne() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(connection, QUERY);
            assertThat(LocalServer.value(
                            connection,
                            "select count(*) || ' ' || count(q) || ' ' || max(n) || ' ' || max(t)"
                                    + " from table(result_scan(last_query_id()))"))
                    .isEqualTo("250000 166667 250000 text \"99999\" ä");
        }
    }

    @Test
    void anErrorBehindTheFirstRowsIsTheStatementsError() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            assertThatThrownBy(() -> LocalServer.execute(
                            connection,
                            "select 1 / (" + (ROWS - 1) + " - seq4()) from table(generator(rowcount => " + ROWS + "))"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Division by zero");
            assertThat(LocalServer.value(connection, "select 1")).isEqualTo("1");
        }
    }
}
