package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** QUERY_HISTORY and QUERY_HISTORY_BY_* (docs.snowflake.com/en/sql-reference/functions/query_history). */
@Tag("driver")
class QueryHistoryTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String OF_SESSION = "table(information_schema.query_history_by_session())";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "use role accountadmin", "create or replace table t (a int)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aQueryIsToldWithItsPlaceItsKindAndItsEnd() throws SQLException {
        LocalServer.execute(
                connection,
                "create warehouse if not exists wh warehouse_size = small",
                "use warehouse wh",
                "alter session set query_tag = 'seen'",
                "insert into t values (1), (2)",
                "select a from t");
        assertThat(told(
                        "concat_ws('|', database_name, schema_name, query_type, user_name, role_name, warehouse_name,"
                                + " warehouse_size, query_tag, execution_status, rows_produced, rows_written_to_result)",
                        "query_text = 'select a from t'"))
                .containsExactly(
                        LocalServer.value(
                                connection,
                                "select concat_ws('|', current_database(),"
                                        + " current_schema(), 'SELECT', current_user(), 'ACCOUNTADMIN|WH|Small|seen|SUCCESS|2|2')"));
        assertThat(told("rows_inserted || query_type", "query_text like 'insert%'"))
                .containsExactly("2INSERT");
        assertThat(told(
                        "count_if(end_time >= start_time and total_elapsed_time >= 0 and error_code is null)",
                        "query_text = 'select a from t'"))
                .containsExactly("1");
        assertThat(told("query_type", "query_text ilike any ('create warehouse%', 'use%', 'alter session%')"))
                .containsExactlyInAnyOrder("CREATE_WAREHOUSE", "USE", "USE", "ALTER_SESSION");
    }

    @Test
    void aQueryThatFailsOrStillRunsSaysSo() throws SQLException {
        assertThatThrownBy(() -> LocalServer.execute(connection, "select nothing from t"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> LocalServer.execute(connection, "selec nonsense"))
                .isInstanceOf(SQLException.class);
        assertThat(told("query_type || error_code || execution_status", "query_text = 'select nothing from t'"))
                .containsExactly("SELECT904FAILED_WITH_ERROR");
        assertThat(told("query_type || error_code", "query_text = 'selec nonsense'"))
                .containsExactly("UNKNOWN1003");
        assertThat(told("end_time = to_timestamp_ltz(0)", "execution_status = 'RUNNING'"))
                .as("the query that asks")
                .containsExactly("TRUE");
    }

    @Test
    void theRangeIsThatOfTheEndsAndTheLatestComeFirst() throws SQLException {
        LocalServer.execute(connection, "select 'first'", "select 'second'");
        assertThat(LocalServer.column(
                        connection,
                        "select query_text from table(information_schema.query_history_by_session("
                                + "end_time_range_end => current_timestamp(), result_limit => 2))",
                        "QUERY_TEXT"))
                .containsExactly("select 'second'", "select 'first'");
        assertThat(LocalServer.value(
                        connection,
                        "select count(*) from table(information_schema.query_history_by_session("
                                + "end_time_range_start => dateadd(minute, -2, current_timestamp()),"
                                + " end_time_range_end => dateadd(minute, -1, current_timestamp())))"))
                .isEqualTo("0");
        for (String refused : List.of(
                "query_history(end_time_range_start => dateadd(day, -8, current_timestamp()))",
                "query_history(result_limit => 0)",
                "query_history(result_limit => 10001)",
                "query_history(user_name => 'ME')",
                "query_history_by_session(session_id => 'x')")) {
            assertThatThrownBy(() -> LocalServer.value(
                            connection, "select count(*) from table(information_schema." + refused + ")"))
                    .as(refused)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theViewOfTheAccountShowsWhatHasEndedOfAllUsers() throws SQLException {
        LocalServer.execute(
                connection,
                "insert into t values (1), (2), (3)",
                "merge into t using (select 1 as b union all select 2 union all select 9) s on t.a = s.b"
                        + " when matched and s.b = 1 then update set a = 5 when matched then delete"
                        + " when not matched then insert values (s.b)",
                "update t set a = 6 from (select 5 as b) s where t.a = s.b");
        assertThatThrownBy(() -> LocalServer.execute(connection, "select \u0000 \ud83d from t"))
                .isInstanceOf(SQLException.class);
        String session = LocalServer.value(connection, "select current_session()");
        String view = " from snowflake.account_usage.query_history where session_id = " + session;

        assertThat(LocalServer.column(
                        connection,
                        "select concat_ws('|', query_type, execution_status, rows_inserted, rows_updated, rows_deleted,"
                                + " rows_produced) as told" + view
                                + " and query_type in ('INSERT', 'MERGE', 'UPDATE') order by start_time, query_type",
                        "TOLD"))
                .containsExactlyInAnyOrder("INSERT|SUCCESS|3|0|0|3", "MERGE|SUCCESS|1|1|1|3", "UPDATE|SUCCESS|0|1|0|1");
        assertThat(LocalServer.value(
                        connection,
                        "select concat_ws('|', error_code, left(error_message, 21), end_time >= start_time)" + view
                                + " and execution_status = 'FAIL'"))
                .isEqualTo("1003|SQL compilation error|true");
        assertThat(LocalServer.value(connection, "select count(*)" + view + " and query_text ilike '%count(*)%'"))
                .as("the query that asks has not ended")
                .isEqualTo("0");
        assertThat(LocalServer.value(
                        connection,
                        "select count(*) from snowflake.account_usage.query_history where user_name = 'LOCAL'"))
                .isNotEqualTo("0");
    }

    /** A driver has it described before it sends the rows. */
    @Test
    void aBatchCountsItsRowsOnce() throws SQLException {
        try (PreparedStatement batch = connection.prepareStatement("insert into t values (?)")) {
            for (int row = 0; row < 3; row++) {
                batch.setInt(1, row);
                batch.addBatch();
            }
            batch.executeBatch();
        }
        assertThat(told("rows_inserted", "query_text = 'insert into t values (?)' and rows_inserted > 0"))
                .containsExactly("3");
    }

    @Test
    void othersQueriesAreShownToWhoMonitorsTheirWarehouse() throws SQLException {
        LocalServer.execute(
                connection,
                "create warehouse if not exists wh",
                "use warehouse wh",
                "select 'of the administrator'",
                "create user if not exists viewer password = 'not to be seen' default_role = viewer",
                "create or replace role viewer",
                "grant usage on warehouse compute_wh to role viewer",
                "grant role viewer to user viewer",
                "grant usage on database db to role viewer");
        Properties login = SERVER.properties();
        login.setProperty("user", "viewer");
        login.setProperty("password", "not to be seen");
        try (Connection viewer = SERVER.connect(login)) {
            LocalServer.execute(viewer, "use role viewer", "use database db", "use warehouse compute_wh");
            String seen = "select count(*) from table(information_schema.query_history(result_limit => 10000))"
                    + " where query_text = 'select ''of the administrator'''";
            assertThat(LocalServer.value(viewer, seen)).isEqualTo("0");
            LocalServer.execute(connection, "grant monitor on warehouse wh to role viewer");
            assertThat(LocalServer.value(viewer, seen)).isEqualTo("1");
            assertThat(LocalServer.value(
                            viewer,
                            "select count_if(query_text = 'use role viewer') from"
                                    + " table(information_schema.query_history_by_user(user_name => 'viewer'))"))
                    .isEqualTo("1");
            assertThat(LocalServer.value(
                            viewer,
                            "select count_if(warehouse_name <> 'WH') from"
                                    + " table(information_schema.query_history_by_warehouse(warehouse_name => 'wh'))"))
                    .isEqualTo("0");
        }
        assertThat(told("query_text", "query_text like 'create user%'"))
                .singleElement()
                .asString()
                .contains("password = '****'")
                .doesNotContain("not to be seen");
    }

    private List<String> told(String expression, String condition) throws SQLException {
        return LocalServer.column(
                connection, "select " + expression + " as told from " + OF_SESSION + " where " + condition, "TOLD");
    }
}
