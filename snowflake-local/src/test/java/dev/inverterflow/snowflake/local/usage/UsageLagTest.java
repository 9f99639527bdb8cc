package dev.inverterflow.snowflake.local.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The latency of ACCOUNT_USAGE, switched on. */
class UsageLagTest {

    @Test
    void theViewsShowWhatTheyDocumentAndTheFunctionsEverything() throws SQLException {
        try (var server = MovingClockServer.start(UsageLag.DOCUMENTED)) {
            server.execute("CREATE TASK t AS SELECT 1");
            server.execute("EXECUTE TASK t");
            await().until(server::idle);
            assertThat(server.rows("SELECT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"))
                    .containsExactly(List.of("SUCCEEDED"));
            assertThat(server.rows("SELECT STATE FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY"))
                    .isEmpty();

            server.clock().advance(Duration.ofMinutes(45));

            assertThat(server.rows("SELECT STATE FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY"))
                    .containsExactly(List.of("SUCCEEDED"));
            assertThat(server.rows("SELECT TASK_NAME FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY"))
                    .as("later than the runs themselves")
                    .isEmpty();
            server.clock().advance(Duration.ofMinutes(135));
            assertThat(server.rows("SELECT TASK_NAME FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY"))
                    .containsExactly(List.of("T"));
        }
    }
}
