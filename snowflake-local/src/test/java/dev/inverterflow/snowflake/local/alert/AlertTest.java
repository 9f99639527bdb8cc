package dev.inverterflow.snowflake.local.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import dev.inverterflow.snowflake.local.notification.Notification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alerts through the driver, on a clock that stands still until it is moved. */
@Tag("driver")
class AlertTest {
    private MovingClockServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingClockServer.start();
        server.execute("CREATE TABLE gauge (value INTEGER)");
        server.execute("CREATE TABLE log (entry VARCHAR)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void anAlertOnAScheduleActsWhenItsConditionReturnsRows() throws Exception {
        server.execute("CREATE ALERT high SCHEDULE = '5 MINUTE' IF (EXISTS (SELECT * FROM gauge WHERE value > 200))"
                + " THEN INSERT INTO log VALUES ('high')");
        server.execute("ALTER ALERT high RESUME");

        pass(Duration.ofMinutes(5));
        server.execute("INSERT INTO gauge VALUES (201)");
        pass(Duration.ofMinutes(5));

        assertThat(server.rows("SELECT * FROM log")).containsExactly(List.of("high"));
        assertThat(history())
                .containsExactly(
                        List.of("CONDITION_FALSE", "SCHEDULE", "FALSE"), List.of("TRIGGERED", "SCHEDULE", "TRUE"));
        assertThat(
                        server.rows(
                                "SELECT NAME, STATE, SCHEDULED_TIME = '2026-11-23 06:15:00 +00:00'::TIMESTAMP_LTZ"
                                        + " FROM TABLE(INFORMATION_SCHEMA.ALERT_HISTORY(ALERT_NAME => 'high')) WHERE STATE = 'SCHEDULED'"))
                .containsExactly(List.of("HIGH", "SCHEDULED", "TRUE"));
    }

    @Test
    void aConditionMayBeAListing() throws Exception {
        server.execute("CREATE ALERT tables SCHEDULE = '1 MINUTE' IF (EXISTS (SHOW TABLES LIKE 'extra'))"
                + " THEN INSERT INTO log VALUES ('extra')");
        server.execute("ALTER ALERT tables RESUME");
        pass(Duration.ofMinutes(1));
        server.execute("CREATE TABLE extra (n INTEGER)");
        pass(Duration.ofMinutes(1));

        assertThat(server.rows("SELECT * FROM log")).containsExactly(List.of("extra"));
    }

    @Test
    void anAlertIsSuspendedUntilItIsResumedAndCanBeExecutedNevertheless() throws Exception {
        server.execute("CREATE ALERT a SCHEDULE = 'USING CRON 0 * * * * UTC' IF (EXISTS (SELECT 1))"
                + " THEN INSERT INTO log VALUES ('a')");
        pass(Duration.ofHours(2));
        assertThat(server.rows("SELECT * FROM log")).isEmpty();

        server.execute("EXECUTE ALERT a");
        await().until(server::idle);
        server.snowflake().runAlert("DB.SC.A");
        await().until(server::idle);

        assertThat(server.rows("SELECT * FROM log")).hasSize(2);
        assertThat(history())
                .containsExactly(
                        List.of("TRIGGERED", "EXECUTE ALERT", "TRUE"), List.of("TRIGGERED", "EXECUTE ALERT", "TRUE"));
        assertThat(server.rows("SHOW ALERTS")).singleElement().satisfies(alert -> {
            assertThat(alert.subList(7, 11))
                    .containsExactly(
                            "USING CRON 0 * * * * UTC", "suspended", "SELECT 1", "INSERT INTO log VALUES ('a')");
        });
    }

