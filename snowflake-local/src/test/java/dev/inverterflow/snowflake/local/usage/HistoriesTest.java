package dev.inverterflow.snowflake.local.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened, in the shapes that Snowflake shows it in. */
@Tag("driver")
class HistoriesTest {
    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE raw (body VARIANT)");
        server.createStage("st", "s3://bucket/raw/");
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO raw FROM @st FILE_FORMAT = (TYPE = JSON)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aPipeIsBilledByTheUncompressedBytesItRead() throws Exception {
        server.putGzip("raw/a.json", "[" + "1,".repeat(999) + "1]");
        server.announce("raw/a.json");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);

        assertThat(server.rows("SELECT PIPE_NAME, FILES_INSERTED::NUMBER, BYTES_BILLED, CREDITS_USED = 0.000000007"
                        + " FROM SNOWFLAKE.ACCOUNT_USAGE.PIPE_USAGE_HISTORY"))
                .containsExactly(List.of("P", "1", "2001", "TRUE"));
        assertThat(server.rows(
                        "SELECT BYTES_BILLED, FILE_SIZE < BYTES_BILLED, FIRST_COMMIT_TIME <= CURRENT_TIMESTAMP(),"
                                + " PIPE_RECEIVED_TIME <= LAST_LOAD_TIME FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY"))
                .containsExactly(List.of("2001", "TRUE", "TRUE", "TRUE"));
        assertThat(server.rows("SELECT FILES_INSERTED, BYTES_BILLED FROM TABLE(INFORMATION_SCHEMA.PIPE_USAGE_HISTORY("
                        + "DATE_RANGE_START => DATEADD(HOUR, -1, CURRENT_TIMESTAMP()),"
                        + " DATE_RANGE_END => DATEADD(HOUR, 1, CURRENT_TIMESTAMP()), PIPE_NAME => 'P'))"))
                .containsExactly(List.of("1", "2001"));
    }

    @Test
    void aDroppedPipesLoadsStayInTheViewAndLeaveTheFunction() throws Exception {
        server.put("raw/a.json", "1");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);

        server.execute("DROP PIPE p");

        assertThat(server.rows("SELECT FILE_NAME FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY"))
                .containsExactly(List.of("a.json"));
        assertThat(server.rows("SELECT FILE_NAME FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'RAW',"
                        + " START_TIME => DATEADD(DAY, -3, CURRENT_TIMESTAMP())))"))
                .isEmpty();
    }

    @Test
    void aTruncatedTableForgetsWhatCopyLoadedButNotWhatAPipeDid() throws Exception {
        server.put("raw/a.json", "1");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
        server.putSilently("raw/b.json", "2");
        server.execute("COPY INTO raw FROM @st FILES = ('b.json') FILE_FORMAT = (TYPE = JSON)");
        assertThat(copyHistory()).containsExactly(List.of("a.json"), List.of("b.json"));

        server.execute("TRUNCATE TABLE raw");

        assertThat(copyHistory()).isEmpty();
        server.execute("COPY INTO raw FROM @st FILES = ('b.json') FILE_FORMAT = (TYPE = JSON)");
        server.announce("raw/a.json");
        await().until(server::idle);
        assertThat(server.rows("SELECT body FROM raw")).containsExactly(List.of("2"));
        assertThat(copyHistory()).containsExactly(List.of("b.json"));
    }

    @Test
    void aTableMadeAnewForgetsWhatCopyLoadedIntoTheOldOneButNotWhatAPipeDid() throws Exception {
        server.put("raw/a.json", "1");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
        server.putSilently("raw/b.json", "2");
        server.execute("COPY INTO raw FROM @st FILES = ('b.json') FILE_FORMAT = (TYPE = JSON)");

        server.execute("CREATE OR REPLACE TABLE raw (body VARIANT)");

        assertThat(copyHistory()).containsExactly(List.of("a.json"));
    }

    private List<List<String>> copyHistory() throws SQLException {
        return server.rows("SELECT FILE_NAME FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'RAW',"
                + " START_TIME => DATEADD(DAY, -3, CURRENT_TIMESTAMP()))) ORDER BY FILE_NAME");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY_HISTORY(TABLE_NAME => 'RAW', START_TIME => DATEADD(DAY, -15, CURRENT_TIMESTAMP())) | COPY_HISTORY(TABLE_NAME => 'RAW', START_TIME => DATEADD(DAY, -13, CURRENT_TIMESTAMP()))",
                "COPY_HISTORY(TABLE_NAME => 'RAW') | COPY_HISTORY(TABLE_NAME => 'RAW', START_TIME => CURRENT_TIMESTAMP())",
                "COPY_HISTORY(START_TIME => CURRENT_TIMESTAMP()) | COPY_HISTORY(START_TIME => CURRENT_TIMESTAMP(), TABLE_NAME => 'RAW')",
                "TASK_HISTORY(SCHEDULED_TIME_RANGE_START => DATEADD(DAY, -8, CURRENT_TIMESTAMP())) | TASK_HISTORY(SCHEDULED_TIME_RANGE_START => DATEADD(DAY, -6, CURRENT_TIMESTAMP()))",
                "TASK_HISTORY(RESULT_LIMIT => 10001) | TASK_HISTORY(RESULT_LIMIT => 10000)",
                "TASK_HISTORY(NAME => 'X') | TASK_HISTORY(TASK_NAME => 'X')",
                "NO_SUCH_HISTORY() | SERVERLESS_TASK_HISTORY()",
                "SERVERLESS_ALERT_HISTORY(TASK_NAME => 'X') | SERVERLESS_ALERT_HISTORY(ALERT_NAME => 'X')",
                "ALERT_HISTORY(RESULT_LIMIT => 0) | ALERT_HISTORY(RESULT_LIMIT => 1)",
                "COMPLETE_TASK_GRAPHS(TASK_NAME => 'X') | COMPLETE_TASK_GRAPHS(ROOT_TASK_NAME => 'X')",
                "CURRENT_TASK_GRAPHS(ERROR_ONLY => TRUE) | CURRENT_TASK_GRAPHS()",
                "TASK_HISTORY(SCHEMA_NAME => 'SC') | TASK_HISTORY(SCHEMA_NAME => 'SC', DATABASE_NAME => 'DB')",
            })
    void argumentsBeyondTheDocumentedAreRefused(String refused, String accepted) throws SQLException {
        assertThatThrownBy(() -> server.rows("SELECT * FROM TABLE(INFORMATION_SCHEMA." + refused + ")"))
                .isInstanceOf(SQLException.class);
        assertThat(server.rows("SELECT * FROM TABLE(INFORMATION_SCHEMA." + accepted + ")"))
                .isEmpty();
    }
}
