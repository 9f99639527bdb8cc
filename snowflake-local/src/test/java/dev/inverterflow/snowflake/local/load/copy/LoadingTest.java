package dev.inverterflow.snowflake.local.load.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingServer;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV and JSON files that the driver put on internal stages, loaded and queried. */
@Tag("driver")
class LoadingTest {
    @TempDir
    private Path folder;

    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE t (n NUMBER(9, 2), s VARCHAR, d DATE)");
        server.execute("CREATE STAGE st");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aCsvFileOnANamedStageFillsTheColumnsInOrder() throws Exception {
        put("a.csv", "1.50,one,2026-11-23\n2,,2026-11-24\n", "@st/in");

        assertThat(server.rows("COPY INTO t FROM @st/in"))
                .containsExactly(asList("st/in/a.csv.gz", "LOADED", "2", "2", "1", "0", null, null, null, null));
        assertThat(server.rows("SELECT * FROM t ORDER BY n"))
                .containsExactly(asList("1.50", "one", "2026-11-23"), asList("2.00", null, "2026-11-24"));
        assertThat(server.rows("COPY INTO t FROM @st/in"))
                .containsExactly(List.of("Copy executed with 0 files processed."));
        assertThat(server.rows("COPY INTO t FROM @st/in FILES = ('a.csv.gz') FORCE = TRUE"))
                .hasSize(1);
    }

    @Test
    void theStagesOfATableAndOfAUserCanBeLoadedFrom() throws Exception {
        put("a.csv", "1,a,2026-11-23", "@%t");
        put("b.csv", "2,b,2026-11-23", "@~/mine");

        server.rows("COPY INTO t FILE_FORMAT = (TYPE = CSV) PATTERN = '.*a[.]csv.*'");
        server.rows("COPY INTO t FROM @~/mine PURGE = TRUE");

        assertThat(server.rows("SELECT n::INT FROM t ORDER BY 1")).containsExactly(List.of("1"), List.of("2"));
        assertThat(server.rows("LIST @~")).isEmpty();
        assertThat(server.rows("LIST @%t")).hasSize(1);
        assertThat(server.rows("COPY INTO t FROM @%t"))
                .as("without FROM it was the table's own stage")
                .containsExactly(List.of("Copy executed with 0 files processed."));
    }

    @Test
    void aTransformationNamesFieldsByPosition() throws Exception {
        put("a.csv", "x|7\ny|8|more\n", "@st");

        server.rows("COPY INTO t (n, s) FROM (SELECT f.$2, f.$1 || '-' || METADATA$FILENAME FROM @st f)"
                + " FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = '|')");

        assertThat(server.rows("SELECT n::INT, s FROM t ORDER BY n"))
                .containsExactly(List.of("7", "x-a.csv.gz"), List.of("8", "y-a.csv.gz"));
    }

    @Test
    void textFieldsOfStagedFilesCanBeQueriedAndMissingOnesAreNull() throws Exception {
        put("a.csv", "id;name\n1;\"a;b\"\n2;\\N;x\n", "@st");
        server.execute("CREATE FILE FORMAT semicolon TYPE = CSV FIELD_DELIMITER = ';' SKIP_HEADER = 1"
                + " FIELD_OPTIONALLY_ENCLOSED_BY = '\"'");

        assertThat(server.rows("SELECT $1::INT + 1, $2, $3, METADATA$FILE_ROW_NUMBER"
                        + " FROM @st (FILE_FORMAT => 'semicolon') ORDER BY 4"))
                .containsExactly(asList("2", "a;b", null, "1"), asList("3", null, "x", "2"));
        assertThat(server.rows("SELECT COUNT(*) FROM @st (FILE_FORMAT => 'semicolon', PATTERN => '.*none.*')"))
                .containsExactly(List.of("0"));
    }

    @Test
    void theFormatOfTheStageIsUsedWhenTheStatementHasNone() throws Exception {
        server.execute("CREATE STAGE tabs FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = '\\t')");
        put("a.csv", "1\tone\t2026-11-23", "@tabs");

        server.rows("COPY INTO t FROM @tabs");

        assertThat(server.rows("SELECT s FROM t")).containsExactly(List.of("one"));
    }

    @Test
    void aZstdFileIsLoaded() throws Exception {
        var file = folder.resolve("a.csv.zst");
        try (var out = new ZstdOutputStream(Files.newOutputStream(file))) {
            out.write("1,zstd,2026-11-23\n".getBytes(UTF_8));
        }
        server.rows("PUT file://" + file + " @st AUTO_COMPRESS = FALSE");

        server.rows("COPY INTO t FROM @st");

        assertThat(server.rows("SELECT s FROM t")).containsExactly(List.of("zstd"));
    }

