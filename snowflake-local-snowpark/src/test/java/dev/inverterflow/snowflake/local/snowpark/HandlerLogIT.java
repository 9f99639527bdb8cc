package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What handlers log through SLF4J, in the event table. */
class HandlerLogIT {

    private static final String JAR = "logging.jar";
    private static final String EVENTS =
            " FROM SNOWFLAKE.TELEMETRY.EVENTS WHERE RESOURCE_ATTRIBUTES['snow.query.id'] = ";

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        account.put(HandlerJar.write(folder.resolve(JAR), """
                private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Handlers.class);
                public static String severities(Session session) {
                    LOG.trace("trace"); LOG.debug("debug"); LOG.info("info {} of {}", 1, 2); LOG.warn("warn");
                    LOG.error("error", new IllegalStateException("dark"));
                    return "enabled " + LOG.isInfoEnabled();
                }
                public String attributes(Session session) {
                    LOG.atInfo().addKeyValue("custom1", "value1").addKeyValue("count", 3).setMessage("With attributes").log();
                    return "SUCCESS";
                }
                public static String fail(Session session) { throw new IllegalStateException("no sun today"); }
                public static String undo(Session session) {
                    session.sql("BEGIN").collect();
                    LOG.warn("stays");
                    session.sql("ROLLBACK").collect();
                    return "undone";
                }
                """));
        create("SEVERITIES()", "severities");
        create("WITH_ATTRIBUTES()", "attributes");
        create("FAIL()", "fail");
        create("UNDO()", "undo");
        account.create("WITHOUT_TELEMETRY()", "VARCHAR", JAR, "severities");
    }

    @AfterEach
    void unset() throws SQLException {
        account.run("ALTER SESSION UNSET LOG_LEVEL");
        account.run("ALTER SCHEMA TESTS.PUBLIC UNSET LOG_LEVEL");
        account.run("ALTER DATABASE TESTS UNSET LOG_LEVEL");
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @Test
    void nothingIsKeptUntilALevelIsSet() throws SQLException {
        assertThat(account.value("CALL SEVERITIES()")).isEqualTo("enabled false");
        assertThat(logged("VALUE")).isEmpty();
    }

    @Test
    void entriesFromTheLevelOfTheSchemaOrElseTheDatabaseOnAreKept() throws SQLException {
        account.run("ALTER DATABASE TESTS SET LOG_LEVEL = 'INFO'");
        assertThat(account.value("CALL SEVERITIES()")).isEqualTo("enabled true");
        assertThat(logged("RECORD['severity_text']::VARCHAR || ' ' || VALUE::VARCHAR"))
                .containsExactly("INFO info 1 of 2", "WARN warn", "ERROR error");

        account.run("ALTER SCHEMA TESTS.PUBLIC SET LOG_LEVEL = ERROR");
        account.run("CALL SEVERITIES()");
        assertThat(logged("VALUE::VARCHAR || ' ' || RECORD_ATTRIBUTES['exception.message']::VARCHAR"))
                .containsExactly("error dark");

        account.run("ALTER SCHEMA TESTS.PUBLIC SET LOG_LEVEL = FATAL");
        account.run("CALL SEVERITIES()");
        assertThat(logged("VALUE")).as("SLF4J knows no FATAL").containsExactly("\"error\"");
        account.run("ALTER SCHEMA TESTS.PUBLIC SET LOG_LEVEL = OFF");
        account.run("CALL SEVERITIES()");
        assertThat(logged("VALUE")).isEmpty();
    }

    @Test
    void theMoreVerboseLevelOfSessionAndObjectCounts() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = DEBUG");
        account.run("ALTER DATABASE TESTS SET LOG_LEVEL = 'ERROR'");
        account.run("CALL SEVERITIES()");
        assertThat(logged("VALUE")).hasSize(4);

        account.run("ALTER SESSION SET LOG_LEVEL = ERROR");
        account.run("ALTER DATABASE TESTS SET LOG_LEVEL = 'TRACE'");
        account.run("CALL SEVERITIES()");
        assertThat(logged("VALUE")).hasSize(5);
    }

    @Test
    void anEntrySaysWhereItComesFrom() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = INFO");
        account.run("CALL WITH_ATTRIBUTES()");
        var query = lastQuery();

        assertThat(account.values("SELECT CONCAT_WS('|', VALUE::VARCHAR, SCOPE['name']::VARCHAR, RECORD_TYPE,"
                        + " RECORD_ATTRIBUTES['custom1']::VARCHAR, RECORD_ATTRIBUTES['count']::VARCHAR,"
                        + " RESOURCE_ATTRIBUTES['snow.executable.name']::VARCHAR,"
                        + " RESOURCE_ATTRIBUTES['snow.executable.type']::VARCHAR,"
                        + " RESOURCE_ATTRIBUTES['snow.database.name']::VARCHAR,"
                        + " RESOURCE_ATTRIBUTES['snow.schema.name']::VARCHAR,"
                        + " RESOURCE_ATTRIBUTES['snow.owner.name']::VARCHAR,"
                        + " RESOURCE_ATTRIBUTES['telemetry.sdk.language']::VARCHAR)" + EVENTS + query))
                .containsExactly("With attributes|handlers.Handlers|LOG|value1|3|WITH_ATTRIBUTES():VARCHAR(16777216)"
                        + "|PROCEDURE|TESTS|PUBLIC|ACCOUNTADMIN|java");
        assertThat(account.values("SELECT TIMESTAMP = OBSERVED_TIMESTAMP AND START_TIMESTAMP IS NULL AND TRACE IS NULL"
                        + " AND ABS(DATEDIFF(MINUTE, TIMESTAMP, SYSDATE())) < 5" + EVENTS + query))
                .containsExactly("TRUE");
    }

    @Test
    void anExceptionThatTheHandlerDoesNotCatchIsAnEntry() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = ERROR");
        account.failure("CALL FAIL()");
        assertThat(account.values("SELECT CONCAT_WS('|', RECORD['severity_text']::VARCHAR, VALUE::VARCHAR,"
                        + " RECORD_ATTRIBUTES['exception.type']::VARCHAR,"
                        + " RECORD_ATTRIBUTES['exception.message']::VARCHAR,"
                        + " RECORD_ATTRIBUTES['exception.escaped']::VARCHAR)"
                        + " FROM SNOWFLAKE.TELEMETRY.EVENTS WHERE RECORD_ATTRIBUTES['exception.escaped'] = TRUE"))
                .containsExactly("ERROR|exception|java.lang.IllegalStateException|no sun today|true");
    }

    @Test
    void entriesStayWhenTheTransactionIsRolledBack() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = WARN");
        account.run("CALL UNDO()");
        assertThat(logged("VALUE")).containsExactly("\"stays\"");
    }

    @Test
    void withoutTheTelemetryPackageNothingIsKept() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = TRACE");
        account.run("CALL WITHOUT_TELEMETRY()");
        assertThat(logged("VALUE")).isEmpty();
    }

    @Test
    void whoDoesNotAdministerTheAccountDoesNotReadTheEvents() throws SQLException {
        assertThat(account.values("SELECT COUNT(*) FROM SNOWFLAKE.TELEMETRY.EVENTS_VIEW"))
                .hasSize(1);
        account.run("CREATE ROLE IF NOT EXISTS READER");
        account.run("GRANT DATABASE ROLE SNOWFLAKE.USAGE_VIEWER TO ROLE READER");
        account.run("USE ROLE READER");
        try {
            assertThat(account.failure("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS")
                            .message())
                    .contains("does not exist or not authorized");
        } finally {
            account.run("USE ROLE ACCOUNTADMIN");
        }
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        for (var statement : List.of("ALTER SESSION", "ALTER DATABASE TESTS", "ALTER SCHEMA TESTS.PUBLIC")) {
            assertThat(account.failure(statement + " SET LOG_LEVEL = 'LOUD'").message())
                    .as(statement)
                    .contains("LOUD", "LOG_LEVEL");
        }
    }

    private static void create(String signature, String method) throws SQLException {
        account.run(Account.definition(signature, "VARCHAR", JAR, method)
                .replace(
                        "'com.snowflake:snowpark:latest'",
                        "'com.snowflake:snowpark:latest', 'com.snowflake:telemetry:latest'"));
    }

    /** What the last CALL logged, oldest first. */
    private static List<String> logged(String expression) throws SQLException {
        return account.values("SELECT " + expression + EVENTS + lastQuery() + " ORDER BY TIMESTAMP");
    }

    private static String lastQuery() throws SQLException {
        return "'" + account.value("SELECT LAST_QUERY_ID()") + "'";
    }
}
