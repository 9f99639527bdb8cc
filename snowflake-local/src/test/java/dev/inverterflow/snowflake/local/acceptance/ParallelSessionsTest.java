package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Eight sessions at once, each with tables of its own and one that all of them share. */
class ParallelSessionsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final int SESSIONS = 8;
    private static final int ROUNDS = 6;
    private static final int ROWS = 20;

    private final CyclicBarrier start = new CyclicBarrier(SESSIONS);

    @Test
    void eightSessionsDefineChangeAndReadWithoutErrors() throws Exception {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(
                    connection,
                    "create table shared (session int, round int, n int)",
                    "create table sums (session int, total int)");
            ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
            try {
                List<Future<?>> sessions = new ArrayList<>();
                for (int session = 0; session < SESSIONS; session++) {
                    sessions.add(threads.submit(work(session)));
                }
                for (Future<?> session : sessions) {
                    session.get(5, TimeUnit.MINUTES);
                }
            } finally {
                threads.shutdownNow();
            }
            String expected = SESSIONS * ROUNDS * ROWS + "/" + SESSIONS * ROUNDS * (ROWS * (ROWS - 1) / 2);
            assertThat(LocalServer.value(connection, "select count(*) || '/' || sum(n) from shared"))
                    .isEqualTo(expected);
            assertThat(LocalServer.value(
                            connection,
                            "select count(*) || '/' || count(distinct session) from sums where total = "
                                    + ROUNDS * (ROWS * (ROWS - 1) / 2)))
                    .isEqualTo(SESSIONS + "/" + SESSIONS);
        }
    }

    private Callable<Void> work(int session) {
        return () -> {
            try (Connection connection = SERVER.connect()) {
                start.await();
                LocalServer.execute(connection, "insert into sums values (" + session + ", 0)");
                for (int round = 0; round < ROUNDS; round++) {
                    round(connection, session, round);
                }
            }
            return null;
        };
    }

    private static void round(Connection connection, int session, int round) throws SQLException {
        String own = "own_" + session;
        LocalServer.execute(connection, "create or replace table " + own + " (n int, text varchar)");
        insertRows(connection, own);
        assertThat(LocalServer.update(connection, "update " + own + " set text = text || '!' where n % 2 = 0"))
                .isEqualTo(ROWS / 2);
        assertThat(LocalServer.update(
                        connection, "insert into shared select %d, %d, n from %s".formatted(session, round, own)))
                .isEqualTo(ROWS);
        LocalServer.execute(
                connection,
                "merge into sums using (select sum(n) as total from %s) as added on sums.session = %d"
                                .formatted(own, session)
                        + " when matched then update set total = sums.total + added.total");
        assertThat(LocalServer.value(
                        connection,
                        "select count(*) from shared where session = %d and round = %d".formatted(session, round)))
                .isEqualTo(String.valueOf(ROWS));
        assertThat(LocalServer.value(connection, "select count(*) from " + own + " where text = 'row ' || n || '!'"))
                .isEqualTo(String.valueOf(ROWS / 2));
        LocalServer.execute(connection, "drop table " + own);
    }

    private static void insertRows(Connection connection, String table) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?, ?)")) {
            for (int n = 0; n < ROWS; n++) {
                insert.setInt(1, n);
                insert.setString(2, "row " + n);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).containsOnly(1).hasSize(ROWS);
        }
    }
}
