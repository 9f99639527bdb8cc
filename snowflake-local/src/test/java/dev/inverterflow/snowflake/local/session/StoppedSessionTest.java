package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stopping a session of the server does, whichever moment it hits: tasks and alerts are stopped so. */
class StoppedSessionTest {
    private ProcedureServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ProcedureServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void anOrderBetweenTwoStatementsStopsTheSecond() {
        try (var session = server.another()) {
            session.execute("select 1");
            session.cancel();

            assertThatThrownBy(() -> session.execute("select 2"))
                    .isInstanceOfSatisfying(
                            SnowflakeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(604));
        }
    }

    @Test
    void anOrderBeforeAStatementReachesTheEngineStopsIt() {
        try (var session = server.another()) {
            server.procedure("P", scope -> {
                session.cancel();
                server.run(server.attach(scope), "insert into s.t values (1)");
            });

            assertThatThrownBy(() -> session.execute("call p()")).hasMessageContaining("cancel");
        }
        assertThat(server.value("select count(*) from t")).isEqualTo("0");
    }
}
