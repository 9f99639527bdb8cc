package dev.inverterflow.snowflake.local.load.copy;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What COPY tells of each file, as it was observed on an account: github.com/mlorek/frostlake, CopyDataSemanticsTest and
 * CopyColumnCountTest; docs.snowflake.com/en/sql-reference/sql/copy-into-table, "Output".
 */
@Tag("driver")
class CopyAnswersTest {
    private static final String CSV = " FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 1) ";
    private static final String ADVICE =
            "\n  If you would like to continue loading when an error is encountered, use other"
                    + " values such as 'SKIP_FILE' or 'CONTINUE' for the ON_ERROR option. For more information on loading options,"
                    + " please run 'info loading_data' in a SQL client.";

    @RegisterExtension
    static final StagedServer SERVER = new StagedServer();

    @BeforeEach
    void emptyTable() throws SQLException {
        SERVER.execute("CREATE OR REPLACE TABLE t (id INTEGER, name VARCHAR)");
    }

    /** A record with another number of fields: what is said depends on whether it is the first of its file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,a,extra;2,b | 1 | Number of columns in file (3) does not match that of the corresponding table (2)   | 3 | 1  | "T"[3]
            1;2,b         | 1 | Number of columns in file (1) does not match that of the corresponding table (2)   | 3 | 1  | "T"["ID":1]
            1,a,extra     | 0 | Number of columns in file (3) does not match that of the corresponding table (2)   | 2 | 10 | "T"[3]
            1             | 0 | Number of columns in file (1) does not match that of the corresponding table (2)   | 2 | 2  | "T"["ID":1]
            1,a;2,b,extra | 1 | Field delimiter ',' found while expecting record delimiter '\\n'                   | 3 | 4  | "T"["NAME":2]
            1,a;2         | 1 | End of record reached while expected to parse column '"T"["NAME":2]'               | 3 | 2  | "T"["NAME":2]
            1,a;;2,b      | 2 | End of record reached while expected to parse column '"T"["NAME":2]'               | 3 | 1  | "T"["NAME":2]
            """)
    void aRecordOfAnotherLengthIsToldByWhereItStands(
            String records, String loaded, String error, String line, String character, String column)
            throws Exception {
        SERVER.put("a.csv", "id,name\n" + records.replace(";", "\n") + "\n");
        var row = SERVER.copy("FROM @st" + CSV + "ON_ERROR = CONTINUE").get(0);
        assertThat(row.get(3)).isEqualTo(loaded);
        assertThat(row.get(6)).startsWith(error);
        assertThat(row.subList(7, 10)).containsExactly(line, character, column);
    }

    @Test
    void aListOfColumnsAsksForNoNumberOfFields() throws Exception {
        SERVER.put("a.csv", "id,name\n1\n2,b,extra\n");
        assertThat(SERVER.copy("(id, name) FROM @st" + CSV).get(0).subList(1, 4))
                .containsExactly("LOADED", "2", "2");
        assertThat(SERVER.rows("SELECT * FROM t ORDER BY id")).containsExactly(asList("1", null), List.of("2", "b"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            CONTINUE,        PARTIALLY_LOADED, 4
            SKIP_FILE,       LOAD_FAILED,      1
            SKIP_FILE_2,     PARTIALLY_LOADED, 2
            'SKIP_FILE_70%', PARTIALLY_LOADED, 2
            'SKIP_FILE_10%', LOAD_FAILED,      1
            """)
    void theErrorLimitFollowsOnError(String onError, String status, String limit) throws Exception {
        SERVER.put("a.csv", "id,name\n1,a\nNOPE,b\n3,c\n4,d\n");
        var row = SERVER.copy("FROM @st" + CSV + "ON_ERROR = " + onError).get(0);
        assertThat(List.of(row.get(1), row.get(4), row.get(5))).containsExactly(status, limit, "1");
        assertThat(row.subList(6, 10))
                .containsExactly("Numeric value 'NOPE' is not recognized", "3", "1", "\"T\"[\"ID\":1]");
        assertThat(SERVER.rows("SELECT ERROR_LIMIT, FIRST_ERROR_LINE_NUMBER, FIRST_ERROR_CHARACTER_POSITION,"
                        + " FIRST_ERROR_COL_NAME FROM INFORMATION_SCHEMA.LOAD_HISTORY WHERE TABLE_NAME = 'T'"
                        + " ORDER BY LAST_LOAD_TIME DESC LIMIT 1"))
                .containsExactly(List.of(limit, "3", "1", "\"T\"[\"ID\":1]"));
    }

    @Test
    void withALimitOfNoneNotEvenACleanFileIsLoaded() throws Exception {
        SERVER.put("a.csv", "id,name\n1,a\n");
        assertThat(SERVER.copy("FROM @st" + CSV + "ON_ERROR = SKIP_FILE_0"))
                .containsExactly(asList("st/a.csv", "LOAD_FAILED", "1", "0", "0", "0", null, null, null, null));
        assertThat(SERVER.copy("FROM @st" + CSV + "ON_ERROR = 'SKIP_FILE_0%'"))
                .extracting(row -> row.get(1))
                .containsExactly("LOADED");
    }

    /** The words of an aborted COPY: also github.com/Snowflake-Labs/sfquickstarts/issues/156 and 218. */
    @Test
    void whatAbortsIsToldWithFileRowAndColumn() throws Exception {
        SERVER.put("good.csv", "1,x\n2,y\n");
        var bad = "1,x\nNOPE,y\n3,z\n";
        SERVER.put("in/bad.csv", bad);
        assertThatThrownBy(() -> SERVER.copy("FROM @st FILES = ('good.csv', 'in/bad.csv')"))
                .hasMessage("Numeric value 'NOPE' is not recognized\n  File 'in/bad.csv', line 2, character 1\n"
                        + "  Row 2, column \"T\"[\"ID\":1]" + ADVICE);
        SERVER.putInto("@%t", "bad.csv", bad);
        assertThatThrownBy(() -> SERVER.rows("COPY INTO t" + CSV))
                .hasMessageStartingWith("Numeric value 'NOPE' is not recognized\n"
                        + "  File '@T/bad.csv', line 2, character 1\n  Row 1, column \"T\"[\"ID\":1]\n");
        SERVER.put("lines.csv", "1,\"a\nb\"\n2,\"c\nd\"x\n");
        assertThatThrownBy(() ->
                        SERVER.copy("FROM @st/lines FILE_FORMAT = (TYPE = CSV FIELD_OPTIONALLY_ENCLOSED_BY = '\"')"))
                .hasMessageStartingWith(
                        "Found character 'x' instead of record delimiter '\\n'\n"
                                + "  File 'lines.csv', line 4, character 3\n  Row 2 starts at line 3, column \"T\"[\"NAME\":2]\n");
        assertThat(SERVER.rows("SELECT COUNT(*) FROM t")).containsExactly(List.of("0"));
    }

