package dev.inverterflow.snowflake.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovableClock;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalBuilder;
import dev.inverterflow.snowflake.local.SnowflakeLocalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data directory keeps. */
@Tag("driver")
class DataDirectoryTest {

    private static final List<String> OBJECTS = List.of(
            "create table t (id int identity, a number(10, 2) default 1 + 1, b varchar(10) not null default 'x',"
                    + " v variant, ts timestamp_tz, c varchar collate 'en-ci', primary key (id)) comment = 'a table'",
            "insert into t (a, b, v) select 2.5, 'y', parse_json('{\"k\": [1, 2]}')",
            "create sequence ids start 5",
            "create view w as with c as (select a, b from t where a > 1 qualify row_number() over (order by a) = 1)"
                    + " select c.a, f.value:x::int as x, iff(b like 'y%', 1, 2) as i from c,"
                    + " lateral flatten(input => parse_json('[{\"x\": 7}]')) f",
            "create stage st comment = 'files'",
            "create file format ff type = csv field_delimiter = ';'",
            "create warehouse wh warehouse_size = 'SMALL' auto_suspend = 60",
            "create role reader",
            "grant usage on schema d.s to role reader",
            "grant role reader to user local",
            "create user u default_role = reader comment = 'somebody'",
            "create stream str on table t append_only = true",
            "insert into t (a, b) values (3, 'z')",
            "create task tk warehouse = wh schedule = '60 minutes' as insert into t (b) values ('task')",
            "create task after_it after tk when system$stream_has_data('STR') as select 1",
            "alter task tk resume",
            "create alert al warehouse = wh schedule = '60 minute' if (exists (select 1)) then select 2",
            "alter alert al resume");

    private static final List<String> LISTINGS = List.of(
            "select * from t order by id",
            "select * from w",
            "select * from str",
            "describe table t",
            "describe view w",
            "show tables in account",
            "show views in account",
            "show schemas in account",
            "show sequences in account",
            "show stages in account",
            "show file formats in account",
            "show roles",
            "show users",
            "show grants to role reader",
            "show grants to user local",
            "show streams in account",
            "show tasks in account",
            "show alerts in account");

    @TempDir
    Path folder;

