package dev.inverterflow.snowflake.local.load.copy;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values of files come into columns; docs.snowflake.com/en/sql-reference/sql/copy-into-table. */
class CopyColumnsTest {
    @RegisterExtension
    static final StagedServer SERVER = new StagedServer();

    /** "MATCH_BY_COLUMN_NAME": what no name matches is NULL, what the table has not is left out. */
    @Test
    void membersOfJsonFillTheColumnsOfTheirNames() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (id NUMBER(5, 1), name VARCHAR(3), at DATE, v VARIANT, no BOOLEAN)");
        SERVER.put(
                "a.json",
                "{\"ID\":1.5,\"Name\":\"abc\",\"at\":\"2024-02-29\",\"v\":{\"x\":1},\"other\":7}\n{\"id\":null}");
        SERVER.copy("FROM @st FILE_FORMAT = (TYPE = JSON) MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE");
        assertThat(SERVER.rows("SELECT id, name, at, v:x, no FROM t ORDER BY id"))
                .containsExactly(asList("1.5", "abc", "2024-02-29", "1", null), asList(null, null, null, null, null));
        SERVER.copy("FROM @st FILE_FORMAT = (TYPE = JSON) MATCH_BY_COLUMN_NAME = 'CASE_SENSITIVE' FORCE = TRUE");
        assertThat(SERVER.rows("SELECT COUNT(*), COUNT(id), COUNT(name) FROM t"))
                .containsExactly(List.of("4", "2", "1"));
    }

    @Test
    void theHeaderOfACsvFileNamesTheColumns() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (id INTEGER, name VARCHAR, file VARCHAR, n INTEGER)");
        SERVER.put("a.csv", "NAME,extra,Id\nx,?,1\ny,?,oops\n");
        var format = "FILE_FORMAT = (TYPE = CSV PARSE_HEADER = TRUE ERROR_ON_COLUMN_COUNT_MISMATCH = FALSE)"
                + " MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE";
        var row = SERVER.copy("FROM @st " + format
                        + " INCLUDE_METADATA = (file = METADATA$FILENAME, n = METADATA$FILE_ROW_NUMBER)"
                        + " ON_ERROR = CONTINUE")
                .get(0);
        assertThat(row.subList(6, 10))
                .containsExactly("Numeric value 'oops' is not recognized", "3", "5", "\"T\"[\"ID\":1]");
        assertThat(SERVER.rows("SELECT * FROM t")).containsExactly(List.of("1", "x", "a.csv", "1"));
        assertThatThrownBy(() -> SERVER.copy("FROM @st " + format.replace("FALSE", "TRUE") + " FORCE = TRUE"))
                .as("a column that metadata fills counts")
                .hasMessageStartingWith(
                        "Number of columns in file (3) does not match that of the corresponding table (4)")
                .hasMessageContaining("  File 'a.csv', line 3, character 1\n  Row 1 starts at line 2, column");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INCLUDE_METADATA = (name = METADATA$FILENAME)                                    | 2098
            MATCH_BY_COLUMN_NAME = SOMEHOW                                                   | 1008
            MATCH_BY_COLUMN_NAME = CASE_SENSITIVE INCLUDE_METADATA = (name = METADATA$NOPE)  | 1008
            MATCH_BY_COLUMN_NAME = CASE_SENSITIVE INCLUDE_METADATA = (nope = METADATA$FILENAME) FILE_FORMAT = (TYPE = JSON) | 904
            MATCH_BY_COLUMN_NAME = CASE_SENSITIVE                                            | 2
            FILE_FORMAT = (TYPE = CSV ENCODING = 'KLINGON')                                  | 1008
            FILE_FORMAT = (TYPE = CSV BINARY_FORMAT = OCTAL)                                 | 1008
            """)
    void whatDoesNotGoTogetherIsRefused(String options, int code) throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (id INTEGER, name VARCHAR)");
        assertThatThrownBy(() -> SERVER.copy("FROM @st " + options))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(code));
    }

    /** "ENFORCE_LENGTH" and "TRUNCATECOLUMNS", with and without a transformation. */
    @ParameterizedTest
    @CsvSource({
        "FROM @st, TRUNCATECOLUMNS = TRUE",
        "FROM @st, ENFORCE_LENGTH = FALSE",
        "'FROM (SELECT $1, $2 || ''!'' FROM @st)', TRUNCATECOLUMNS = TRUE"
    })
    void textsLoseTheirEndIfTold(String from, String option) throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (id INTEGER, name VARCHAR(3))");
        SERVER.put("a.csv", "1,abcdef\n");
        assertThatThrownBy(
                        () -> SERVER.rows("COPY INTO t " + from + " " + option.replaceAll("TRUE|FALSE", other(option))))
                .hasMessageContaining("abcdef");
        SERVER.rows("COPY INTO t " + from + " " + option);
        assertThat(SERVER.rows("SELECT name FROM t")).containsExactly(List.of("abc"));
    }

    private static String other(String option) {
        return option.endsWith("TRUE") ? "FALSE" : "TRUE";
    }

    @Test
    void datesTimesAndBinariesAreReadAsTheFormatSays() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (d DATE, t TIME, n TIMESTAMP_NTZ(0), z TIMESTAMP_TZ(0), b BINARY)");
        SERVER.put("a.csv", "29.02.2024;03-02-01;02/29/2024 04:05;02/29/2024 04:05;Cv8=\n");
        var format = "FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = ';' DATE_FORMAT = 'DD.MM.YYYY' TIME_FORMAT ="
                + " 'SS-MI-HH24' TIMESTAMP_FORMAT = 'MM/DD/YYYY HH24:MI' BINARY_FORMAT = BASE64)";
        SERVER.copy("FROM @st " + format);
        SERVER.rows("COPY INTO t FROM (SELECT $1, $2, $3, $4, $5 FROM @st) FORCE = TRUE " + format);
        assertThat(SERVER.rows("SELECT DISTINCT d, t, n::VARCHAR, z::VARCHAR, b::VARCHAR FROM t"))
                .containsExactly(List.of(
                        "2024-02-29", "01:02:03", "2024-02-29 04:05:00.000", "2024-02-29 04:05:00.000 -0800", "0AFF"));
        SERVER.execute("CREATE OR REPLACE TABLE t (d DATE, n INTEGER)");
        for (var item : List.of("$1::DATE", "IFNULL(TO_DATE($1), '2024-01-01'::DATE)", "TRIM($1)")) {
            assertThatThrownBy(() -> SERVER.rows("COPY INTO t (d) FROM (SELECT " + item + " FROM @st) " + format))
                    .as(item)
                    .hasMessageContaining("not supported by snowflake-local: DATE_FORMAT");
        }
        SERVER.rows("COPY INTO t (d, n) FROM (SELECT TO_DATE($1, 'DD.MM.YYYY'), LENGTH($1) FROM @st) "
                + format.replace("DATE_FORMAT = 'DD.MM.YYYY'", ""));
        assertThat(SERVER.rows("SELECT * FROM t")).containsExactly(List.of("2024-02-29", "10"));
        SERVER.execute("CREATE OR REPLACE FILE FORMAT dates TYPE = CSV DATE_FORMAT = 'DD.MM.YYYY'");
        assertThatThrownBy(() -> SERVER.rows("SELECT $1::DATE FROM @st (FILE_FORMAT => 'dates')"))
                .hasMessageContaining("not supported by snowflake-local: DATE_FORMAT");
    }

    /** github.com/snowflakedb/snowflake-jdbc/issues/205; an empty field is NULL whatever the format says (mlorek/frostlake). */
    @Test
    void semiStructuredColumnsParseTheFieldsOfCsvFiles() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (id INTEGER, v VARIANT, a ARRAY, o OBJECT)");
        SERVER.put("a.csv", "1|{\"a\":[1,\"x\"]}|[1,2]|{\"b\":2}\n2|abc||\n3|||\n");
        var row = SERVER.copy(
                        "FROM @st FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = '|' EMPTY_FIELD_AS_NULL = FALSE) ON_ERROR = CONTINUE")
                .get(0);
        assertThat(row.subList(1, 4)).containsExactly("PARTIALLY_LOADED", "3", "2");
        assertThat(row.get(6)).startsWith("Error parsing JSON");
        assertThat(row.subList(7, 10)).containsExactly("2", "3", "\"T\"[\"V\":2]");
        assertThat(SERVER.rows("SELECT v:a[1]::VARCHAR, a[1]::INT, o:b::INT FROM t ORDER BY id"))
                .containsExactly(List.of("x", "2", "2"), asList(null, null, null));
    }

    @Test
    void filesMayHaveAnotherEncodingOrInvalidCharacters() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (name VARCHAR)");
        SERVER.put("a.csv", "caf\u00e9 \u20ac\n", Charset.forName("windows-1252"));
        assertThatThrownBy(() -> SERVER.copy("FROM @st ")).hasMessageContaining("Invalid UTF8 detected");
        SERVER.copy("FROM @st FILE_FORMAT = (TYPE = CSV ENCODING = 'WINDOWS1252')");
        SERVER.copy("FROM @st FILE_FORMAT = (TYPE = CSV REPLACE_INVALID_CHARACTERS = TRUE) FORCE = TRUE");
        assertThat(SERVER.rows("SELECT name FROM t"))
                .containsExactlyInAnyOrder(List.of("caf\u00e9 \u20ac"), List.of("caf\ufffd \ufffd"));
    }
}
