package dev.inverterflow.snowflake.local.load.unload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingServer;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** COPY INTO an external stage: the files are objects of a real S3, and come back as they went. */
@Tag("driver")
class UnloadToS3Test {
    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.createStage("st", "s3://bucket/raw/");
        server.execute("CREATE TABLE t (n NUMBER, s VARCHAR)");
        server.execute("INSERT INTO t VALUES (1, 'one'), (2, NULL)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void rowsBecomeAnObjectBelowTheStagesUrlAndComeBack() throws Exception {
        assertThat(server.rows("COPY INTO @st/out/ FROM (SELECT * FROM t ORDER BY n) FILE_FORMAT = (COMPRESSION = NONE)"
                        + " DETAILED_OUTPUT = TRUE"))
                .containsExactly(List.of("out/data_0_0_0.csv", "12", "2"));
        assertThat(new String(server.object("raw/out/data_0_0_0.csv"), UTF_8)).isEqualTo("1,one\n2,\\\\N\n");
        assertThat(server.rows("LIST @st"))
                .extracting(row -> row.get(0))
                .containsExactly("s3://bucket/raw/out/data_0_0_0.csv");

        server.execute("CREATE TABLE back LIKE t");
        server.execute("COPY INTO back FROM @st/out/");
        assertThat(server.rows("SELECT * FROM back MINUS SELECT * FROM t")).isEmpty();
        assertThat(server.rows("SELECT COUNT(*) FROM back")).containsExactly(List.of("2"));
    }

    @Test
    void zstdIsWrittenAndKnownByItsContentWhenItIsLoaded() throws Exception {
        server.execute("COPY INTO @st/z FROM (SELECT n, s FROM t WHERE n = 1) FILE_FORMAT = (COMPRESSION = ZSTD)");

        var stored = server.object("raw/z_0_0_0.csv.zst");
        try (var plain = new ZstdInputStream(new ByteArrayInputStream(stored))) {
            assertThat(new String(plain.readAllBytes(), UTF_8)).isEqualTo("1,one\n");
        }
        server.execute("TRUNCATE TABLE t");
        server.execute("COPY INTO t FROM @st/z");
        assertThat(server.rows("SELECT s FROM t")).containsExactly(List.of("one"));
    }

    @Test
    void objectsThatAreThereAreNotWrittenOverUnlessToldSo() throws Exception {
        var unload = "COPY INTO @st/out/ FROM (SELECT 1) FILE_FORMAT = (COMPRESSION = NONE)";
        server.execute(unload);
        assertThatThrownBy(() -> server.execute(unload))
                .hasMessageContaining("Files already existing at the unload destination: @st/out/.");

        server.execute(unload.replace("SELECT 1", "SELECT 2") + " OVERWRITE = TRUE");

        assertThat(new String(server.object("raw/out/data_0_0_0.csv"), UTF_8)).isEqualTo("2\n");
    }

    @Test
    void aStageOutsideItsIntegrationsLocationsIsNotWritten() {
        assertThatThrownBy(() -> {
                    server.createStage("elsewhere", "s3://bucket/other/");
                    server.execute("COPY INTO @elsewhere FROM t");
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Location 's3://bucket/other/' is not allowed by integration");
    }
}