    @Test
    void everythingIsThereAfterARestart() throws SQLException {
        Map<String, List<String>> before = new TreeMap<>();
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            LocalServer.execute(connection, OBJECTS.toArray(String[]::new));
            for (String listing : LISTINGS) {
                before.put(listing, rows(connection, listing));
            }
        }
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            LocalServer.execute(connection, "use warehouse wh");
            for (String listing : LISTINGS) {
                assertThat(rows(connection, listing)).as(listing).isEqualTo(before.get(listing));
            }
            assertThat(LocalServer.column(connection, "show warehouses", "name"))
                    .containsExactly("COMPUTE_WH", "WH");
            assertThat(LocalServer.column(connection, "show warehouses", "size"))
                    .containsExactly("X-Small", "Small");
            assertThat(LocalServer.column(connection, "show warehouses", "auto_suspend"))
                    .containsExactly("600", "60");
            LocalServer.execute(
                    connection,
                    "insert into t (a, b) select a, b from str",
                    "create table t2 (a int)",
                    "create or replace table t2 clone t");
            assertThat(LocalServer.value(connection, "select count(*) from str"))
                    .isEqualTo("1");
            assertThat(LocalServer.value(connection, "select count(distinct id) || '/' || count(*) from t"))
                    .isEqualTo("3/3");
            assertThat(LocalServer.value(connection, "select ids.nextval")).isEqualTo("5");
        }
    }

    @Test
    void historiesAreThereAfterARestart() throws SQLException {
        var history = "select name, state, scheduled_from from snowflake.account_usage.task_history";
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            LocalServer.execute(connection, "create task once as select 1", "execute task once");
            await().until(server::idle);
            assertThat(rows(connection, history)).containsExactly("ONCE|SUCCEEDED|EXECUTE_TASK");
        }
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            assertThat(rows(connection, history)).containsExactly("ONCE|SUCCEEDED|EXECUTE_TASK");
        }
    }

    @Test
    void whatWasStoredIsThereAfterARestart() throws SQLException {
        var clock = new MovableClock(Instant.parse("2026-11-23T00:00:00Z"));
        var days = "select usage_date, average_database_bytes, average_failsafe_bytes"
                + " from snowflake.account_usage.database_storage_usage_history order by usage_date";
        var tables = "select table_name, active_bytes, time_travel_bytes, failsafe_bytes, deleted"
                + " from snowflake.account_usage.table_storage_metrics order by table_name";
        try (SnowflakeLocal server = server().clock(clock).start();
                Connection connection = connect(server)) {
            LocalServer.execute(
                    connection,
                    "create table t as select 1::number as a from table(generator(rowcount => 30))",
                    "create table gone as select 1::number as a");
            clock.advance(Duration.ofDays(1));
            assertThat(rows(connection, days)).startsWith("2026-11-23|248.0|0.0");
            LocalServer.execute(connection, "update t set a = 2", "drop table gone");
        }
        clock.advance(Duration.ofDays(1));
        try (SnowflakeLocal server = server().clock(clock).start();
                Connection connection = connect(server)) {
            assertThat(rows(connection, tables)).containsExactly("GONE|0|0|8|TRUE", "T|240|0|240|FALSE");
            assertThat(rows(connection, days))
                    .containsExactly("2026-11-23|248.0|0.0", "2026-11-24|488.0|0.0", "2026-11-25|240.0|248.0");
        }
    }

    @Test
    void aServerThatIsKilledLosesNothingThatWasCommitted() throws Exception {
        Path file = Files.writeString(folder.resolve("file.txt"), "content");
        Path data = folder.resolve("data");
        try (ServerProcess server =
                ServerProcess.start("--data", data.toString(), "--database", "d", "--schema", "s")) {
            // Not closed: there will be nobody to say it to.
            Connection connection = server.connect();
            LocalServer.execute(connection, "use schema d.s");
            LocalServer.execute(connection, OBJECTS.toArray(String[]::new));
            LocalServer.execute(
                    connection,
                    "put file://" + file + " @st auto_compress = false",
                    "create temporary table scratch (a int)",
                    "create or replace table replaced (a int)",
                    "create or replace table replaced (b varchar, c int)",
                    "begin",
                    "insert into t (a, b) values (4, 'lost')");
            server.kill();
        }
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            assertThat(LocalServer.value(connection, "select listagg(b, ',') within group (order by id) from t"))
                    .isEqualTo("y,z");
            assertThat(LocalServer.column(connection, "list @st", "name")).containsExactly("st/file.txt");
            LocalServer.execute(connection, "insert into replaced values ('b', 1)");
            assertThat(LocalServer.column(connection, "show tasks", "state")).containsExactly("suspended", "started");
            assertThatThrownBy(() -> LocalServer.value(connection, "select * from scratch"))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void oneServerAtATimeUsesADirectory() {
        try (SnowflakeLocal server = server().start()) {
            assertThat(server.port()).isPositive();
            assertThatThrownBy(() -> server().start())
                    .isInstanceOf(SnowflakeLocalException.class)
                    .hasMessageContaining("in use by another server");
        }
    }

    @Test
    void anotherProcessIsRefusedInOneLine() throws Exception {
        try (SnowflakeLocal server = server().start()) {
            assertThat(server.port()).isPositive();
            Process second = ServerProcess.run(
                    List.of(), "--data", folder.resolve("data").toString());
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(new String(second.getErrorStream().readAllBytes(), UTF_8))
                    .startsWith("snowflake-local: ")
                    .contains("in use by another server")
                    .hasLineCount(1);
        }
    }

    @Test
    void anUnknownFormatIsRefused() throws Exception {
        server().start().close();
        Path format = folder.resolve("data").resolve("format");
        assertThat(format).hasContent("snowflake-local data 2");
        Files.writeString(format, "snowflake-local data 3\n");
        assertThatThrownBy(() -> server().start())
                .isInstanceOf(SnowflakeLocalException.class)
                .hasMessageContaining("has the format 'snowflake-local data 3'")
                .hasMessageContaining("reads 'snowflake-local data 2' only");
        Files.delete(format);
        assertThatThrownBy(() -> server().start()).hasMessageContaining("has no file 'format'");
    }

    @Test
    void aDefinitionThatFailsLeavesNothingBehind() throws SQLException {
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            assertThatThrownBy(() -> LocalServer.execute(connection, "create table bad as select to_number('x') as a"))
                    .isInstanceOf(SQLException.class);
            LocalServer.execute(connection, "create table bad (a int)");
        }
        try (SnowflakeLocal server = server().start();
                Connection connection = connect(server)) {
            assertThat(LocalServer.value(connection, "select count(*) from bad"))
                    .isEqualTo("0");
        }
    }

    @Test
    void withoutADirectoryNothingIsKept() throws Exception {
        try (SnowflakeLocal server =
                        SnowflakeLocal.builder().database("d").schema("s").start();
                Connection connection = connect(server)) {
            LocalServer.execute(connection, "create table t (a int)");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private SnowflakeLocalBuilder server() {
        return SnowflakeLocal.builder()
                .dataDirectory(folder.resolve("data"))
                .database("d")
                .schema("s");
    }

    private static Connection connect(SnowflakeLocal server) throws SQLException {
        Properties properties = server.properties();
        properties.setProperty("db", "D");
        properties.setProperty("schema", "S");
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                all.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        return all;
    }
}