    @Test
    void aFaultNamesItsFileAndAbortsTheWholeStatement() throws Exception {
        put("a.csv", "1,a,2026-11-23\n2,b\n", "@st");

        assertThatThrownBy(() -> server.rows("COPY INTO t FROM @st"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getErrorCode()).isEqualTo(100068))
                .hasMessageContaining("""
                        End of record reached while expected to parse column '"T"["D":3]'
                          File 'a.csv.gz', line 2, character 4
                          Row 2, column "T"["D":3]
                          If you would like to continue loading when an error is encountered""");
        assertThat(server.rows("SELECT COUNT(*) FROM t")).containsExactly(List.of("0"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "SKIP_FILE, LOAD_FAILED, 0",
                "SKIP_FILE_2, LOAD_FAILED, 0",
                "SKIP_FILE_0, LOAD_FAILED, 0",
                "SKIP_FILE_3, PARTIALLY_LOADED, 2",
                "'SKIP_FILE_49%', LOAD_FAILED, 0",
                "'SKIP_FILE_50%', PARTIALLY_LOADED, 2",
                "CONTINUE, PARTIALLY_LOADED, 2",
            })
    void onErrorDecidesHowManyBadRowsAFileMayHave(String onError, String status, String loaded) throws Exception {
        put("a.csv", "1,a,2026-11-23\n2,b\nx,c,2026-11-23\n4,d,2026-11-23\n", "@st");

        assertThat(server.rows("COPY INTO t FROM @st ON_ERROR = " + onError))
                .extracting(row -> List.of(row.get(1), row.get(2), row.get(3)))
                .containsExactly(List.of(status, "4", loaded));
        assertThat(server.rows("SELECT COUNT(*) FROM t")).containsExactly(List.of(loaded));
    }

    @Test
    void recordsMayBeShorterOrLongerWhenToldSo() throws Exception {
        put("a.csv", "1\n2,b,2026-11-23,more\n", "@st");

        server.rows("COPY INTO t FROM @st FILE_FORMAT = (TYPE = CSV ERROR_ON_COLUMN_COUNT_MISMATCH = FALSE)");

        assertThat(server.rows("SELECT n::INT, s FROM t ORDER BY 1"))
                .containsExactly(asList("1", null), asList("2", "b"));
    }

    @Test
    void sizeLimitStopsAfterTheFileThatReachesIt() throws Exception {
        put("a.csv", "1,a,2026-11-23", "@st");
        put("b.csv", "2,b,2026-11-23", "@st");

        assertThat(server.rows("COPY INTO t FROM @st SIZE_LIMIT = 1")).hasSize(1);
        assertThat(server.rows("COPY INTO t FROM @st SIZE_LIMIT = 1"))
                .extracting(row -> row.get(0))
                .containsExactly("st/b.csv.gz");
    }

    @Test
    void onlyFailedFilesAreReturnedWhenAskedFor() throws Exception {
        put("a.csv", "1,a,2026-11-23", "@st");
        put("b.csv", "2,b", "@st");

        assertThat(server.rows("COPY INTO t FROM @st ON_ERROR = SKIP_FILE RETURN_FAILED_ONLY = TRUE"))
                .extracting(row -> row.get(0))
                .containsExactly("st/b.csv.gz");
    }

    @Test
    void jsonOnAnInternalStageIsLoadedIntoOneVariant() throws Exception {
        server.execute("CREATE TABLE v (body VARIANT)");
        put("a.json", "[{\"a\":1},{\"a\":2}]", "@st");

        server.rows("COPY INTO v FROM @st FILE_FORMAT = (TYPE = JSON STRIP_OUTER_ARRAY = TRUE)");

        assertThat(server.rows("SELECT body:a::INT FROM v ORDER BY 1")).containsExactly(List.of("1"), List.of("2"));
        assertThatThrownBy(() -> server.rows("COPY INTO t FROM @st FILE_FORMAT = (TYPE = JSON)"))
                .hasMessageContaining("JSON file format can produce one and only one column");
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE = PARQUET, files of TYPE = PARQUET",
        "TYPE = CSV MULTI_LINE = FALSE, file format option MULTI_LINE = FALSE",
        "TYPE = JSON ENABLE_OCTAL = TRUE, file format option ENABLE_OCTAL = TRUE",
        "TYPE = CSV COMPRESSION = BROTLI, COMPRESSION = BROTLI",
    })
    void whatIsNotReadIsRefusedByName(String format, String refused) {
        assertThatThrownBy(() -> server.rows("COPY INTO t FROM @st FILE_FORMAT = (" + format + ")"))
                .hasMessageContaining("not supported by snowflake-local: " + refused);
    }

    @Test
    void aPathNeverLeadsOutOfItsStage() {
        assertThatThrownBy(() -> server.rows("COPY INTO t FROM @st/../other/"))
                .hasMessageContaining("leads out of its stage");
        assertThatThrownBy(() -> server.rows("COPY INTO t FROM @st FILES = ('../../secret.csv')"))
                .hasMessageContaining("leads out of its stage");
    }

    private void put(String name, String content, String stage) throws IOException, SQLException {
        var file = Files.writeString(folder.resolve(name), content);
        server.rows("PUT file://" + file + " " + stage);
    }
}
