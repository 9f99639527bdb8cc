package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused when a procedure is created, what when it is called, and which jar a call runs. */
class ProcedureDefinitionIT {

    private static final String JAR = "definition.jar";

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        account.put(HandlerJar.write(folder.resolve(JAR), """
                private static int calls;
                private static String secret(Session session) { return "private"; }
                public static String two(Session session, String a, String b) { return a + b; }
                public static String noSession(String a) { return a; }
                public static long count(Session session) { return ++calls; }
                public static String canSee(Session session, String name) {
                    try {
                        return String.valueOf(Class.forName(name).getClassLoader().getName());
                    } catch (ClassNotFoundException e) {
                        try {
                            return String.valueOf(Thread.currentThread().getContextClassLoader().loadClass(name));
                        } catch (ClassNotFoundException e2) {
                            return "unseen";
                        }
                    }
                }
                """));
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @Test
    void whatIsMissingIsToldWhenTheProcedureIsCalled() throws SQLException {
        account.create("NO_JAR()", "VARCHAR", "missing.jar", "count");
        account.create("NO_METHOD()", "VARCHAR", JAR, "missing");
        account.create("PRIVATE_METHOD()", "VARCHAR", JAR, "secret");
        account.create("NO_SESSION(A VARCHAR)", "VARCHAR", JAR, "noSession");
        account.run(Account.definition("NO_CLASS()", "VARCHAR", JAR, "count")
                .replace("handlers.Handlers.count", "handlers.Missing.count"));
        assertThat(account.failure("CALL NO_JAR()").message()).contains("missing.jar");
        assertThat(account.failure("CALL NO_CLASS()").message()).contains("handlers.Missing");
        assertThat(account.failure("CALL NO_METHOD()").message()).contains("no public method 'missing'");
        assertThat(account.failure("CALL PRIVATE_METHOD()").message()).contains("no public method 'secret'");
        assertThat(account.failure("CALL NO_SESSION('a')").message()).contains("does not take a Session");
    }

    @Test
    void anUnknownProcedureIsRefused() {
        Refusal failure = account.failure("CALL NO_SUCH_PROCEDURE(1)");
        assertThat(failure.code()).isEqualTo(2140);
        assertThat(failure.message()).contains("Unknown function NO_SUCH_PROCEDURE");
    }

    @Test
    void aTemporaryOverloadNeedsNoPrivilegeThoughTheOthersOfItsNameDo() throws SQLException {
        account.create("MINE(A VARCHAR, B VARCHAR)", "VARCHAR", JAR, "two");
        account.run(Account.definition("MINE()", "NUMBER", JAR, "count").replace("OR REPLACE", "TEMPORARY"));
        account.run("CREATE OR REPLACE ROLE VISITOR");
        account.run("GRANT USAGE ON WAREHOUSE COMPUTE_WH TO ROLE VISITOR");
        account.run("GRANT USAGE ON DATABASE TESTS TO ROLE VISITOR");
        account.run("GRANT USAGE ON SCHEMA TESTS.PUBLIC TO ROLE VISITOR");
        account.run("USE ROLE VISITOR");
        String call = "CALL MINE('a', NO_SUCH_FUNCTION())";
        Refusal ofArguments = account.failure(call);
        Refusal ofPrivilege = account.failure("CALL MINE('a', 'b')");
        String own = account.value("CALL MINE()");
        account.run("USE ROLE ACCOUNTADMIN");
        account.run("DROP PROCEDURE MINE()");
        account.run("USE ROLE VISITOR");
        Refusal ofAll = account.failure(call);
        account.run("USE ROLE ACCOUNTADMIN");

        assertThat(own).matches("\\d+");
        assertThat(ofArguments.message()).contains("NO_SUCH_FUNCTION");
        assertThat(ofPrivilege.code()).isEqualTo(2141);
        assertThat(ofAll.code()).as("nothing is evaluated for who may use none").isEqualTo(2141);
        assertThat(account.value("CALL MINE('a', 'b')")).isEqualTo("ab");
    }

    @ParameterizedTest
    @CsvSource({
        "RUNTIME_VERSION = '17', RUNTIME_VERSION = '21', RUNTIME_VERSION = '21'",
        "RUNTIME_VERSION = '17', RUNTIME_VERSION = '8', RUNTIME_VERSION",
        "com.snowflake:snowpark:latest, com.snowflake:telemetry:latest, com.snowflake:snowpark",
        "com.snowflake:snowpark:latest, com.snowflake:snowpark:1.3.0, 1.16.0",
        "LANGUAGE JAVA, LANGUAGE SQL, LANGUAGE SQL",
        "@CODE/definition.jar, @NO_SUCH_STAGE/definition.jar, NO_SUCH_STAGE",
    })
    void aDefinitionThatCannotRunIsRefusedAtOnce(String accepted, String refused, String named) throws SQLException {
        String sql = Account.definition("REFUSED()", "NUMBER", JAR, "count");
        assertThat(sql).contains(accepted);
        account.run(sql);
        assertThat(account.failure(sql.replace(accepted, refused)).message()).contains(named);
    }

