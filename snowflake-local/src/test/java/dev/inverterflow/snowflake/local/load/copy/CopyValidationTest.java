package dev.inverterflow.snowflake.local.load.copy;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * COPY with VALIDATION_MODE; docs.snowflake.com/en/sql-reference/sql/copy-into-table, "Validating staged files", and values seen on
 * an account: github.com/mlorek/frostlake, CopyDataSemanticsTest.
 */
class CopyValidationTest {
    @RegisterExtension
    static final StagedServer SERVER = new StagedServer();

    @BeforeEach
    void emptyTable() throws SQLException {
        SERVER.execute("CREATE OR REPLACE TABLE t (a INTEGER, b VARCHAR)");
    }

    @Test
    void everyFaultOfTheFilesIsToldWithItsPlaceAndRecord() throws Exception {
        SERVER.put("a.csv", "1,x\nNOPE,y\n3\n4,z\n");
        SERVER.put("b.csv", "1");
        assertThat(SERVER.columns("COPY INTO t FROM @st VALIDATION_MODE = RETURN_ERRORS"))
                .containsExactly(
                        "ERROR",
                        "FILE",
                        "LINE",
                        "CHARACTER",
                        "BYTE_OFFSET",
                        "CATEGORY",
                        "CODE",
                        "SQL_STATE",
                        "COLUMN_NAME",
                        "ROW_NUMBER",
                        "ROW_START_LINE",
                        "REJECTED_RECORD");
        assertThat(SERVER.rows("COPY INTO t FROM @st VALIDATION_MODE = RETURN_ERRORS"))
                .containsExactly(
                        List.of(
                                "Numeric value 'NOPE' is not recognized",
                                "a.csv",
                                "2",
                                "1",
                                "4",
                                "conversion",
                                "100038",
                                "22018",
                                "\"T\"[\"A\":1]",
                                "2",
                                "2",
                                "NOPE,y\n"),
                        List.of(
                                "End of record reached while expected to parse column '\"T\"[\"B\":2]'",
                                "a.csv",
                                "3",
                                "2",
                                "12",
                                "parsing",
                                "100068",
                                "22000",
                                "\"T\"[\"B\":2]",
                                "3",
                                "3",
                                "3\n"),
                        List.of(
                                "Number of columns in file (1) does not match that of the corresponding table (2), use file"
                                        + " format option error_on_column_count_mismatch=false to ignore this error",
                                "b.csv",
                                "1",
                                "2",
                                "1",
                                "parsing",
                                "100080",
                                "22000",
                                "\"T\"[\"A\":1]",
                                "1",
                                "1",
                                "1"));
        assertThat(SERVER.rows("SELECT COUNT(*) FROM t")).containsExactly(List.of("0"));
    }

    @Test
    void aNamedFileThatIsMissingIsAFaultOfAnotherKind() throws Exception {
        var row = SERVER.rows("COPY INTO t FROM @st FILES = ('nope.csv') VALIDATION_MODE = RETURN_ERRORS")
                .get(0);
        assertThat(row.get(0)).contains("was not found.");
        assertThat(row.subList(1, 12))
                .containsExactlyElementsOf(
                        asList("nope.csv", null, null, null, "other", "100112", "22000", null, "0", "0", null));
    }

    @Test
    void filesThatWereLoadedInPartAreLookedAtIfToldSo() throws Exception {
        SERVER.put("a.csv", "1,x\nNOPE,y\n");
        SERVER.rows("COPY INTO t FROM @st ON_ERROR = CONTINUE");
        assertThat(SERVER.rows("COPY INTO t FROM @st VALIDATION_MODE = RETURN_ERRORS"))
                .isEmpty();
        assertThat(SERVER.rows("COPY INTO t FROM @st VALIDATION_MODE = RETURN_ALL_ERRORS"))
                .hasSize(1);
    }

    /** The example's rows. */
    @Test
    void theFirstRowsAreShownAsTheyWouldBeLoadedUnlessOneIsAtFault() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE mytable (name VARCHAR(20) NOT NULL, id INTEGER, quota NUMBER(9, 2))");
        SERVER.putInto("@%mytable", "data3.csv", "Joe Smith,456111,0\nTom Jones,111111,3400\n,222222,100\n");
        assertThat(SERVER.columns("COPY INTO mytable VALIDATION_MODE = 'RETURN_2_ROWS'"))
                .containsExactly("NAME", "ID", "QUOTA");
        assertThat(SERVER.rows("COPY INTO mytable VALIDATION_MODE = 'RETURN_2_ROWS'"))
                .containsExactly(List.of("Joe Smith", "456111", "0.00"), List.of("Tom Jones", "111111", "3400.00"));
        assertThatThrownBy(() -> SERVER.rows("COPY INTO mytable VALIDATION_MODE = 'RETURN_3_ROWS'"))
                .hasMessage("NULL result in a non-nullable column\n"
                        + "  File '@MYTABLE/data3.csv', line 3, character 1\n  Row 3, column \"MYTABLE\"[\"NAME\":1]");
        assertThat(SERVER.rows("SELECT COUNT(*) FROM mytable")).containsExactly(List.of("0"));
    }

    @Test
    void whatIsTransformedOrMatchedIsNotValidated() {
        assertThatThrownBy(
                        () -> SERVER.rows("COPY INTO t FROM (SELECT $1, $2 FROM @st) VALIDATION_MODE = RETURN_ERRORS"))
                .hasMessageContaining("validation_mode is not supported with copy transform");
        assertThatThrownBy(() -> SERVER.rows("COPY INTO t FROM @st FILE_FORMAT = (TYPE = JSON)"
                        + " MATCH_BY_COLUMN_NAME = CASE_SENSITIVE VALIDATION_MODE = RETURN_ERRORS"))
                .hasMessageContaining("validation_mode is not supported with match_by_column_name");
    }
}
