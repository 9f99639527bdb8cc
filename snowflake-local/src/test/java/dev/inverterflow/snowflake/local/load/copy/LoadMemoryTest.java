package dev.inverterflow.snowflake.local.load.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What COPY remembers of the files it loaded, for how long, and what it does about files that are gone
 * (docs.snowflake.com/en/user-guide/data-load-considerations-load, Load metadata and Loading older files).
 */
@Tag("driver")
class LoadMemoryTest {
    private static final List<List<String>> NOTHING = List.of(List.of("Copy executed with 0 files processed."));
    private static final String COPY = "COPY INTO t FROM @st ";

    /** Objects of the embedded S3 are as old as the machine says. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        InstantSource time = now::get;
        Clock clock = time.withZone(ZoneOffset.UTC);
        server = MovingServer.start(settings -> settings.clock(clock));
        server.execute("CREATE TABLE t (n NUMBER)");
        server.createStage("st", "s3://bucket/raw/");
        server.putSilently("raw/a.csv", "1\n");
        server.rows(COPY);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aFileThatWasLoadedIsKnownForSixtyFourDays() throws Exception {
        pass(Duration.ofDays(64).minusMinutes(1));
        assertThat(server.rows(COPY)).isEqualTo(NOTHING);
        assertThat(server.rows(COPY + "LOAD_UNCERTAIN_FILES = TRUE"))
                .as("its status is known")
                .isEqualTo(NOTHING);
    }

    @Test
    void anOldFileOfWhichNothingIsKnownAnyMoreIsLeftOutUnlessAskedFor() throws Exception {
        pass(Duration.ofDays(65));
        assertThat(server.rows(COPY)).isEqualTo(NOTHING);
        assertThat(loaded(COPY + "LOAD_UNCERTAIN_FILES = TRUE")).containsExactly("s3://bucket/raw/a.csv");
        assertThat(server.rows(COPY)).as("it is known again").isEqualTo(NOTHING);
        assertThat(loaded(COPY + "FORCE = TRUE")).containsExactly("s3://bucket/raw/a.csv");
        assertThat(server.rows("SELECT COUNT(*) FROM t")).containsExactly(List.of("3"));
    }

    @Test
    void anOldFileIsLoadedIntoATableThatWasFirstLoadedLately() throws Exception {
        pass(Duration.ofDays(65));
        server.execute("CREATE TABLE young (n NUMBER)");

        assertThat(loaded("COPY INTO young FROM @st")).containsExactly("s3://bucket/raw/a.csv");
    }

    @Test
    void aNamedFileThatIsNotThereEndsTheStatementUnlessErrorsArePassedOver() throws Exception {
        server.putSilently("raw/b.csv", "2\n");

        assertThatThrownBy(() -> server.rows(COPY + "FILES = ('gone.csv', 'b.csv')"))
                .hasMessageContaining("Remote file 's3://bucket/raw/gone.csv' was not found");
        assertThat(server.rows(COPY + "FILES = ('gone.csv', 'b.csv') ON_ERROR = CONTINUE"))
                .extracting(row -> row.subList(0, 2))
                .containsExactly(
                        List.of("s3://bucket/raw/gone.csv", "LOAD_FAILED"), List.of("s3://bucket/raw/b.csv", "LOADED"));
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private List<String> loaded(String copy) throws SQLException {
        return server.rows(copy).stream().map(row -> row.get(0)).toList();
    }
}