    /** github.com/snowflakedb/snowflake-connector-python/issues/41; a transformation says it as INSERT does. */
    @Test
    void aTextThatIsTooLongIsToldByTheLimitOfItsColumn() throws Exception {
        SERVER.execute("CREATE OR REPLACE TABLE t (id INTEGER, name VARCHAR(3))");
        SERVER.put("a.csv", "1,abcdefgh\n");
        assertThatThrownBy(() -> SERVER.copy("FROM @st"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getErrorCode()).isEqualTo(100074))
                .hasMessageStartingWith("User character length limit (3) exceeded by string 'abcdefgh'\n"
                        + "  File 'a.csv', line 1, character 3\n  Row 1, column \"T\"[\"NAME\":2]\n");
        assertThatThrownBy(() -> SERVER.copy("FROM (SELECT $1, $2 || '' FROM @st)"))
                .hasMessageStartingWith("String 'abcdefgh' is too long and would be truncated\n"
                        + "  File 'a.csv', line 1, character 0\n  Row 1, column \"T\"[\"NAME\":2]\n");
    }

    @Test
    void aFileThatTheTableHasIsPassedOverAndToldOnlyIfItIsNamed() throws Exception {
        SERVER.put("a.csv", "1,a\nNOPE,b\n");
        SERVER.copy("FROM @st ON_ERROR = CONTINUE");
        assertThat(SERVER.copy("FROM @st FILES = ('a.csv') ON_ERROR = CONTINUE"))
                .as("also if only a part of it was loaded")
                .containsExactly(asList(
                        "st/a.csv", "LOAD_SKIPPED", "0", "0", null, "1", "File was loaded before.", null, null, null));
        assertThat(SERVER.copy("FROM @st ON_ERROR = CONTINUE"))
                .containsExactly(List.of("Copy executed with 0 files processed."));
        assertThat(SERVER.copy("FROM @st PATTERN = '.*a.csv' ON_ERROR = CONTINUE"))
                .hasSize(1);
    }

