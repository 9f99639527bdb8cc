package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Handlers in staged jars, on the real Snowpark, through the unmodified driver. Long because the source of the handlers that the
 * cases call stands here, too; definitions, scopes and logs have classes of their own.
 */
class StoredProcedureIT {

    private static final String JAR = "handlers.jar";
    private static final Refusal NO_WAREHOUSE = new Refusal(
            606,
            "57P03",
            "No active warehouse selected in the current session.  Select an active warehouse with the 'use warehouse'"
                    + " command.");

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        account.put(HandlerJar.write(folder.resolve(JAR), """
                public static String hello(Session session, String name) { return "Hello " + name; }
                public static String ownSession(Session session, String url, String user, String password) {
                    Session own = Session.builder().configs(Map.of("URL", url, "ACCOUNT", "local", "USER", user, "PASSWORD", password,
                            "disablePlatformDetection", "true")).create();
                    return own.sql("SELECT 1").collect()[0].toString();
                }
                public static String activeSession(Session session) {
                    return Session.builder().getOrCreate().sql("SELECT CURRENT_SESSION()").collect()[0].getString(0)
                            .equals(session.sql("SELECT CURRENT_SESSION()").collect()[0].getString(0)) ? "the same" : "another";
                }
                public String ofInstance(Session session) { return "instance"; }
                public static String ofScala(com.snowflake.snowpark.Session session) { return "scala"; }
                public static long countRows(Session session, String table) { return session.table(table).count(); }
                public static String frame(Session session) {
                    Row[] rows = session.table("PLANTS").filter(Functions.col("POWER").gt(Functions.lit(10)))
                            .groupBy("SITE").agg(Functions.sum(Functions.col("POWER")).as("TOTAL"))
                            .sort(Functions.col("SITE").asc()).collect();
                    return Arrays.toString(rows);
                }
                public static long run(Session session, String sql) { session.sql(sql).collect(); return 1; }
                public static String runAndReportFailure(Session session, String sql) {
                    try { session.sql(sql).collect(); return "accepted"; } catch (Exception e) { return e.getMessage(); }
                }
                public static String ask(Session session, String sql) { return session.sql(sql).first().get().getString(0); }
                public static String fail(Session session) {
                    throw new IllegalStateException("no sun today", new RuntimeException("clouds"));
                }
                public static String sleep(Session session) throws Exception { Thread.sleep(600_000); return "slept"; }
                public static String askForEver(Session session) {
                    while (true) { session.sql("SELECT 1").collect(); }
                }
                public static String closeSession(Session session) { session.close(); return "closed"; }
                """));
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @BeforeEach
    void createTable() throws SQLException {
        account.run("USE SCHEMA TESTS.PUBLIC");
        account.run("CREATE OR REPLACE TABLE PLANTS (SITE VARCHAR, POWER NUMBER(10,0))");
        account.run("INSERT INTO PLANTS VALUES ('A', 20), ('A', 30), ('B', 5), ('C', 11)");
    }

    @Test
    void theResultIsOneColumnNamedAsTheProcedureOfTheDeclaredType() throws SQLException {
        account.create("GREET(NAME VARCHAR)", "VARCHAR", JAR, "hello");
        try (Statement statement = account.connection().createStatement();
                ResultSet rows = statement.executeQuery("CALL GREET('sun')")) {
            assertThat(rows.getMetaData().getColumnCount()).isEqualTo(1);
            assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("GREET");
            assertThat(rows.getMetaData().getColumnType(1)).isEqualTo(Types.VARCHAR);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Hello sun");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void argumentsCanBeBound() throws SQLException {
        account.create("GREET(NAME VARCHAR)", "VARCHAR", JAR, "hello");
        try (var statement = account.connection().prepareStatement("CALL GREET(?)")) {
            statement.setString(1, "bind");
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Hello bind");
            }
        }
    }

