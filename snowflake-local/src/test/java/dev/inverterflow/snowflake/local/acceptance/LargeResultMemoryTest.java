package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million rows through a server whose heap could not hold a tenth of them. */
@Tag("soak")
@Tag("driver")
class LargeResultMemoryTest {

    private static final int ROWS = 1_000_000;

    @Test
    void aMillionRowsNeedNoMoreMemoryThanAFew() throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of("-Xmx96m"), "--database", "d");
                Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select seq4(), 'a text of some length in row ' || seq4(), seq4() / 7, current_timestamp()"
                                + " from table(generator(rowcount => " + ROWS + "))")) {
            long sum = 0;
            int count = 0;
            while (rows.next()) {
                sum += rows.getLong(1);
                count++;
            }
            assertThat(count).isEqualTo(ROWS);
            assertThat(sum).isEqualTo((long) ROWS * (ROWS - 1) / 2);
        }
    }
}
