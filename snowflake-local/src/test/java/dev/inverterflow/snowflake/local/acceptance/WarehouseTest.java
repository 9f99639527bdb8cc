package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session may do without a warehouse, and which warehouse it has. */
@Tag("driver")
class WarehouseTest {
    private static final String NONE =
            "No active warehouse selected in the current session.  Select an active warehouse"
                    + " with the 'use warehouse' command.";
    private static final String NUMBERS = "(select seq8() as n from table(generator(rowcount => 1000000)))";
    /** Takes hours. */
    private static final String ENDLESS =
            "select count(*) from " + NUMBERS + " x, " + NUMBERS + " y where (x.n * y.n) % 7 = 3";

    private static final String CURRENT = "select current_warehouse()";

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection administrator;
    /** Of a user that has no default warehouse. */
    private Connection session;

    @BeforeEach
    void connect() throws SQLException {
        administrator = SERVER.connect();
        LocalServer.execute(
                administrator,
                "create or replace table t (v int)",
                "insert into t values (1)",
                "create or replace view w as select v from t",
                "create or replace stage st",
                "copy into @st/rows from t file_format = (type = csv compression = none)",
                "create or replace warehouse wh initially_suspended = true",
                "create or replace role worker",
                "grant usage on database db to role worker",
                "grant usage on schema db.s to role worker",
                "grant select on table t to role worker",
                "create or replace user nobody default_role = accountadmin",
                "grant role accountadmin to user nobody",
                "grant role worker to user nobody",
                "use warehouse compute_wh");
        session = connectAs("nobody");
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
        administrator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from t",
                "select v from w",
                "select count(*) from t where v > 0",
                "select count(distinct v) from t",
                "select max(v + 1) from t",
                "select count(*) from w",
                "with c as (select v from t) select 1 from c",
                "select 1 from (select v from t)",
                "select 1 union all select v from t",
                "select (select v from t)",
                "select 1 where exists (select v from t)",
                "select iff(1 in (select v from t), 1, 2)",
                "select a.v from (values (1)) a (v) join t on t.v = a.v",
                "select f.value from table(flatten(input => parse_json('[1]'))) f",
                "select seq4() from table(generator(rowcount => 2))",
                "select $1 from @st",
                "select table_name from information_schema.tables",
                "select name from table(information_schema.task_history())",
                "select warehouse_name from snowflake.account_usage.warehouse_metering_history",
                "set x = (select v from t)",
                "insert into t values (2)",
                "insert into t select 2",
                "insert all into t values (v) select 1 as v",
                "update t set v = 3",
                "delete from t",
                "merge into t using (select 1 as v) s on t.v = s.v when matched then update set v = 4",
                "copy into t from @st file_format = (type = csv)",
                "copy into @st/more from (select 1)",
                "create or replace table made as select 1 as v",
                "execute immediate 'select v from t'",
            })
    void whatReadsOrChangesRowsNeedsAWarehouse(String sql) throws SQLException {
        assertRefused(session, sql, 606, NONE);

        LocalServer.execute(session, "use warehouse wh", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 + 1, current_timestamp(), current_role(), upper('a')",
                "select parse_json('[1]')[0], iff(true, 1, 2), case when 1 = 1 then 'a' end",
                "select system$typeof(1), get_ddl('table', 't')",
                "call system$typeof(1)",
                "select * from (select 1 as a union all select 2) order by a",
                "set x = 1",
                "create or replace table made (v int)",
                "create or replace table made like t",
                "create or replace table made clone t",
                "create or replace view made_view as select v from t",
                "create or replace stream made on table t",
                "create or replace task made schedule = '60 minutes' as insert into t values (1)",
                "alter table t set comment = 'c'",
                "grant select on table t to role worker",
                "comment on table t is 'c'",
                "drop view if exists made_view",
                "truncate table t",
                "show tables",
                "describe table t",
                "use schema db.s",
                "use role worker",
                "alter session set query_tag = 'q'",
                "begin",
                "execute immediate 'select 1'",
                "list @st",
                "remove @st/nothing",
            })
    void whatTheCloudServicesDoNeedsNone(String sql) throws SQLException {
        LocalServer.execute(session, sql);

        assertThat(LocalServer.value(session, CURRENT)).isNull();
    }

    /** What the sources say of these differs; see docs/account-checklist.md. */
    @Test
    void whatSnowflakeMayKnowWithoutRowsIsAnsweredWithout() throws SQLException {
        assertThat(LocalServer.rows(session, "select count(*), count(v), min(v), max(v) as m from t", "/"))
                .containsExactly("1/1/1/1");
        assertThat(LocalServer.value(session, "select $1 from values (7)")).isEqualTo("7");
        LocalServer.execute(session, "show warehouses like 'wh'");
        assertThat(LocalServer.value(session, "select \"state\" from table(result_scan(last_query_id()))"))
                .isEqualTo("SUSPENDED");
    }

    @Test
    void filesAreSentAndFetchedWithout(@TempDir Path folder) throws SQLException, IOException {
        var file = Files.writeString(folder.resolve("f.csv"), "1\n");

        LocalServer.execute(
                session,
                "put file://" + file + " @st auto_compress = false",
                "get @st/f.csv file://" + folder + "/back");

        assertThat(folder.resolve("back/f.csv")).hasContent("1");
    }

    @Test
    void whatIsWrongWithAStatementIsSaidBeforeThatItNeedsAWarehouse() {
        assertRefused(session, "select * from nothing", 2003, "'NOTHING'");
        assertRefused(session, "select nope from t", 904, "NOPE");
        assertRefused(session, "insert into nothing values (1)", 2003, "'NOTHING'");
        assertRefused(session, "select v from t", 606, NONE);
    }

    @Test
    void aDroppedWarehouseIsNobodysCurrentOneAnyMore() throws SQLException {
        LocalServer.execute(session, "use warehouse wh", "insert into t values (2)");
        LocalServer.execute(administrator, "drop warehouse wh");

        assertThat(LocalServer.value(session, CURRENT)).isNull();
        assertRefused(session, "insert into t values (3)", 606, NONE);
        assertRefused(session, "alter warehouse suspend", 606, NONE);
        assertRefused(session, "use warehouse wh", 2043, "does not exist");

        LocalServer.execute(administrator, "create warehouse wh");
        LocalServer.execute(session, "use warehouse wh", "insert into t values (3)");
    }

    @Test
    void aSuspendedWarehouseResumesByItselfUnlessItIsToldNotTo() throws SQLException {
        LocalServer.execute(session, "use warehouse wh");
        assertThat(state("wh")).isEqualTo("SUSPENDED");
        LocalServer.execute(session, "insert into t values (2)");
        assertThat(state("wh")).isEqualTo("STARTED");

        LocalServer.execute(session, "alter warehouse suspend", "alter warehouse wh set auto_resume = false");
        assertThat(state("wh")).isEqualTo("SUSPENDED");
        assertRefused(
                session,
                "insert into t values (3)",
                608,
                "Warehouse 'WH' is suspended. Use 'alter warehouse WH resume;' command if you need to use it again.");
        assertThat(LocalServer.value(session, "select count(*) from t")).isEqualTo("2");
        assertThat(LocalServer.value(session, CURRENT)).isEqualTo("WH");
        assertThat(state("wh")).isEqualTo("SUSPENDED");

        LocalServer.execute(session, "alter warehouse wh resume", "insert into t values (3)");
        assertThat(state("wh")).isEqualTo("STARTED");
    }

    @Test
    void theRoleMustHaveUsageOfTheWarehouse() throws SQLException {
        LocalServer.execute(session, "use warehouse wh", "select v from t", "use role worker");
        assertThat(LocalServer.value(session, CURRENT)).isNull();
        assertRefused(session, "select v from t", 606, NONE);
        LocalServer.execute(administrator, "grant operate, monitor on warehouse wh to role worker");
        assertRefused(session, "select v from t", 606, NONE);

        LocalServer.execute(administrator, "grant usage on warehouse wh to role worker");
        assertThat(LocalServer.value(session, CURRENT)).isEqualTo("WH");
        assertThat(LocalServer.value(session, "select v from t")).isEqualTo("1");

        LocalServer.execute(administrator, "revoke usage on warehouse wh from role worker");
        assertRefused(session, "select v from t", 606, NONE);
        LocalServer.execute(session, "use secondary roles all", "select v from t");
    }

    @Test
    void theWarehouseOfANewAccountIsThatOfItsFirstUser() throws SQLException {
        try (Connection fresh = SERVER.connect()) {
            assertThat(LocalServer.value(fresh, CURRENT)).isEqualTo("COMPUTE_WH");
            assertThat(LocalServer.rows(fresh, "show warehouses like 'compute_wh'", "/"))
                    .singleElement()
                    .asString()
                    .startsWith("COMPUTE_WH/STARTED/STANDARD/X-Small/")
                    .contains("/Y/Y/N/600/true/", "/ACCOUNTADMIN/");
            LocalServer.execute(fresh, "use role sysadmin");
            assertThat(LocalServer.value(fresh, CURRENT))
                    .as("of account administrators alone")
                    .isNull();
        }
    }

    @Test
    void aLoginTakesTheWarehouseItNamesOrElseTheUsersOwn() throws SQLException {
        assertThat(LocalServer.value(session, CURRENT)).isNull();
        LocalServer.execute(administrator, "alter user nobody set default_warehouse = wh");
        try (Connection own = connectAs("nobody")) {
            assertThat(LocalServer.value(own, CURRENT)).isEqualTo("WH");
            LocalServer.execute(own, "select v from t");
        }
        try (Connection named = connectAs("nobody", "compute_wh")) {
            assertThat(LocalServer.value(named, CURRENT)).isEqualTo("COMPUTE_WH");
        }
        try (Connection wrong = connectAs("nobody", "no_such_warehouse")) {
            assertThat(LocalServer.value(wrong, CURRENT)).isNull();
            assertRefused(wrong, "select v from t", 606, NONE);
        }
    }

    @Test
    void aRenamedWarehouseStaysCurrentWhereItWasRenamed() throws SQLException {
        LocalServer.execute(session, "drop warehouse if exists renamed", "use warehouse wh");

        LocalServer.execute(session, "alter warehouse wh rename to renamed");

        assertThat(LocalServer.value(session, CURRENT)).isEqualTo("RENAMED");
        LocalServer.execute(session, "select v from t", "drop warehouse renamed");
        assertRefused(session, "select v from t", 606, NONE);
    }

    @Test
    void aWarehouseRenamedOrReplacedByAnotherSessionIsFoundByItsName() throws SQLException {
        LocalServer.execute(administrator, "drop warehouse if exists renamed");
        LocalServer.execute(session, "use warehouse wh");

        LocalServer.execute(administrator, "alter warehouse wh rename to renamed");
        assertThat(LocalServer.value(session, CURRENT)).isNull();
        assertRefused(session, "select v from t", 606, NONE);

        LocalServer.execute(administrator, "alter warehouse renamed rename to wh");
        assertThat(LocalServer.value(session, CURRENT)).isEqualTo("WH");
        LocalServer.execute(administrator, "create or replace warehouse wh initially_suspended = true");
        assertThat(LocalServer.value(session, CURRENT)).isEqualTo("WH");
        assertThat(LocalServer.value(session, "select v from t")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop warehouse wh",
                "create or replace warehouse wh initially_suspended = true",
                "alter warehouse wh abort all queries"
            })
    void whatRunsOnAWarehouseIsAbortedWithItOrByOrder(String order) throws Exception {
        LocalServer.execute(session, "use warehouse wh");
        try (Statement elsewhere = administrator.createStatement();
                Statement running = session.createStatement()) {
            var unfinished = CompletableFuture.supplyAsync(() -> failure(running, ENDLESS));
            await().atMost(Duration.ofMinutes(1)).until(() -> running("wh").equals("1"));

            elsewhere.execute(order);

            assertThat(unfinished.get(1, TimeUnit.MINUTES)).contains("SQL execution canceled");
        }
        if (!order.startsWith("drop")) {
            assertThat(running("wh")).isEqualTo("0");
            assertThat(LocalServer.value(session, "select v from t")).isEqualTo("1");
        }
    }

    @Test
    void queriesOfASuspendedWarehouseEndFirstAndThoseOfOthersGoOn() throws Exception {
        LocalServer.execute(session, "use warehouse wh", "alter warehouse wh set auto_resume = false");
        LocalServer.execute(administrator, "alter warehouse wh resume");
        try (Statement running = session.createStatement()) {
            var unfinished = CompletableFuture.supplyAsync(() -> failure(running, ENDLESS));
            await().atMost(Duration.ofMinutes(1)).until(() -> running("wh").equals("1"));

            LocalServer.execute(administrator, "alter warehouse compute_wh abort all queries");
            LocalServer.execute(administrator, "alter warehouse wh suspend");

            assertThat(running("wh")).isEqualTo("1");
            assertThat(unfinished).isNotDone();
            running.cancel();
            unfinished.get(1, TimeUnit.MINUTES);
        }
    }

    private static String failure(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "it ended";
        } catch (SQLException failure) {
            return failure.getMessage();
        }
    }

    private String running(String warehouse) throws SQLException {
        return LocalServer.column(administrator, "show warehouses like '" + warehouse + "'", "running")
                .get(0);
    }

    private String state(String warehouse) throws SQLException {
        return LocalServer.column(administrator, "show warehouses like '" + warehouse + "'", "state")
                .get(0);
    }

    private static Connection connectAs(String user, String... warehouse) throws SQLException {
        Properties properties = SERVER.properties();
        properties.setProperty("user", user);
        List.of(warehouse).forEach(name -> properties.setProperty("warehouse", name));
        return SERVER.connect(properties);
    }

    private static void assertRefused(Connection connection, String sql, int code, String message) {
        assertThatThrownBy(() -> LocalServer.execute(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(SQLException.class, refusal -> {
                    assertThat(refusal.getErrorCode()).isEqualTo(code);
                    if (code == 606 || code == 608) {
                        assertThat(refusal.getSQLState()).isEqualTo("57P03");
                    }
                })
                .hasMessageContaining(message);
    }
}
