package dev.inverterflow.snowflake.local.load.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** COPY INTO a table by hand, and queries over staged files. */
@Tag("driver")
class CopyTest {
    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE numbers (n NUMBER(5, 0), file VARCHAR)");
        server.createStage("st", "s3://bucket/raw/");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void loadsEachFileOnceUntilItsContentChanges() throws Exception {
        server.putSilently("raw/a.json", "{\"n\":1}\n{\"n\":2}");
        server.putSilently("raw/b.json", "{\"n\":3}");

        assertThat(copy(""))
                .containsExactly(
                        List.of("s3://bucket/raw/a.json", "LOADED", "2", "2"),
                        List.of("s3://bucket/raw/b.json", "LOADED", "1", "1"));
        assertThat(server.rows(COPY)).containsExactly(List.of("Copy executed with 0 files processed."));

        server.putSilently("raw/a.json", "{\"n\":4}");
        assertThat(copy("")).containsExactly(List.of("s3://bucket/raw/a.json", "LOADED", "1", "1"));
        assertThat(numbers()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void forceLoadsAgainAndPurgeRemovesWhatWasLoaded() throws Exception {
        server.putSilently("raw/a.json", "{\"n\":1}");
        copy("");

        copy("FORCE = TRUE PURGE = TRUE");

        assertThat(numbers()).containsExactly("1", "1");
        assertThat(server.rows(COPY + " FORCE = TRUE"))
                .containsExactly(List.of("Copy executed with 0 files processed."));
    }

    @Test
    void pathFilesAndPatternChooseFiles() throws Exception {
        server.putSilently("raw/x/a.json", "{\"n\":1}");
        server.putSilently("raw/x/b.json", "{\"n\":2}");
        server.putSilently("raw/y/c.json", "{\"n\":3}");

        server.rows(COPY.replace("@st", "@st/x/") + " FILES = ('b.json')");
        assertThat(numbers()).containsExactly("2");
        copy("PATTERN = '.*c[.]json'");
        assertThat(numbers()).containsExactly("2", "3");
        assertThatThrownBy(() -> server.rows(COPY + " FILES = ('no.json')"))
                .hasMessageContaining("Remote file 's3://bucket/raw/no.json' was not found");
    }

    @Test
    void aFaultAbortsTheWholeStatementUnlessToldOtherwise() throws Exception {
        server.putSilently("raw/a.json", "{\"n\":1}");
        server.putSilently("raw/b.json", "{\"n\":2}\n{\"n\":\"x\"}\n{\"n\":4}");
        server.putSilently("raw/c.json", "{\"n\":5");

        assertThatThrownBy(() -> copy(""))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("Error parsing JSON: incomplete object value")
                .hasMessageContaining("File 'raw/c.json', line 1, character 7\n  Row 1\n");
        assertThat(numbers()).isEmpty();

        assertThat(copy("ON_ERROR = SKIP_FILE"))
                .containsExactly(
                        List.of("s3://bucket/raw/a.json", "LOADED", "1", "1"),
                        List.of("s3://bucket/raw/b.json", "LOAD_FAILED", "3", "0"),
                        List.of("s3://bucket/raw/c.json", "LOAD_FAILED", "0", "0"));
        assertThat(copy("ON_ERROR = CONTINUE"))
                .containsExactly(
                        List.of("s3://bucket/raw/b.json", "PARTIALLY_LOADED", "3", "2"),
                        List.of("s3://bucket/raw/c.json", "LOAD_FAILED", "0", "0"));
        assertThat(numbers()).containsExactly("1", "2", "4");
    }

    @Test
    void faultsAreSkippedForTemporaryTablesToo() throws Exception {
        server.putSilently("raw/x/a.csv", "a,1\nb,x\n,3\nd,4\n");
        server.putSilently("raw/x/b.csv", "e,5\n");
        var copy = "COPY INTO pairs FROM @st/x/ FILE_FORMAT = (TYPE = CSV) ON_ERROR = ";
        server.execute("CREATE TABLE pairs (a VARCHAR)");
        server.execute(
                "CREATE TEMPORARY TABLE pairs (a VARCHAR NOT NULL, n NUMBER(5, 0), k INT IDENTITY, s VARCHAR DEFAULT 'new')");
        var columns = copy.replace("pairs", "pairs (a, n)");

        server.execute("BEGIN");
        assertThat(server.rows(columns + "SKIP_FILE").stream().map(row -> row.subList(0, 4)))
                .containsExactly(
                        List.of("s3://bucket/raw/x/a.csv", "LOAD_FAILED", "4", "0"),
                        List.of("s3://bucket/raw/x/b.csv", "LOADED", "1", "1"));
        assertThat(server.rows(columns + "CONTINUE").get(0).subList(0, 10))
                .containsExactly(
                        "s3://bucket/raw/x/a.csv",
                        "PARTIALLY_LOADED",
                        "4",
                        "2",
                        "4",
                        "2",
                        "Numeric value 'x' is not recognized",
                        "2",
                        "3",
                        "\"PAIRS\"[\"N\":2]");
        assertThat(server.rows("SELECT a, n, s FROM pairs ORDER BY n"))
                .containsExactly(List.of("a", "1", "new"), List.of("d", "4", "new"), List.of("e", "5", "new"));
        server.execute("ROLLBACK");

        assertThat(server.rows("SELECT COUNT(*) FROM pairs")).containsExactly(List.of("0"));
        server.execute("DROP TABLE pairs");
        assertThat(server.rows("SELECT COUNT(*) FROM pairs")).containsExactly(List.of("0"));
    }

    /** By the statement and by COPY_HISTORY; docs.snowflake.com/en/sql-reference/sql/copy-into-table, "Output". */
    @Test
    void theFirstErrorIsToldWithItsLineAndColumn() throws Exception {
        server.execute("CREATE TABLE pairs (a VARCHAR, n NUMBER(5, 0), d DATE)");
        server.putSilently("raw/x/a.csv", "a,1,2026-01-01\nb,2,2026-01-02\nc,x,2026-01-03\nd,4,never\n");
        var copy = "COPY INTO pairs FROM @st/x/ FILE_FORMAT = (TYPE = CSV) ON_ERROR = ";

        assertThat(server.rows(copy + "SKIP_FILE").get(0).subList(5, 10))
                .containsExactly("1", "Numeric value 'x' is not recognized", "3", "3", "\"PAIRS\"[\"N\":2]");
        assertThat(server.rows(copy.replace("pairs", "pairs (d, a)").replace("@st/x/", "(SELECT $3, $1 FROM @st/x/)")
                                + "CONTINUE")
                        .get(0)
                        .subList(5, 10))
                .containsExactly("1", "Date 'never' is not recognized", "4", "5", "\"PAIRS\"[\"D\":1]");
        assertThat(server.rows("SELECT FIRST_ERROR_COLUMN_NAME, FIRST_ERROR_LINE_NUMBER FROM TABLE("
                        + "INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'PAIRS', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))"
                        + " ORDER BY 2"))
                .containsExactly(List.of("\"PAIRS\"[\"N\":2]", "3"), List.of("\"PAIRS\"[\"D\":1]", "4"));
    }

    @Test
    void theFirstColumnThatRefusesItsNullIsTold() throws Exception {
        var copy = "COPY INTO named FROM @st/x/ FILE_FORMAT = (TYPE = CSV) ON_ERROR = CONTINUE";
        server.execute("CREATE TABLE named (a VARCHAR, n NUMBER(5, 0) NOT NULL)");
        server.putSilently("raw/x/a.csv", "a,1\nb,\n");
        assertThat(server.rows(copy).get(0).subList(6, 10))
                .containsExactly("NULL result in a non-nullable column", "2", "3", "\"NAMED\"[\"N\":2]");
        server.execute("CREATE OR REPLACE TABLE named (a VARCHAR NOT NULL, n NUMBER(5, 0) NOT NULL)");
        assertThat(server.rows(copy).get(0).get(9)).isEqualTo("\"NAMED\"[\"N\":2]");
        server.execute("CREATE OR REPLACE TABLE named (a VARCHAR NOT NULL, n NUMBER(5, 0) NOT NULL)");
        var swapped = copy.replace("@st/x/", "(SELECT $2, $1 FROM @st/x/)").replace("INTO named", "INTO named (n, a)");
        server.putSilently("raw/x/a.csv", "a,1\n,2\n");
        assertThat(server.rows(swapped).get(0).get(9)).isEqualTo("\"NAMED\"[\"A\":2]");
        server.execute("CREATE OR REPLACE TABLE named (a VARCHAR NOT NULL, n NUMBER(5, 0) NOT NULL)");
        assertThat(server.rows(copy.replace("@st/x/", "(SELECT $1::VARCHAR, $2 FROM @st/x/)"))
                        .get(0)
                        .get(9))
                .as("it may be either")
                .isNull();
    }

    /** A file that cannot be read: place and column are those of the field at which it cannot. */
    @Test
    void whatCannotBeReadIsToldWithItsPlaceAndColumn() throws Exception {
        server.execute("CREATE TABLE strict (a VARCHAR, n NUMBER, d DATE)");
        assertThat(fault("a,1,2026-01-01\nb,2\nc,3,2026-01-03\n"))
                .containsExactly(
                        "End of record reached while expected to parse column '\"STRICT\"[\"D\":3]'",
                        "2",
                        "4",
                        "\"STRICT\"[\"D\":3]");
        assertThat(fault("a,1,2026-01-01,more"))
                .startsWith("Number of columns in file (4) does not match that of the corresponding table (3), use file"
                        + " format option error_on_column_count_mismatch=false to ignore this error")
                .endsWith("1", "20", "\"STRICT\"[4]");
        assertThat(fault("a,\"1\"2,2026-01-01\n"))
                .containsExactly("Found character '2' instead of field delimiter ','", "1", "6", "\"STRICT\"[\"N\":2]");
        assertThat(fault("a,1,\"2026"))
                .containsExactly("End of file reached while a quote is open", "1", "5", "\"STRICT\"[\"D\":3]");
        assertThat(fault("a,x,2026-01-01\n"))
                .as("a value that the column does not take")
                .startsWith("Numeric value 'x' is not recognized", "1", "3")
                .endsWith("\"STRICT\"[\"N\":2]");
        assertThat(server.rows("SELECT FIRST_ERROR_COLUMN_NAME, FIRST_ERROR_CHARACTER_POS FROM TABLE("
                        + "INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'STRICT', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))"
                        + " WHERE FIRST_ERROR_MESSAGE LIKE '%(4)%'"))
                .containsExactly(List.of("\"STRICT\"[4]", "20"));

        server.execute("CREATE TABLE whole (v VARIANT)");
        server.putSilently("raw/x/a.json", "{\"n\":1}\n{\"n\" 2}");
        assertThat(server.rows("COPY INTO whole FROM @st/x/ FILES = ('a.json') FILE_FORMAT = (TYPE = JSON)"
                                + " ON_ERROR = SKIP_FILE")
                        .get(0)
                        .subList(7, 10))
                .element(2)
                .isEqualTo("\"WHOLE\"[\"V\":1]");
    }

    /** First error, line, character and column that COPY tells of a file. */
    private List<String> fault(String content) throws Exception {
        server.putSilently("raw/x/a.csv", content);
        return server.rows("COPY INTO strict FROM @st/x/ FILES = ('a.csv') FILE_FORMAT = (TYPE = CSV"
                        + " FIELD_OPTIONALLY_ENCLOSED_BY = '\"') ON_ERROR = SKIP_FILE")
                .get(0)
                .subList(6, 10);
    }

    @Test
    void aCopyRollsBackWithItsTransaction() throws Exception {
        server.putSilently("raw/a.json", "{\"n\":1}");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute(COPY);
            session.execute("ROLLBACK");
        }
        assertThat(numbers()).isEmpty();

        copy("");
        assertThat(numbers()).containsExactly("1");
    }

    @Test
    void stagedFilesCanBeQueried() throws Exception {
        server.putSilently("raw/a.json", "[{\"n\":1},{\"n\":2}]");

        server.execute("CREATE FILE FORMAT lines TYPE = JSON STRIP_OUTER_ARRAY = TRUE");

        assertThat(server.rows("SELECT t.$1:n, METADATA$FILENAME, METADATA$FILE_ROW_NUMBER"
                        + " FROM @st (FILE_FORMAT => 'lines', PATTERN => '.*a.*') t ORDER BY 3"))
                .containsExactly(List.of("1", "raw/a.json", "1"), List.of("2", "raw/a.json", "2"));
        assertThat(server.rows("SELECT $1 FROM @st (FILE_FORMAT => 'lines', PATTERN => '.*b.*')"))
                .isEmpty();
    }

    @Test
    void listShowsTheFilesOfAnExternalStageByUrl() throws Exception {
        server.putSilently("raw/a.json", "hello");
        server.putSilently("raw/x/b.json", "");

        assertThat(server.rows("LIST @st"))
                .extracting(row -> row.subList(0, 3))
                .containsExactly(
                        List.of("s3://bucket/raw/a.json", "5", "5d41402abc4b2a76b9719d911017c592"),
                        List.of("s3://bucket/raw/x/b.json", "0", "d41d8cd98f00b204e9800998ecf8427e"));
        assertThat(server.rows("LIST @st/x/")).hasSize(1);
        assertThat(server.rows("LIST @st PATTERN = '.*a[.]json'")).hasSize(1);
    }

    @Test
    void gzipIsKnownByItsContent() throws Exception {
        server.putGzip("raw/a.json", "{\"n\":7}");

        copy("");

        assertThat(numbers()).containsExactly("7");
        assertThat(server.rows("SELECT BYTES_BILLED, FILE_SIZE > 7 FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY"))
                .hasSize(1);
    }

    private static final String COPY =
            "COPY INTO numbers FROM (SELECT $1:n::NUMBER, METADATA$FILENAME FROM @st) FILE_FORMAT = (TYPE = JSON)";

    private List<List<String>> copy(String options) throws SQLException {
        return server.rows(COPY + " " + options).stream()
                .map(row -> row.subList(0, 4))
                .toList();
    }

    private List<String> numbers() throws SQLException {
        return server.rows("SELECT n FROM numbers ORDER BY n").stream()
                .map(row -> row.get(0))
                .toList();
    }
}