    @Test
    void purgeRemovesWhatIsLoadedInPartAndKeepsWhatFailed() throws Exception {
        SERVER.put("a.csv", "1,a\nNOPE,b\n");
        SERVER.put("b.csv", "NOPE,b\n");
        SERVER.copy("FROM @st ON_ERROR = CONTINUE PURGE = TRUE");
        assertThat(SERVER.rows("LIST @st")).extracting(row -> row.get(0)).containsExactly("st/b.csv");
    }

    @Test
    void theSizeLimitMustBeExceededBeforeTheLastFile() throws Exception {
        SERVER.put("a.csv", "1,a\n2,b\n");
        SERVER.put("b.csv", "3,a\n4,b\n");
        assertThat(SERVER.copy("FROM @st SIZE_LIMIT = 7 FORCE = TRUE")).hasSize(1);
        assertThat(SERVER.copy("FROM @st SIZE_LIMIT = 8 FORCE = TRUE")).hasSize(2);
    }

    @Test
    void aBlankLineThatIsPassedOverCountsAsParsed() throws Exception {
        SERVER.put("a.csv", "1,a\n\n2,b\n");
        assertThat(SERVER.copy("FROM @st FILE_FORMAT = (TYPE = CSV SKIP_BLANK_LINES = TRUE)")
                        .get(0))
                .startsWith("st/a.csv", "LOADED", "3", "2");
    }

    @Test
    void aPatternIsHeldAgainstThePathFromTheRootOfTheStorage() throws Exception {
        SERVER.put("good.csv", "1,x\n");
        assertThat(SERVER.copy("FROM @st PATTERN = 'good[.]csv'"))
                .containsExactly(List.of("Copy executed with 0 files processed."));
        assertThat(SERVER.copy("FROM @st PATTERN = 'st/good[.]csv'"))
                .containsExactly(List.of("Copy executed with 0 files processed."));
        assertThat(SERVER.copy("FROM @st FILES = ('good.csv') PATTERN = 'other'"))
                .as("FILES wins over PATTERN")
                .extracting(row -> row.get(1))
                .containsExactly("LOADED");
    }

    @Test
    void aNamedFileThatIsMissingFailsAloneIfTold() throws Exception {
        assertThatThrownBy(() -> SERVER.copy("FROM @st FILES = ('nope.csv')"))
                .hasMessage(
                        "Remote file 'st/nope.csv' was not found. If you are running a copy command, please make sure"
                                + " files are not deleted when they are being loaded or files are not being loaded into two"
                                + " different tables concurrently with auto purge option.");
        var row =
                SERVER.copy("FROM @st FILES = ('nope.csv') ON_ERROR = CONTINUE").get(0);
        assertThat(row.subList(0, 6)).containsExactly("st/nope.csv", "LOAD_FAILED", "0", "0", "1", "1");
        assertThat(row.get(6)).contains("There are several potential causes.");
    }

    @Test
    void theHistoryTellsAFileBelowTheFolderOfItsLocation() throws Exception {
        SERVER.put("in/a.csv", "1,a\n");
        SERVER.copy("FROM @st/in/a.csv");
        assertThat(SERVER.rows("SELECT STAGE_LOCATION, FILE_NAME FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY("
                        + "TABLE_NAME => 'T', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))"))
                .containsExactly(List.of("st/in/", "a.csv"));
    }
}