    @Test
    void anAlertOnNewDataSeesEachRowOnce() throws Exception {
        server.execute("INSERT INTO gauge VALUES (300)");
        server.execute("ALTER TABLE gauge SET CHANGE_TRACKING = TRUE");
        server.execute("CREATE ALERT fresh IF (EXISTS (SELECT value FROM gauge WHERE gauge.value > 200))"
                + " THEN INSERT INTO log SELECT 'value ' || value"
                + " FROM TABLE(RESULT_SCAN(SNOWFLAKE.ALERT.GET_CONDITION_QUERY_UUID()))");
        server.execute("ALTER ALERT fresh RESUME");
        await().until(server::idle);
        assertThat(server.rows("SELECT * FROM log")).as("an old row").isEmpty();

        server.execute("INSERT INTO gauge VALUES (201), (5)");
        await().until(() -> server.rows("SELECT * FROM log").size() == 1);
        server.execute("INSERT INTO gauge VALUES (6)");
        await().until(server::idle);
        server.execute("INSERT INTO gauge VALUES (202)");
        await().until(() -> server.rows("SELECT * FROM log").size() == 2);
        await().until(server::idle);

        assertThat(server.rows("SELECT * FROM log")).containsExactly(List.of("value 201"), List.of("value 202"));
        assertThat(history())
                .containsExactly(List.of("TRIGGERED", "TRIGGER", "TRUE"), List.of("TRIGGERED", "TRIGGER", "TRUE"));
        assertThat(server.rows("SHOW STREAMS")).isEmpty();
        assertThatThrownBy(() -> server.execute("EXECUTE ALERT fresh")).hasMessageContaining("cannot be executed");
        assertThatThrownBy(() -> server.execute("ALTER ALERT fresh SET SCHEDULE = '5 MINUTE'"))
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void whatAnAlertOnNewDataCannotReadIsRefused() throws Exception {
        server.execute("ALTER TABLE log SET CHANGE_TRACKING = TRUE");
        server.execute("CREATE VIEW seen AS SELECT * FROM log");
        for (var condition : List.of(
                "SELECT * FROM gauge",
                "WITH c AS (SELECT * FROM log) SELECT * FROM c",
                "SELECT * FROM log a JOIN log b ON a.entry = b.entry",
                "SELECT * FROM seen",
                "SELECT 1",
                "SHOW TABLES")) {
            assertThatThrownBy(() -> server.execute(
                            "CREATE ALERT x IF (EXISTS (" + condition + ")) THEN INSERT INTO log VALUES ('x')"))
                    .as(condition)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("alert on new data");
        }
        server.execute("CREATE ALERT x IF (EXISTS (SELECT * FROM log)) THEN SELECT 1");
    }

    @Test
    void anAlertKnowsWhenItWasDueAndWhenItLastWentWell() throws Exception {
        server.execute("CREATE ALERT a SCHEDULE = '10 MINUTE' CONFIG = '{\"note\": {\"text\": \"hello\"}}'"
                + " IF (EXISTS (SELECT 1 WHERE SNOWFLAKE.ALERT.SCHEDULED_TIME() > '2026-01-01'::TIMESTAMP_LTZ))"
                + " THEN INSERT INTO log SELECT TO_CHAR(CONVERT_TIMEZONE('UTC', SNOWFLAKE.ALERT.SCHEDULED_TIME()), 'HH24:MI')"
                + " || ' ' || COALESCE(TO_CHAR(CONVERT_TIMEZONE('UTC',"
                + " SNOWFLAKE.ALERT.LAST_SUCCESSFUL_SCHEDULED_TIME()), 'HH24:MI'), '-')"
                + " || ' ' || SYSTEM$GET_ALERT_CONFIG('note.text')");
        server.execute("ALTER ALERT a RESUME");

        pass(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));

        assertThat(server.rows("SELECT * FROM log ORDER BY 1"))
                .containsExactly(List.of("06:10 - hello"), List.of("06:20 06:10 hello"));
        assertThatThrownBy(() -> server.rows("SELECT SNOWFLAKE.ALERT.SCHEDULED_TIME()"))
                .hasMessageContaining("can only be called from within an alert");
    }

    @Test
    void failuresTellWhatFailedAndSuspendTheAlertInTheEnd() throws Exception {
        server.execute("CREATE ALERT broken SCHEDULE = '1 MINUTE' SUSPEND_ALERT_AFTER_NUM_FAILURES = 2"
                + " IF (EXISTS (SELECT 1)) THEN INSERT INTO missing VALUES (1)");
        server.execute("ALTER ALERT broken RESUME");
        pass(Duration.ofMinutes(1));
        server.execute("ALTER ALERT broken MODIFY CONDITION EXISTS (SELECT * FROM nowhere)");
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(server.rows("SELECT STATE, WAS_AUTO_SUSPENDED, SQL_ERROR_CODE, CONDITION_QUERY_ID IS NULL,"
                        + " ACTION_QUERY_ID IS NULL FROM TABLE(INFORMATION_SCHEMA.ALERT_HISTORY())"
                        + " ORDER BY SCHEDULED_TIME"))
                .hasSize(3)
                .satisfies(rows ->
                        assertThat(rows.get(0)).containsExactly("ACTION_FAILED", "FALSE", "2003", "FALSE", "FALSE"))
                .satisfies(rows ->
                        assertThat(rows.get(1)).containsExactly("CONDITION_FAILED", "FALSE", "2003", "FALSE", "TRUE"))
                .satisfies(rows ->
                        assertThat(rows.get(2)).containsExactly("CONDITION_FAILED", "TRUE", "2003", "FALSE", "TRUE"));
        assertThat(server.rows("SHOW ALERTS").get(0).get(8)).isEqualTo("suspended");
        assertThat(server.rows("SHOW ALERTS").get(0).get(14)).isEqualTo("TRUE");
    }

