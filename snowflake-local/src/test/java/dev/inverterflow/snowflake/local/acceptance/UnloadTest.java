package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * COPY INTO a stage (docs.snowflake.com/en/sql-reference/sql/copy-into-location and
 * docs.snowflake.com/en/user-guide/data-unload-considerations, whose examples these are).
 */
@Tag("driver")
class UnloadTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(
                connection,
                "create or replace stage mystage",
                "create or replace table null_empty1 (i int, v varchar, d varchar)",
                "insert into null_empty1 values (1, null, 'NULL value'), (2, '', 'Empty string')");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void textsAreEnclosedInQuotesAndComeBackAsTheyWere() throws Exception {
        LocalServer.execute(
                connection,
                "create or replace file format my_csv_format field_optionally_enclosed_by = '0x27' null_if = ('null')",
                "copy into @mystage from null_empty1 file_format = (format_name = 'my_csv_format')");
        assertThat(names()).containsExactly("mystage/data_0_0_0.csv.gz");
        assertThat(content("data_0_0_0.csv.gz")).isEqualTo("1,'null','NULL value'\n2,'','Empty string'\n");
        LocalServer.execute(
                connection,
                "create or replace table null_empty2 like null_empty1",
                "copy into null_empty2 from @mystage/data_0_0_0.csv.gz file_format = (format_name = 'my_csv_format')");
        assertThat(LocalServer.column(connection, "select v is null as n, v from null_empty2 order by i", "V"))
                .containsExactly(null, "");
    }

    @Test
    void withoutQuotesAnEmptyTextNeedsAnotherNullThanTheEmptyField() throws Exception {
        LocalServer.execute(
                connection,
                "copy into @mystage from null_empty1 file_format = (empty_field_as_null = false null_if = ('null'))");
        assertThat(content("data_0_0_0.csv.gz")).isEqualTo("1,null,NULL value\n2,,Empty string\n");
        assertThatThrownBy(() -> LocalServer.execute(connection, "copy into @mystage/other from null_empty1"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(100093))
                .hasMessageContaining("Cannot unload empty string without file format option");
        assertThat(names()).hasSize(1);
    }

    @Test
    void theRowsOfATableBecomeJson() throws Exception {
        LocalServer.execute(
                connection,
                "copy into @mystage from (select object_construct('id', i, 'd', d, 'v', v) from null_empty1 order by i)"
                        + " file_format = (type = json)");
        assertThat(content("data_0_0_0.json.gz"))
                .isEqualTo("{\"d\":\"NULL value\",\"id\":1}\n{\"d\":\"Empty string\",\"id\":2,\"v\":\"\"}\n");
        assertThatThrownBy(() -> LocalServer.execute(
                        connection, "copy into @mystage/two from null_empty1 file_format = (type = json)"))
                .hasMessageContaining("JSON file format can produce one and only one column of type variant");
    }

    @Test
    void partitionsAreFoldersAndTheQueryIdIsInTheNames() throws Exception {
        LocalServer.execute(
                connection,
                "create or replace table t1 (dt date, ts time) as select to_date($1), to_time($2) from values"
                        + " ('2020-01-28', '18:05'), ('2020-01-28', '22:57'), ('2020-01-28', null), ('2020-01-29', '02:15')",
                "copy into @mystage from t1 partition by ('date=' || to_varchar(dt, 'YYYY-MM-DD') || '/hour='"
                        + " || to_varchar(date_part(hour, ts))) file_format = (type = csv compression = none) header = true");
        String id = LocalServer.value(connection, "select last_query_id()");
        String file = "/data_" + id + "_0_0_0.csv";
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "mystage/__NULL__" + file,
                        "mystage/date=2020-01-28/hour=18" + file,
                        "mystage/date=2020-01-28/hour=22" + file,
                        "mystage/date=2020-01-29/hour=2" + file);
        assertThat(content("date=2020-01-29/hour=2" + file)).isEqualTo("DT,TS\n2020-01-29,02:15:00\n");
        assertThatThrownBy(() ->
                        LocalServer.execute(connection, "copy into @mystage/x from t1 partition by 'x' single = true"))
                .hasMessageContaining("options PARTITION BY and SINGLE = TRUE are incompatible");
    }

    @Test
    void aSingleFileHasTheNameThatIsWritten() throws Exception {
        String csv = " file_format = (type = csv compression = none) single = true";
        LocalServer.execute(
                connection,
                "copy into @mystage/dir/file.csv from (select 1)" + csv,
                "copy into @mystage/dir/file from (select 2)" + csv,
                "copy into @mystage/dir/ from (select 3)" + csv);
        assertThat(names()).containsExactly("mystage/dir/data", "mystage/dir/file", "mystage/dir/file.csv");
        assertThat(content("dir/data")).isEqualTo("3\n");
    }

    @Test
    void filesAreNotWrittenOverUnlessToldSo() throws Exception {
        String unload = "copy into @mystage/out from (select 1) file_format = (compression = none)";
        LocalServer.execute(connection, unload);
        assertThatThrownBy(() -> LocalServer.execute(connection, unload))
                .hasMessageContaining("Files already existing at the unload destination: @mystage/out."
                        + " Use overwrite option to force unloading.");
        LocalServer.execute(
                connection,
                "copy into @mystage/out from (select 2) file_format = (compression = none) overwrite = true");
        assertThat(content("out_0_0_0.csv")).isEqualTo("2\n");
    }

    @Test
    void theAnswerCountsRowsAndBytesOrNamesTheFiles() throws Exception {
        String query = "(select seq4() as n from table(generator(rowcount => 100)))"
                + " file_format = (compression = none) max_file_size = 100";
        try (var statement = connection.createStatement();
                var totals = statement.executeQuery("copy into @mystage/a from " + query)) {
            totals.next();
            assertThat(List.of(
                            totals.getLong("rows_unloaded"),
                            totals.getLong("input_bytes"),
                            totals.getLong("output_bytes")))
                    .containsExactly(100L, 290L, 290L);
        }
        try (var statement = connection.createStatement();
                var files = statement.executeQuery("copy into @mystage/b from " + query + " detailed_output = true")) {
            files.next();
            assertThat(files.getString("FILE_NAME")).isEqualTo("b_0_0_0.csv");
            assertThat(files.getLong("ROW_COUNT")).isEqualTo(37);
            assertThat(files.getLong("FILE_SIZE")).isEqualTo(101);
        }
        assertThatThrownBy(
                        () -> LocalServer.execute(connection, "copy into @mystage/c from " + query + " single = true"))
                .hasMessageContaining("Max file size (100) exceeded for unload single file mode.");
        LocalServer.execute(connection, "copy into @mystage/d from (select i from null_empty1 where false)");
        assertThat(names()).noneMatch(name -> name.startsWith("mystage/c") || name.startsWith("mystage/d"));
    }

    @Test
    void everyTypeIsWrittenAsItsText() throws Exception {
        LocalServer.execute(
                connection,
                "copy into @mystage from (select 'a,b', 1.50::number(5, 2), true, '2024-02-29'::date,"
                        + " parse_json('{\"a\": [1, null]}'), to_binary('41'), '2024-02-29 10:00'::timestamp_ntz, null)"
                        + " file_format = (compression = none date_format = 'DD.MM.YYYY' binary_format = base64"
                        + " field_delimiter = '|')");
        assertThat(content("data_0_0_0.csv"))
                .isEqualTo("a,b|1.50|true|29.02.2024|{\"a\":[1,null]}|QQ==|2024-02-29 10:00:00.000|\\\\N\n");
    }

    /** Account checklist 102; NULL_IF of copy-into-location "assumes the ESCAPE_UNENCLOSED_FIELD value is \\". */
    @Test
    void theTextForNullIsEscapedAsOthersAndReadBackAsNull() throws Exception {
        String copy =
                "copy into @mystage/%s from (select 1 as i, null as v, 'x' as d) file_format = (compression = none%s)";
        LocalServer.execute(connection, copy.formatted("escaped", ""));
        LocalServer.execute(connection, copy.formatted("plain", " escape_unenclosed_field = none"));
        LocalServer.execute(connection, copy.formatted("own", " null_if = ('a|b') field_delimiter = '|'"));
        assertThat(content("escaped_0_0_0.csv")).isEqualTo("1,\\\\N,x\n");
        assertThat(content("plain_0_0_0.csv")).isEqualTo("1,\\N,x\n");
        assertThat(content("own_0_0_0.csv")).isEqualTo("1|a\\|b|x\n");
        assertThat(LocalServer.value(connection, "select $2 is null from @mystage/escaped_0_0_0.csv"))
                .isEqualTo("TRUE");
    }

    /** docs.snowflake.com/en/sql-reference/sql/copy-into-location, "Validating data to be unloaded". */
    @Test
    void withValidationModeTheRowsAreShownAndNothingIsWritten() throws SQLException {
        String copy = "copy into @mystage/shown from (select 1 as a, 'x' as b) validation_mode = ";
        assertThat(LocalServer.column(connection, copy + "'RETURN_ROWS'", "B")).containsExactly("x");
        assertThat(names()).noneMatch(name -> name.startsWith("mystage/shown"));
        assertThatThrownBy(() -> LocalServer.execute(connection, copy + "RETURN_ERRORS"))
                .hasMessageContaining("invalid value [RETURN_ERRORS] for parameter 'VALIDATION_MODE'");
    }

    @Test
    void whatIsNotWrittenIsRefusedByName() {
        Stream.of(
                        "file_format = (type = parquet)|unloading files of TYPE = PARQUET",
                        "file_format = (escape = '!')|file format option ESCAPE = ! when unloading",
                        "file_format = (compression = bz2)|COMPRESSION = BZ2")
                .map(line -> line.split("\\|"))
                .forEach(parts -> assertThatThrownBy(() ->
                                LocalServer.execute(connection, "copy into @mystage from null_empty1 " + parts[0]))
                        .hasMessageContaining("not supported by snowflake-local: " + parts[1]));
    }

    private List<String> names() throws SQLException {
        return LocalServer.column(connection, "list @mystage", "name");
    }

    private String content(String name) throws Exception {
        Path target = Files.createDirectories(folder.resolve(name));
        LocalServer.execute(connection, "get @mystage/" + name + " file://" + target);
        Path file = target.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (var bytes = Files.newInputStream(file);
                var plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
