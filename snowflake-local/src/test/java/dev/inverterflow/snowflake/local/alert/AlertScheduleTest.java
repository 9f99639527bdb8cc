package dev.inverterflow.snowflake.local.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When alerts run, whose rights they need, and what stops them. */
@Tag("driver")
class AlertScheduleTest {
    private static final String SLOW = "INSERT INTO log SELECT COUNT(*)::VARCHAR FROM"
            + " (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) a"
            + " JOIN (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) b ON a.n * b.n = 7";
    private MovingClockServer server;

    @BeforeEach
    void start() throws SQLException {
        server = MovingClockServer.start();
        server.execute("CREATE TABLE log (entry VARCHAR)");
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    /** The clock begins at 06:00 UTC, which is 15:00 in Tokyo. */
    @Test
    void aCronScheduleGoesByItsOwnZone() throws SQLException {
        server.execute("CREATE ALERT a SCHEDULE = 'USING CRON 30 15 * * * Asia/Tokyo' IF (EXISTS (SELECT 1))"
                + " THEN INSERT INTO log VALUES ('a')");
        server.execute("ALTER ALERT a RESUME");

        pass(Duration.ofMinutes(29));
        assertThat(server.rows("SELECT * FROM log")).isEmpty();
        pass(Duration.ofMinutes(1));
        pass(Duration.ofDays(1));

        assertThat(server.rows("SELECT * FROM log")).hasSize(2);
    }

    @Test
    void anAlertThatStillRunsIsNotRunAgainAndIsCancelledWhenItIsSuspended() throws SQLException {
        server.execute("CREATE ALERT slow SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1)) THEN " + SLOW);
        server.execute("ALTER ALERT slow RESUME");
        server.clock().advance(Duration.ofMinutes(1));
        await().until(() -> states().contains(List.of("EXECUTING")));

        server.clock().advance(Duration.ofMinutes(5));
        assertThat(states()).containsExactly(List.of("SCHEDULED"), List.of("EXECUTING"));
        server.execute("ALTER ALERT slow SUSPEND");
        await().until(server::idle);

        assertThat(states()).containsExactly(List.of("CANCELLED"));
        assertThat(server.rows("SELECT * FROM log")).isEmpty();
    }

    @Test
    void itsOwnerNeedsTheRightsToExecuteAlerts() throws SQLException {
        server.execute("CREATE ROLE watcher");
        server.execute("GRANT USAGE ON WAREHOUSE compute_wh TO ROLE watcher");
        server.execute("GRANT USAGE ON DATABASE db TO ROLE watcher");
        server.execute("GRANT USAGE, CREATE ALERT ON SCHEMA sc TO ROLE watcher");
        server.execute("GRANT INSERT ON TABLE log TO ROLE watcher");
        server.execute("USE ROLE watcher");
        server.execute("CREATE ALERT theirs SCHEDULE = '1 MINUTE' IF (EXISTS (SELECT 1))"
                + " THEN INSERT INTO log VALUES ('theirs')");

        assertThatThrownBy(() -> server.execute("ALTER ALERT theirs RESUME")).hasMessageContaining("EXECUTE ALERT");
        grant("EXECUTE ALERT");
        assertThatThrownBy(() -> server.execute("ALTER ALERT theirs RESUME"))
                .hasMessageContaining("EXECUTE MANAGED ALERT");
        grant("EXECUTE MANAGED ALERT");
        server.execute("ALTER ALERT theirs RESUME");

        pass(Duration.ofMinutes(1));
        assertThat(server.rows(
                        "SELECT STATE FROM TABLE(INFORMATION_SCHEMA.ALERT_HISTORY()) WHERE STATE <> 'SCHEDULED'"))
                .containsExactly(List.of("TRIGGERED"));
    }

    @Test
    void mailNeedsAnIntegrationThatIsEnabledAndUsable() throws SQLException {
        server.execute("CREATE NOTIFICATION INTEGRATION mail TYPE = EMAIL ENABLED = FALSE"
                + " ALLOWED_RECIPIENTS = ('a@example.com')");
        var send = "CALL SYSTEM$SEND_EMAIL('mail', 'a@example.com', 's', 'c')";
        assertThatThrownBy(() -> server.rows(send)).hasMessageContaining("is not enabled");

        server.execute("ALTER NOTIFICATION INTEGRATION mail SET ENABLED = TRUE");
        server.execute("CREATE ROLE sender");
        server.execute("USE ROLE sender");
        assertThatThrownBy(() -> server.rows(send)).hasMessageContaining("not authorized");

        server.execute("USE ROLE accountadmin");
        server.execute("GRANT USAGE ON INTEGRATION mail TO ROLE sender");
        server.execute("USE ROLE sender");
        assertThat(server.rows(send)).containsExactly(List.of("TRUE"));
        assertThat(server.snowflake().outbox()).hasSize(1);
    }

    private void grant(String privilege) throws SQLException {
        server.execute("USE ROLE accountadmin");
        server.execute("GRANT " + privilege + " ON ACCOUNT TO ROLE watcher");
        server.execute("USE ROLE watcher");
    }

    private List<List<String>> states() throws SQLException {
        return server.rows("SELECT STATE FROM TABLE(INFORMATION_SCHEMA.ALERT_HISTORY())");
    }

    private void pass(Duration time) {
        server.clock().advance(time);
        await().until(server::idle);
    }
}