    @Test
    void alterChangesAnAlertAndDropEndsIt() throws Exception {
        server.execute(
                "CREATE ALERT a SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN INSERT INTO log VALUES ('old')");
        server.execute("ALTER ALERT a SET SCHEDULE = '2 MINUTE' COMMENT = 'c' RUNBOOK = 'book'");
        server.execute("ALTER ALERT a MODIFY ACTION INSERT INTO log VALUES ('new')");
        server.execute("ALTER ALERT a UNSET COMMENT");
        server.execute("ALTER ALERT a RESUME");
        pass(Duration.ofMinutes(1));
        assertThat(server.rows("SELECT * FROM log")).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(server.rows("SELECT * FROM log")).containsExactly(List.of("new"));
        assertThat(server.rows("DESCRIBE ALERT a").get(0).get(12)).isEqualTo("book");

        server.execute("DROP ALERT a");
        pass(Duration.ofMinutes(2));

        assertThat(server.rows("SELECT * FROM log")).hasSize(1);
        for (var refused : List.of("SCHEDULE = '30 SECONDS'", "SCHEDULE = '0 MINUTE'", "CONFIG = 'x'", "NO_SUCH = 1")) {
            assertThatThrownBy(
                            () -> server.execute("CREATE ALERT b " + refused + " IF (EXISTS (SELECT 1)) THEN SELECT 1"))
                    .as(refused)
                    .isInstanceOf(SQLException.class);
        }
        server.execute("CREATE ALERT b SCHEDULE = '1 M' IF (EXISTS (SELECT 1)) THEN SELECT 1");
    }

    @Test
    void mailGoesToTheOutboxIfTheIntegrationAllowsIt() throws Exception {
        server.execute("CREATE NOTIFICATION INTEGRATION mail TYPE = EMAIL ENABLED = TRUE"
                + " ALLOWED_RECIPIENTS = ('a@example.com', 'b@example.com')");
        server.execute(
                "CREATE ALERT a SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1))"
                        + " THEN CALL SYSTEM$SEND_EMAIL('mail', 'a@example.com, b@example.com', 'Subject', '<p>Body</p>', 'text/html')");
        server.execute("ALTER ALERT a RESUME");

        pass(Duration.ofMinutes(1));

        assertThat(history()).containsExactly(List.of("TRIGGERED", "SCHEDULE", "TRUE"));
        assertThat(server.snowflake().outbox())
                .containsExactly(new Notification(
                        server.clock().instant(),
                        "MAIL",
                        List.of("a@example.com", "b@example.com"),
                        List.of(),
                        List.of(),
                        "Subject",
                        "text/html",
                        "<p>Body</p>"));
        for (var refused : List.of(
                "'mail', 'a@example.com,c@example.com', 's', 'c'",
                "'nowhere', 'a@example.com', 's', 'c'",
                "'mail', 'a@example.com', '', 'c'",
                "'mail', 'a@example.com', 's', 'c', 'image/png'")) {
            assertThatThrownBy(() -> server.rows("CALL SYSTEM$SEND_EMAIL(" + refused + ")"))
                    .as(refused)
                    .isInstanceOf(SQLException.class);
        }
        assertThat(server.snowflake().outbox()).as("nothing more was sent").hasSize(1);
    }

    /** The helper functions of docs.snowflake.com/en/sql-reference/functions/email_integration_config. */
    @Test
    void aSnowflakeNotificationGoesToTheDefaultOrTheNamedRecipients() throws Exception {
        server.execute("CREATE NOTIFICATION INTEGRATION mail TYPE = EMAIL ENABLED = TRUE"
                + " DEFAULT_RECIPIENTS = ('default@example.com') DEFAULT_SUBJECT = 'By default'");

        assertThat(server.rows("CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION("
                        + "SNOWFLAKE.NOTIFICATION.TEXT_PLAIN('plain'), SNOWFLAKE.NOTIFICATION.INTEGRATION('mail'))"))
                .containsExactly(List.of("Enqueued notifications"));
        server.rows(
                "CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION('{\"text/html\": \"<p>x</p>\"}',"
                        + " SNOWFLAKE.NOTIFICATION.EMAIL_INTEGRATION_CONFIG('mail', 'Updates',"
                        + " ARRAY_CONSTRUCT('person_a@example.com', 'person_b@example.com'), ARRAY_CONSTRUCT('cc@example.com'), NULL))");

        assertThat(server.snowflake().outbox())
                .extracting(Notification::to, Notification::cc, Notification::subject, Notification::content)
                .containsExactly(
                        tuple(List.of("default@example.com"), List.of(), "By default", "plain"),
                        tuple(
                                List.of("person_a@example.com", "person_b@example.com"),
                                List.of("cc@example.com"),
                                "Updates",
                                "<p>x</p>"));
        server.execute("CREATE NOTIFICATION INTEGRATION nobody TYPE = EMAIL ENABLED = TRUE");
        assertThatThrownBy(() -> server.rows("CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION("
                        + "SNOWFLAKE.NOTIFICATION.TEXT_PLAIN('plain'), SNOWFLAKE.NOTIFICATION.INTEGRATION('nobody'))"))
                .hasMessageContaining("There is no recipient");
    }

    private void pass(Duration time) {
        server.clock().advance(time);
        await().until(server::idle);
    }

    private List<List<String>> history() throws SQLException {
        return server.rows("SELECT STATE, SCHEDULED_FROM, ACTION_QUERY_ID IS NOT NULL"
                + " FROM SNOWFLAKE.ACCOUNT_USAGE.ALERT_HISTORY ORDER BY SCHEDULED_TIME");
    }
}
