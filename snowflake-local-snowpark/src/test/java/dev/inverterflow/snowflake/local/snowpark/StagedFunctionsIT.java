package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * User-defined functions whose handlers are in jars on a stage
 * (docs.snowflake.com/en/developer-guide/udf/java/udf-java-introduction).
 */
class StagedFunctionsIT {

    private static final String JAR = "functions.jar";

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        stage("kW");
        account.run("CREATE TABLE PLANTS (SITE VARCHAR, POWER NUMBER(10,0))");
        account.run("INSERT INTO PLANTS VALUES ('north field', 20), ('south', 30), (NULL, NULL)");
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @Test
    void aScalarFunctionIsCalledForEachRowByAStaticOrAnInstanceMethod() throws SQLException {
        create("CREATE OR REPLACE FUNCTION shout(t VARCHAR) RETURNS VARCHAR", "handlers.Handlers.shout");
        create("CREATE OR REPLACE FUNCTION twice(n NUMBER) RETURNS NUMBER", "handlers.Handlers.twice");

        assertThat(account.values("SELECT shout(SITE) || ' ' || twice(POWER) FROM PLANTS WHERE twice(POWER) > 40"))
                .containsExactly("SOUTH! 60");
        assertThat(account.values("SELECT COALESCE(shout(SITE), 'none') FROM PLANTS WHERE SITE IS NULL"))
                .as("the handler is given null")
                .containsExactly("none");
    }

    @Test
    void aTableFunctionGivesRowsForEachRow() throws SQLException {
        create(
                "CREATE OR REPLACE FUNCTION words(t VARCHAR) RETURNS TABLE (word VARCHAR, size NUMBER)",
                "handlers.Handlers");

        assertThat(account.values("SELECT w.word || w.size FROM PLANTS, TABLE(words(SITE)) w WHERE SITE IS NOT NULL"
                        + " ORDER BY 1"))
                .containsExactly("field5", "north5", "south5");
    }

    @Test
    void aReplacedJarRunsAtTheNextStatement() throws Exception {
        create("CREATE OR REPLACE FUNCTION unit() RETURNS VARCHAR", "handlers.Handlers.unit");
        assertThat(account.value("SELECT unit()")).isEqualTo("kW");

        stage("MW");

        assertThat(account.value("SELECT unit()")).isEqualTo("MW");
    }

    @Test
    void whatIsMissingIsToldWhenTheFunctionIsCalled() throws SQLException {
        create("CREATE OR REPLACE FUNCTION lost(n NUMBER) RETURNS NUMBER", "handlers.Handlers.nowhere");

        assertThat(account.failure("SELECT lost(1)").message()).contains("nowhere");
    }

    @Test
    void aQueryIsCancelledFromItsOwnSessionWhileItsHandlerRuns() throws Exception {
        create(
                "CREATE OR REPLACE FUNCTION await(begun VARCHAR, go VARCHAR) RETURNS VARCHAR",
                "handlers.Handlers.await");
        Path begun = folder.resolve("begun");
        Path go = folder.resolve("go");
        try (Statement statement = account.connection().createStatement()) {
            String session = account.value("SELECT CURRENT_SESSION()");
            CompletableFuture<Void> query = CompletableFuture.runAsync(() -> {
                try {
                    statement.executeQuery(
                            "SELECT await('" + begun + "', '" + go + "') FROM PLANTS WHERE SITE = 'south' LIMIT 10");
                } catch (SQLException canceled) {
                    throw new CompletionException(canceled);
                }
            });
            Awaitility.await().until(() -> Files.exists(begun));

            assertThat(account.value("SELECT SYSTEM$CANCEL_ALL_QUERIES(" + session + ")"))
                    .as("as Session.cancelAll of Snowpark asks for it, in the same session")
                    .isEqualTo("1 cancelled.");
            Files.createFile(go);

            assertThatThrownBy(query::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            canceled -> assertThat(canceled.getErrorCode()).isEqualTo(604));
        }
    }

    @Test
    void aFunctionRunsOnAWarehouseAndAConstantOnNone() throws SQLException {
        create("CREATE OR REPLACE FUNCTION unit() RETURNS VARCHAR", "handlers.Handlers.unit");
        account.run("CREATE WAREHOUSE LENT");
        account.run("DROP WAREHOUSE LENT");
        assertThat(account.failure("SELECT unit()").code()).isEqualTo(606);
        assertThat(account.failure("SET u = unit()").code()).isEqualTo(606);
        assertThat(account.value("SELECT UPPER('kW')")).isEqualTo("KW");

        account.run("USE WAREHOUSE COMPUTE_WH");

        assertThat(account.value("SELECT LENGTH(unit())")).isEqualTo("2");
    }

    private static void stage(String unit) throws Exception {
        account.put(HandlerJar.write(folder.resolve(JAR), """
                public static String shout(String text) { return text == null ? null : text.toUpperCase() + "!"; }
                public Long twice(Long number) { return number == null ? null : number * 2; }
                public static String await(String begun, String go) throws Exception {
                    java.nio.file.Files.createFile(java.nio.file.Path.of(begun));
                    while (!java.nio.file.Files.exists(java.nio.file.Path.of(go))) {
                        Thread.sleep(5);
                    }
                    return "done";
                }
                public static String unit() { return "%s"; }

                public static class Word {
                    public String word;
                    public long size;
                    public Word(String word) { this.word = word; this.size = word.length(); }
                }
                public static Class<?> getOutputClass() { return Word.class; }
                public java.util.stream.Stream<Word> process(String text) {
                    return text == null ? java.util.stream.Stream.empty() : Arrays.stream(text.split(" ")).map(Word::new);
                }
                """.formatted(unit)));
    }

    private static void create(String definition, String handler) throws SQLException {
        account.run(definition + " LANGUAGE JAVA RUNTIME_VERSION = '17' IMPORTS = ('@CODE/" + JAR + "') HANDLER = '"
                + handler + "'");
    }
}