    @Test
    void aHandlerMayBeAnInstanceMethodOrTakeTheScalaSession() throws SQLException {
        account.create("OF_INSTANCE()", "VARCHAR", JAR, "ofInstance");
        account.create("OF_SCALA()", "VARCHAR", JAR, "ofScala");
        assertThat(account.value("CALL OF_INSTANCE()")).isEqualTo("instance");
        assertThat(account.value("CALL OF_SCALA()")).isEqualTo("scala");
    }

    @Test
    void aHandlerWorksWithDataFrames() throws SQLException {
        account.create("FRAME()", "VARCHAR", JAR, "frame");
        assertThat(account.value("CALL FRAME()")).isEqualTo("[Row[\"A\",50], Row[\"C\",11]]");
    }

    @Test
    void aHandlerSeesUncommittedRowsOfItsCallerWhoseRollbackUndoesItsOwn() throws SQLException {
        account.create("COUNT_ROWS(TABLE_NAME VARCHAR)", "NUMBER", JAR, "countRows");
        account.create("RUN(SQL VARCHAR)", "NUMBER", JAR, "run");
        account.run("BEGIN");
        account.run("INSERT INTO PLANTS VALUES ('D', 1)");
        assertThat(account.value("CALL COUNT_ROWS('PLANTS')")).isEqualTo("5");
        account.run("CALL RUN('INSERT INTO PLANTS VALUES (''E'', 2)')");
        assertThat(account.value("SELECT COUNT(*) FROM PLANTS")).isEqualTo("6");
        account.run("ROLLBACK");
        assertThat(account.value("SELECT COUNT(*) FROM PLANTS")).isEqualTo("4");
    }