    @Test
    void aHandlerCompiledForANewerJavaThanItsRuntimeVersionIsRefused() throws Exception {
        String eleven = Account.definition("ELEVEN()", "NUMBER", JAR, "count").replace("'17'", "'11'");
        account.run(eleven);
        assertThat(account.failure("CALL ELEVEN()").message()).contains("UnsupportedClassVersionError");
        account.put(HandlerJar.write(
                folder.resolve("eleven.jar"), "public static long count(Session session) { return 11; }", "11"));
        account.run(eleven.replace(JAR, "eleven.jar"));
        assertThat(account.value("CALL ELEVEN()")).isEqualTo("11");
    }

    @Test
    void anAmbiguousOverloadIsRefused() throws SQLException {
        account.create("AMBIGUOUS(A VARCHAR)", "VARCHAR", JAR, "two");
        assertThat(account.failure(Account.definition(
                                "AMBIGUOUS(A VARCHAR, B VARCHAR DEFAULT 'b')", "VARCHAR", JAR, "two"))
                        .message())
                .contains("ambiguous PROCEDURE overloading");
        account.create("AMBIGUOUS(A VARCHAR, B VARCHAR)", "VARCHAR", JAR, "two");
        assertThat(account.value("CALL AMBIGUOUS('a', 'b')")).isEqualTo("ab");
    }

    @Test
    void aReplacedJarRunsAtTheNextCall() throws Exception {
        Path jar = folder.resolve("replaced.jar");
        account.put(HandlerJar.write(jar, "public static String version(Session session) { return \"one\"; }"));
        account.create("VERSION()", "VARCHAR", "replaced.jar", "version");
        assertThat(account.value("CALL VERSION()")).isEqualTo("one");
        account.put(HandlerJar.write(jar, "public static String version(Session session) { return \"two\"; }"));
        assertThat(account.value("CALL VERSION()")).isEqualTo("two");
    }

    @Test
    void twoVersionsOfOneClassRunSideBySide() throws Exception {
        String counting = "private static long calls; public static long count(Session session) { return ++calls; }";
        account.put(HandlerJar.write(folder.resolve("v1.jar"), counting));
        account.put(HandlerJar.write(folder.resolve("v2.jar"), counting.replace("++calls", "100 + ++calls")));
        account.create("COUNT_V1()", "NUMBER", "v1.jar", "count");
        account.create("COUNT_V2()", "NUMBER", "v2.jar", "count");
        assertThat(account.value("CALL COUNT_V1()")).isEqualTo("1");
        assertThat(account.value("CALL COUNT_V2()")).isEqualTo("101");
        assertThat(account.value("CALL COUNT_V1()")).isEqualTo("2");
    }

    @Test
    void aHandlerSeesTheLibraryButNeitherTheStandInNorTheApplication() throws SQLException {
        account.create("CAN_SEE(NAME VARCHAR)", "VARCHAR", JAR, "canSee");
        assertThat(account.value("CALL CAN_SEE('com.snowflake.snowpark_java.DataFrame')"))
                .isEqualTo("snowflake-local-snowpark");
        for (String hidden : new String[] {
            "org.duckdb.DuckDBDriver",
            "dev.inverterflow.snowflake.local.SnowflakeLocal",
            "dev.inverterflow.snowflake.local.spi.HandlerRuntime",
            "dev.inverterflow.snowflake.local.snowpark.SnowparkHandlerRuntime",
            "net.snowflake.client.api.driver.SnowflakeDriver",
            "org.junit.jupiter.api.Test"
        }) {
            assertThat(account.value("CALL CAN_SEE('" + hidden + "')"))
                    .as(hidden)
                    .isEqualTo("unseen");
        }
    }

    @Test
    void aProcedureIsDescribedAndDropped() throws SQLException {
        account.create("DESCRIBED(A VARCHAR, B NUMBER(5,1) DEFAULT 1)", "VARCHAR(10)", JAR, "two");
        assertThat(account.values("DESCRIBE PROCEDURE DESCRIBED(VARCHAR, NUMBER)"))
                .contains("signature", "returns", "handler", "execute as");
        account.run("DROP PROCEDURE DESCRIBED(VARCHAR, NUMBER)");
        assertThat(account.failure("DROP PROCEDURE DESCRIBED(VARCHAR, NUMBER)").code())
                .isEqualTo(2003);
        account.run("DROP PROCEDURE IF EXISTS DESCRIBED(VARCHAR, NUMBER)");
        assertThat(account.failure("CALL DESCRIBED('a', 1)").code()).isEqualTo(2140);
    }

    @Test
    void creatingTwiceNeedsOrReplaceOrIfNotExists() throws SQLException {
        String create = Account.definition("TWICE()", "NUMBER", JAR, "count");
        account.run(create);
        assertThat(account.failure(create.replace("OR REPLACE ", "")).code()).isEqualTo(2002);
        account.run(create.replace("OR REPLACE PROCEDURE", "PROCEDURE IF NOT EXISTS"));
    }
}
