package dev.inverterflow.snowflake.local.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Snowflake refuses is refused with its code, SQLSTATE and message, and what differs from it by a word is accepted. The
 * cases stand in files of statements, one for each topic; each topic has a session and a schema of its own.
 */
@Tag("driver")
class RefusalTest {

    @TempDir
    static Path files;

    private static SnowflakeLocal snowflake;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(files.resolve("rows.json"), "{\"a\": 1}\n{\"a\": 2}\n");
        Files.writeString(files.resolve("rows.csv"), "1,one\n2,two\n");
        Files.writeString(files.resolve("bad.json"), "{\"a\": \n");
        snowflake = SnowflakeLocal.builder().database("DB").schema("S").start();
    }

    @AfterAll
    static void stop() {
        snowflake.close();
    }

    @TestFactory
    Stream<DynamicContainer> refusesAndAccepts() {
        return RefusalSuite.TOPICS.stream()
                .map(topic -> DynamicContainer.dynamicContainer(topic, topic(topic, RefusalSuite.cases(topic))));
    }

    @Test
    void eachRefusalStandsBesideWhatIsAccepted() {
        assertThat(RefusalSuite.TOPICS.stream()
                        .flatMap(topic -> RefusalSuite.cases(topic).stream())
                        .filter(one -> !one.title().equals("setup")))
                .hasSizeGreaterThan(100)
                .allMatch(RefusalCase::isComplete);
    }

    @Test
    void noMessageSpeaksOfTheEngine() throws SQLException {
        List<String> wrong = RefusalSuite.sweep();
        assertThat(wrong).hasSizeGreaterThan(200);
        try (Connection connection = connect("sweep")) {
            execute(connection, "CREATE TABLE t (a NUMBER, b VARCHAR, d DATE, v VARIANT)");
            execute(connection, "INSERT INTO t SELECT 1, 'x', '2024-01-01', PARSE_JSON('{\"a\": [1]}')");
            for (String sql : wrong) {
                refusal(connection, sql).assertSpeaksAsSnowflake(sql);
            }
        }
    }

    private static Stream<DynamicTest> topic(String topic, List<RefusalCase> cases) {
        Topic session = new Topic(topic);
        Stream<DynamicTest> tests =
                cases.stream().map(one -> DynamicTest.dynamicTest(one.title(), () -> session.run(one)));
        return tests.onClose(session::close);
    }

    /** The session of a topic, opened by its first case. */
    private static final class Topic {
        private final String name;
        private Connection connection;

        Topic(String name) {
            this.name = name;
        }

        void run(RefusalCase one) throws SQLException {
            if (connection == null) {
                connection = connect(name);
            }
            for (RefusalCase.Step step : one.steps()) {
                run(step);
            }
        }

        private void run(RefusalCase.Step step) {
            String sql = step.sql().replace("${files}", files.toString());
            if (step.kind() == RefusalCase.Kind.NO) {
                Refusal refusal = refusal(connection, sql);
                assertThat(refusal.generic(files))
                        .as(sql)
                        .isEqualTo(step.expected().orElseThrow());
                refusal.assertSpeaksAsSnowflake(sql);
            } else {
                assertThatCode(() -> execute(connection, sql)).as(sql).doesNotThrowAnyException();
            }
        }

        void close() {
            if (connection != null) {
                assertThatCode(connection::close).doesNotThrowAnyException();
            }
        }
    }

    private static Refusal refusal(Connection connection, String sql) {
        SQLException failure = catchThrowableOfType(SQLException.class, () -> execute(connection, sql));
        assertThat((Throwable) failure).as("accepted: %s", sql).isNotNull();
        return Refusal.of(failure);
    }

    private static Connection connect(String topic) throws SQLException {
        var properties = snowflake.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "S");
        properties.setProperty("disablePlatformDetection", "true");
        Connection connection = DriverManager.getConnection(snowflake.jdbcUrl(), properties);
        execute(connection, "CREATE SCHEMA db." + topic.toUpperCase(Locale.ROOT));
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }
}