    @Test
    void aTransactionThatAHandlerLeavesOpenIsRolledBackAndAnError() throws Exception {
        account.put(HandlerJar.write(folder.resolve("open.jar"), """
                public static String leaveOpen(Session session) {
                    session.sql("BEGIN TRANSACTION").collect();
                    session.sql("DELETE FROM PLANTS").collect();
                    return "left";
                }
                """));
        account.create("LEAVE_OPEN()", "VARCHAR", "open.jar", "leaveOpen");
        Refusal failure = account.failure("CALL LEAVE_OPEN()");
        assertThat(failure.message()).contains("transaction");
        assertThat(account.value("SELECT COUNT(*) FROM PLANTS")).isEqualTo("4");
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations. */
    @Test
    void aHandlerMakesNoSessionOfItsOwnButMayAskForTheOneThatIsThere() throws SQLException {
        account.create("OWN_SESSION(URL VARCHAR, USERNAME VARCHAR, PASS VARCHAR)", "VARCHAR", JAR, "ownSession");
        account.create("ACTIVE_SESSION()", "VARCHAR", JAR, "activeSession");

        assertThat(account.value("CALL ACTIVE_SESSION()")).isEqualTo("the same");
        assertThat(account.failure("CALL OWN_SESSION(" + account.login() + ")").message())
                .contains("The handler created a session of its own, which a stored procedure must not do");
        assertThat(account.value("CALL ACTIVE_SESSION()")).isEqualTo("the same");
    }

    @Test
    void anExceptionReachesTheCallerWithTheHandlersOwnFrames() throws SQLException {
        account.create("FAIL()", "VARCHAR", JAR, "fail");
        Refusal failure = account.failure("CALL FAIL()");
        assertThat(failure.code()).isEqualTo(100132);
        assertThat(failure.sqlState()).isEqualTo("P0000");
        assertThat(failure.message())
                .contains("Uncaught exception of type java.lang.IllegalStateException: no sun today")
                .contains("handlers.Handlers.fail(Handlers.java")
                .contains("Caused by: java.lang.RuntimeException: clouds");
        assertThat(failure.message()).doesNotContain("reflect").doesNotContain("dev.inverterflow");
    }

    @Test
    void anSqlErrorOfAHandlerReachesTheCallerInSnowflakesWords() throws SQLException {
        account.create("RUN(SQL VARCHAR)", "NUMBER", JAR, "run");
        assertThat(account.failure("CALL RUN('SELECT * FROM NO_SUCH_TABLE')").message())
                .contains("NO_SUCH_TABLE' does not exist or not authorized");
    }

    @Test
    void aHandlerCannotCloseItsSession() throws SQLException {
        account.create("CLOSE_SESSION()", "VARCHAR", JAR, "closeSession");
        assertThat(account.failure("CALL CLOSE_SESSION()").message()).contains("Cannot close this session");
        assertThat(account.value("SELECT COUNT(*) FROM PLANTS")).isEqualTo("4");
    }

    @Test
    void ownersRightsUseTheProceduresSchemaAndLeaveTheCallersAlone() throws SQLException {
        account.create("ASK(SQL VARCHAR)", "VARCHAR", JAR, "ask");
        account.run("CREATE SCHEMA IF NOT EXISTS ELSEWHERE");
        account.run("USE SCHEMA ELSEWHERE");
        assertThat(account.value("CALL TESTS.PUBLIC.ASK('SELECT CURRENT_SCHEMA()')"))
                .isEqualTo("PUBLIC");
        assertThat(account.value("SELECT CURRENT_SCHEMA()")).isEqualTo("ELSEWHERE");
    }

    @Test
    void callersRightsUseTheCallersSchema() throws SQLException {
        account.run(Account.definition("ASK_AS_CALLER(SQL VARCHAR)", "VARCHAR", JAR, "ask") + " EXECUTE AS CALLER");
        account.run("CREATE SCHEMA IF NOT EXISTS ELSEWHERE");
        account.run("USE SCHEMA ELSEWHERE");
        assertThat(account.value("CALL TESTS.PUBLIC.ASK_AS_CALLER('SELECT CURRENT_SCHEMA()')"))
                .isEqualTo("ELSEWHERE");
    }

    @Test
    void ownersRightsRefuseWhatChangesTheCallersSession() throws SQLException {
        account.create("TRY_TO(SQL VARCHAR)", "VARCHAR", JAR, "runAndReportFailure");
        for (String refused : List.of(
                "ALTER SESSION SET TIMEZONE = ''Asia/Tokyo''",
                "SET X = 1",
                "SHOW PARAMETERS",
                "SHOW GRANTS",
                "SELECT * FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY())",
                "SELECT * FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY_BY_SESSION())",
                "CREATE TEMPORARY TABLE T (A INT)",
                "USE ROLE ACCOUNTADMIN")) {
            assertThat(account.value("CALL TRY_TO('" + refused + "')"))
                    .as(refused)
                    .isNotEqualTo("accepted");
        }
        assertThat(account.value("CALL TRY_TO('CREATE OR REPLACE TABLE KEPT (A INT)')"))
                .isEqualTo("accepted");
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights: restrictions on built-in functions. */
    @Test
    void getDdlInAnOwnersRightsProcedureIsForItsOwnerOnly() throws SQLException {
        account.create("TELL(SQL VARCHAR)", "VARCHAR", JAR, "runAndReportFailure");
        String call = "CALL TELL('SELECT GET_DDL(''TABLE'', ''PLANTS'')')";
        assertThat(account.value(call)).isEqualTo("accepted");
        account.run("CREATE OR REPLACE ROLE OTHER");
        account.run("GRANT USAGE ON WAREHOUSE COMPUTE_WH TO ROLE OTHER");
        account.run("GRANT USAGE ON DATABASE TESTS TO ROLE OTHER");
        account.run("GRANT USAGE ON SCHEMA TESTS.PUBLIC TO ROLE OTHER");
        account.run("GRANT USAGE ON PROCEDURE TELL(VARCHAR) TO ROLE OTHER");
        account.run("GRANT SELECT ON TABLE PLANTS TO ROLE OTHER");
        account.run("USE ROLE OTHER");
        try {
            assertThat(account.value(call)).contains("Unsupported statement type 'GET_DDL'");
            assertThat(account.value("SELECT GET_DDL('TABLE', 'PLANTS')")).startsWith("create or replace TABLE PLANTS");
            account.run("USE ROLE ACCOUNTADMIN");
            account.run("ALTER PROCEDURE TELL(VARCHAR) EXECUTE AS CALLER");
            account.run("USE ROLE OTHER");
            assertThat(account.value(call)).isEqualTo("accepted");
        } finally {
            account.run("USE ROLE ACCOUNTADMIN");
        }
    }

    @Test
    void getDdlTellsTheSourceThatStandsInTheStatement() throws SQLException {
        account.run("""
                CREATE OR REPLACE PROCEDURE INLINE(N NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17'
                PACKAGES = ('com.snowflake:snowpark:latest') HANDLER = 'Inline.run' AS
                'public class Inline {
                    // it''s a comment
                    public static String run(com.snowflake.snowpark_java.Session session, long n) {
                        return "it''s\\t" + n;
                    }
                }'""".replace("\\t", "\\\\t"));
        account.run("""
                CREATE OR REPLACE SECURE FUNCTION INLINE(N NUMBER) RETURNS VARCHAR LANGUAGE JAVA RUNTIME_VERSION = '17'
                HANDLER = 'Inline.run' COMMENT = 'inline' AS
                $$public class Inline { public static String run(long n) { return "it's\\t" + n; } }$$""");
        for (String kind : List.of("PROCEDURE", "FUNCTION")) {
            String tell = "SELECT GET_DDL('" + kind + "', 'INLINE(NUMBER)')";
            String told = account.value(tell);
            account.run(told);
            assertThat(account.value(tell)).isEqualTo(told);
        }
        assertThat(account.value("CALL INLINE(1)")).isEqualTo("it's\t1");
        assertThat(account.value("SELECT INLINE(1)")).isEqualTo("it's\t1");
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations: PUT and GET. */
    @Test
    void aCallRunsOnTheCallersWarehouseWhichTheOwnerNeedNotBeAllowedToUse() throws SQLException {
        account.run("CREATE OR REPLACE ROLE OWNER_OF_IT");
        account.run("GRANT USAGE ON DATABASE TESTS TO ROLE OWNER_OF_IT");
        account.run("GRANT USAGE, CREATE PROCEDURE ON SCHEMA TESTS.PUBLIC TO ROLE OWNER_OF_IT");
        account.run("GRANT READ ON STAGE CODE TO ROLE OWNER_OF_IT");
        account.run("GRANT SELECT ON TABLE PLANTS TO ROLE OWNER_OF_IT");
        account.run("GRANT ROLE OWNER_OF_IT TO ROLE ACCOUNTADMIN");
        account.run("USE ROLE OWNER_OF_IT");
        account.create("COUNT_OF(T VARCHAR)", "NUMBER", JAR, "countRows");
        account.create("ASK_IT(Q VARCHAR)", "VARCHAR", JAR, "ask");
        assertThat(account.failure("CALL COUNT_OF('PLANTS')"))
                .as("the owner has no warehouse of its own")
                .isEqualTo(NO_WAREHOUSE);

        account.run("USE ROLE ACCOUNTADMIN");

        assertThat(account.value("CALL COUNT_OF('PLANTS')")).isEqualTo("4");
        assertThat(account.value("CALL ASK_IT('SELECT CURRENT_WAREHOUSE()')")).isEqualTo("COMPUTE_WH");
    }

    @Test
    void aHandlerWritesFilesBelowTmpOnly() throws SQLException {
        account.run(
                Account.definition("FETCH(SQL VARCHAR)", "VARCHAR", JAR, "runAndReportFailure") + " EXECUTE AS CALLER");
        String get = "CALL FETCH('GET @CODE/" + JAR + " ''file://%s''')";

        assertThat(account.value(get.formatted(folder))).isEqualTo("accepted");
        assertThat(account.value(get.formatted("/nowhere/else"))).contains("a handler may write below /tmp only");
    }

    @Test
    void aProcedureCanCallAnother() throws SQLException {
        account.create("GREET(NAME VARCHAR)", "VARCHAR", JAR, "hello");
        account.create("ASK(SQL VARCHAR)", "VARCHAR", JAR, "ask");
        assertThat(account.value("CALL ASK('CALL GREET(''inner'')')")).isEqualTo("Hello inner");
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights: nested procedures. */
    @Test
    void whatAnOwnersRightsProcedureCallsHasOwnersRightsToo() throws SQLException {
        account.create("ASK(SQL VARCHAR)", "VARCHAR", JAR, "ask");
        account.run(Account.definition("TRY_AS_CALLER(SQL VARCHAR)", "VARCHAR", JAR, "runAndReportFailure")
                + " EXECUTE AS CALLER");
        account.run(Account.definition("ASK_AS_CALLER(SQL VARCHAR)", "VARCHAR", JAR, "ask") + " EXECUTE AS CALLER");
        String nested = "CALL TRY_AS_CALLER(''ALTER SESSION SET LOCK_TIMEOUT = 7'')";

        assertThat(account.value("CALL ASK_AS_CALLER('" + nested + "')"))
                .as("caller's rights all the way up")
                .isEqualTo("accepted");
        assertThat(account.value("CALL ASK('" + nested + "')")).contains("Unsupported statement type");
        account.run("ALTER SESSION UNSET LOCK_TIMEOUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "askForEver"})
    void aTimeoutStopsTheHandlerAndTheSessionGoesOn(String handler) throws SQLException {
        account.create("ENDLESS()", "VARCHAR", JAR, handler);
        try (Statement statement = account.connection().createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("CALL ENDLESS()"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            canceled -> assertThat(canceled.getErrorCode()).isEqualTo(604));
        }
        assertThat(account.value("SELECT COUNT(*) FROM PLANTS")).isEqualTo("4");
    }

    @Test
    void sessionsCallAtTheSameTime() throws Exception {
        account.create("COUNT_ROWS(TABLE_NAME VARCHAR)", "NUMBER", JAR, "countRows");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                counts.add(threads.submit(StoredProcedureIT::countInASessionOfItsOwn));
            }
            for (Future<Long> count : counts) {
                assertThat(count.get()).isEqualTo(4);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theLibraryLeavesStandardErrorAndSystemPropertiesAsTheyWere() throws SQLException {
        account.create("GREET(NAME VARCHAR)", "VARCHAR", JAR, "hello");
        account.run("CALL GREET('x')");
        assertThat(System.err).isNotSameAs(System.out);
        assertThat(System.err.checkError()).isFalse();
        assertThat(System.getProperty("net.snowflake.jdbc.loggerImpl")).isNull();
    }

    @Test
    void theHandlersDriverLogsNothingToTheUsersTerminal() throws SQLException {
        account.create("GREET(NAME VARCHAR)", "VARCHAR", JAR, "hello");
        Logger logins = Logger.getLogger("net.snowflake.client.core.SFSession");
        List<String> records = new CopyOnWriteArrayList<>();
        Handler collecting = new Collecting(records);
        logins.setLevel(Level.ALL);
        logins.addHandler(collecting);
        try {
            account.run("CALL GREET('x')");
            assertThat(records).isEmpty();
        } finally {
            logins.removeHandler(collecting);
            logins.setLevel(null);
        }
    }

    private static long countInASessionOfItsOwn() throws SQLException {
        try (Connection connection = account.another();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("CALL COUNT_ROWS('PLANTS')")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static final class Collecting extends Handler {

        private final List<String> records;

        private Collecting(List<String> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
