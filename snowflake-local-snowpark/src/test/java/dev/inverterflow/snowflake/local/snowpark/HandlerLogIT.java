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
                public static String threads(Session session) throws Exception {
                    Thread own = new Thread(() -> LOG.info("own thread"));
                    own.start();
                    own.join();
                    java.util.concurrent.CompletableFuture.runAsync(() -> LOG.info("common pool")).get();
                    return "SUCCESS";
                }
                private static final java.util.concurrent.ExecutorService POOL =
                        java.util.concurrent.Executors.newSingleThreadExecutor(task -> {
                            Thread thread = new Thread(task, "pool");
                            thread.setDaemon(true);
                            return thread;
                        });
                public static String pool(Session session, String message) throws Exception {
                    POOL.submit(() -> LOG.info(message)).get();
                    return "SUCCESS";
                }
                public static String logged(String message) { LOG.info("of {}", message); return message; }
                public static String failing(String message) { throw new IllegalArgumentException(message); }
                public static class Row { public String word; public Row(String word) { this.word = word; } }
                public static Class<?> getOutputClass() { return Row.class; }
                public java.util.stream.Stream<Row> process(String text) {
                    LOG.warn("row {}", text);
                    return java.util.stream.Stream.of(new Row(text));
                }
                """));
        create("SEVERITIES()", "severities");
        create("WITH_ATTRIBUTES()", "attributes");
        create("FAIL()", "fail");
        create("UNDO()", "undo");
        create("THREADS()", "threads");
        create("POOL(MESSAGE VARCHAR)", "pool");
        account.run(function("LOGGED(MESSAGE VARCHAR)", "VARCHAR", "handlers.Handlers.logged", "telemetry"));
        account.run(function("UNLOGGED(MESSAGE VARCHAR)", "VARCHAR", "handlers.Handlers.logged", "snowpark"));
        account.run(function("FAILING(MESSAGE VARCHAR)", "VARCHAR", "handlers.Handlers.failing", "telemetry"));
        account.run(function("WORDS(T VARCHAR)", "TABLE (WORD VARCHAR)", "handlers.Handlers", "telemetry"));
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
                        + " FROM SNOWFLAKE.TELEMETRY.EVENTS WHERE RECORD_ATTRIBUTES['exception.escaped'] = TRUE"
                        + " AND RESOURCE_ATTRIBUTES['snow.executable.type'] = 'PROCEDURE'"))
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
    void whatThreadsLogThatAHandlerStartsIsOfItsCall() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = INFO");
        account.run("CALL THREADS()");
        assertThat(logged("VALUE")).containsExactly("\"own thread\"", "\"common pool\"");
    }

    @Test
    void aThreadThatOutlivesItsCallLogsForTheNextOne() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = INFO");
        account.run("CALL POOL('first')");
        assertThat(logged("VALUE || RECORD_ATTRIBUTES['thread.name']")).containsExactly("firstpool");
        account.run("CALL POOL('second')");
        assertThat(logged("VALUE")).containsExactly("\"second\"");
    }

    @Test
    void whatAFunctionLogsIsOfTheStatementThatCallsIt() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = INFO");
        account.run("SELECT LOGGED(COLUMN1) FROM VALUES ('a'), ('b')");
        assertThat(logged("CONCAT_WS('|', VALUE, RESOURCE_ATTRIBUTES['snow.executable.type'],"
                        + " RESOURCE_ATTRIBUTES['snow.executable.name'])"))
                .containsExactlyInAnyOrder(
                        "of a|FUNCTION|LOGGED(MESSAGE VARCHAR):VARCHAR(16777216)",
                        "of b|FUNCTION|LOGGED(MESSAGE VARCHAR):VARCHAR(16777216)");

        account.run("SELECT LOGGED('constant')");
        assertThat(logged("VALUE")).as("once").containsExactly("\"of constant\"");

        account.run("SELECT UNLOGGED('c')");
        assertThat(logged("VALUE")).as("without the telemetry package").isEmpty();
        account.run("ALTER SESSION SET LOG_LEVEL = WARN");
        account.run("SELECT LOGGED('d')");
        assertThat(logged("VALUE")).isEmpty();
    }

    @Test
    void whatATableFunctionLogsIsKeptToo() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = WARN");
        account.run("SELECT W.WORD FROM VALUES ('a'), ('b') V, TABLE(WORDS(V.COLUMN1)) W");
        assertThat(logged("VALUE")).containsExactlyInAnyOrder("\"row a\"", "\"row b\"");
    }

    @Test
    void anExceptionThatAFunctionDoesNotCatchIsAnEntry() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = ERROR");
        account.failure("SELECT FAILING(COLUMN1) FROM VALUES ('dark')");
        assertThat(account.values("SELECT RECORD_ATTRIBUTES['exception.message']::VARCHAR"
                        + " FROM SNOWFLAKE.TELEMETRY.EVENTS WHERE RECORD_ATTRIBUTES['exception.escaped'] = TRUE"
                        + " AND RESOURCE_ATTRIBUTES['snow.executable.type'] = 'FUNCTION'"))
                .containsExactly("dark");
    }

    @Test
    void aRoutinesOwnLevelCountsBeforeThatOfItsSchema() throws SQLException {
        account.run("ALTER SCHEMA TESTS.PUBLIC SET LOG_LEVEL = OFF");
        account.run("ALTER PROCEDURE SEVERITIES() SET LOG_LEVEL = 'WARN'");
        account.run("ALTER FUNCTION LOGGED(VARCHAR) SET LOG_LEVEL = INFO");
        try {
            account.run("CALL SEVERITIES()");
            assertThat(logged("VALUE")).containsExactly("\"warn\"", "\"error\"");
            account.run("SELECT LOGGED('own')");
            assertThat(logged("VALUE")).containsExactly("\"of own\"");
            account.run("ALTER FUNCTION LOGGED(VARCHAR) UNSET LOG_LEVEL");
            account.run("SELECT LOGGED('own')");
            assertThat(logged("VALUE")).isEmpty();
        } finally {
            create("SEVERITIES()", "severities");
        }
    }

    @Test
    void whoMayReadTheEventsHasAnApplicationRole() throws SQLException {
        account.run("CREATE ROLE IF NOT EXISTS READER");
        account.run("CREATE ROLE IF NOT EXISTS ADMINISTRATOR");
        account.run("GRANT USAGE ON WAREHOUSE COMPUTE_WH TO ROLE PUBLIC");
        account.run("GRANT DATABASE ROLE SNOWFLAKE.USAGE_VIEWER TO ROLE READER");
        account.run("GRANT IMPORTED PRIVILEGES ON DATABASE SNOWFLAKE TO ROLE READER");
        as("READER", () -> {
            assertMissing("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS");
            assertMissing("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS_VIEW");
            assertThat(account.failure("GRANT APPLICATION ROLE SNOWFLAKE.EVENTS_VIEWER TO ROLE READER")
                            .message())
                    .contains("Insufficient privileges");
        });
        assertThat(account.failure("GRANT APPLICATION ROLE SNOWFLAKE.EVENTS_READER TO ROLE READER")
                        .message())
                .contains("EVENTS_READER", "does not exist");
        account.run("GRANT APPLICATION ROLE SNOWFLAKE.EVENTS_VIEWER TO ROLE READER");
        account.run("GRANT APPLICATION ROLE SNOWFLAKE.EVENTS_ADMIN TO ROLE ADMINISTRATOR");
        as("READER", () -> {
            assertMissing("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS");
            account.run("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS_VIEW");
            assertMissing("DELETE FROM SNOWFLAKE.TELEMETRY.EVENTS");
            assertMissing("TRUNCATE TABLE SNOWFLAKE.TELEMETRY.EVENTS");
        });
        as("ADMINISTRATOR", () -> {
            account.run("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS");
            account.run("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS_VIEW");
            account.run("DELETE FROM SNOWFLAKE.TELEMETRY.EVENTS WHERE RECORD_TYPE = 'SPAN'");
        });
        account.run("REVOKE APPLICATION ROLE SNOWFLAKE.EVENTS_VIEWER FROM ROLE READER");
        as("READER", () -> assertMissing("SELECT * FROM SNOWFLAKE.TELEMETRY.EVENTS_VIEW"));
    }

    @Test
    void rowsOfTheEventTableAreDeletedAndNothingElseIsDoneToThem() throws SQLException {
        account.run("ALTER SESSION SET LOG_LEVEL = WARN");
        account.run("CALL SEVERITIES()");
        String query = lastQuery();
        account.run("DELETE FROM SNOWFLAKE.TELEMETRY.EVENTS WHERE RECORD['severity_text'] = 'WARN'"
                + " AND RESOURCE_ATTRIBUTES['snow.query.id'] = " + query);
        assertThat(account.values("SELECT VALUE" + EVENTS + query)).containsExactly("\"error\"");

        assertThat(account.failure("UPDATE SNOWFLAKE.TELEMETRY.EVENTS SET RECORD_TYPE = 'LOG'")
                        .message())
                .contains("UPDATE of an event table");
        assertThat(account.failure("INSERT INTO SNOWFLAKE.TELEMETRY.EVENTS (RECORD_TYPE) VALUES ('LOG')")
                        .message())
                .contains("INSERT of an event table");
        assertThat(account.failure("DELETE FROM SNOWFLAKE.TELEMETRY.EVENTS_VIEW")
                        .message())
                .contains("EVENTS_VIEW");

        account.run("TRUNCATE TABLE SNOWFLAKE.TELEMETRY.EVENTS");
        assertThat(account.value("SELECT COUNT(*) FROM SNOWFLAKE.TELEMETRY.EVENTS"))
                .isEqualTo("0");
    }

    @Test
    void aLevelIsSetByWhoMayModifyIt() throws SQLException {
        account.run("CREATE ROLE IF NOT EXISTS LOGGER");
        account.run("GRANT USAGE, MODIFY ON DATABASE TESTS TO ROLE LOGGER");
        as("LOGGER", () -> {
            assertInsufficient("ALTER DATABASE TESTS SET LOG_LEVEL = INFO");
            assertInsufficient("ALTER SESSION SET LOG_LEVEL = INFO");
            account.run("ALTER DATABASE TESTS SET COMMENT = 'needs MODIFY only'");
        });
        account.run("GRANT MODIFY LOG LEVEL, MODIFY SESSION LOG LEVEL ON ACCOUNT TO ROLE LOGGER");
        as("LOGGER", () -> {
            account.run("ALTER DATABASE TESTS SET LOG_LEVEL = INFO");
            account.run("ALTER SESSION SET LOG_LEVEL = INFO");
        });
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

    private static String function(String signature, String returns, String handler, String library) {
        return """
                CREATE FUNCTION %s RETURNS %s LANGUAGE JAVA RUNTIME_VERSION = '17'
                PACKAGES = ('com.snowflake:%s:latest') IMPORTS = ('@CODE/%s') HANDLER = '%s'
                """.formatted(signature, returns, library, JAR, handler);
    }

    private interface Steps {
        void run() throws SQLException;
    }

    private static void as(String role, Steps steps) throws SQLException {
        account.run("USE ROLE " + role);
        try {
            steps.run();
        } finally {
            account.run("USE ROLE ACCOUNTADMIN");
        }
    }

    private static void assertMissing(String sql) {
        assertThat(account.failure(sql).message()).as(sql).contains("does not exist or not authorized");
    }

    private static void assertInsufficient(String sql) {
        assertThat(account.failure(sql).message()).as(sql).contains("Insufficient privileges");
    }

    /** What the last statement logged, oldest first. */
    private static List<String> logged(String expression) throws SQLException {
        return account.values("SELECT " + expression + EVENTS + lastQuery() + " ORDER BY TIMESTAMP");
    }

    private static String lastQuery() throws SQLException {
        return "'" + account.value("SELECT LAST_QUERY_ID()") + "'";
    }
}
