package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("driver")
class InformationSchemaTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "use role accountadmin", "create or replace schema db.s");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void tablesAndViewsAreListedWithWhatTheyHold() throws SQLException {
        LocalServer.execute(
                connection,
                "create transient table t (a int) comment = 'one'",
                "insert into t values (1), (2)",
                "create secure view v as select a from t");
        assertThat(text("select table_name || ' ' || table_type || ' ' || is_transient || ' ' || coalesce(row_count,"
                        + " -1) as x from information_schema.tables where table_schema = 'S' order by table_name"))
                .isEqualTo("T BASE TABLE YES 2");
        assertThat(text("select comment as x from db.information_schema.tables where table_name = 'T' and"
                        + " table_schema = 'S'"))
                .isEqualTo("one");
        assertThat(text("select is_secure || view_definition as x from information_schema.views where"
                        + " table_schema = 'S'"))
                .isEqualTo("YEScreate secure view v as select a from t");
    }

    @Test
    void viewsOfTheSystemAreDescribedAsOnesOwn() throws SQLException {
        assertThat(LocalServer.column(connection, "describe view information_schema.tables", "name"))
                .startsWith("TABLE_CATALOG", "TABLE_SCHEMA", "TABLE_NAME");
        assertThat(LocalServer.column(
                        connection, "desc view snowflake.account_usage.warehouse_metering_history", "type"))
                .startsWith("TIMESTAMP_LTZ(3)");
    }

    @Test
    void columnsTellTypeDefaultAndIdentity() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (id number(10, 2) identity start 5 increment 2, s varchar(7) not null default 'x', d"
                        + " timestamp_ntz(3))");
        String columns = " from information_schema.columns where table_schema = 'S' and table_name = 'T' order by"
                + " ordinal_position";
        assertThat(LocalServer.column(connection, "select data_type as x" + columns, "X"))
                .containsExactly("NUMBER", "TEXT", "TIMESTAMP_NTZ");
        assertThat(LocalServer.column(connection, "select is_nullable as x" + columns, "X"))
                .containsExactly("YES", "NO", "YES");
        assertThat(LocalServer.column(
                        connection, "select numeric_precision || '/' || numeric_scale as x" + columns, "X"))
                .containsExactly("10/2", null, null);
        assertThat(LocalServer.column(connection, "select character_maximum_length as x" + columns, "X"))
                .containsExactly(null, "7", null);
        assertThat(LocalServer.column(connection, "select column_default as x" + columns, "X"))
                .containsExactly(null, "'x'", null);
        assertThat(LocalServer.column(
                        connection, "select identity_start || '/' || identity_increment as x" + columns, "X"))
                .containsExactly("5/2", null, null);
    }

    @Test
    void keysStagesFormatsSequencesAndSchemasAreListed() throws SQLException {
        LocalServer.execute(
                connection,
                "create table p (id int constraint pk primary key, u int unique)",
                "create stage st comment = 'files'",
                "create file format f type = csv field_delimiter = ';'",
                "create sequence q start 3 increment 4");
        assertThat(LocalServer.column(
                        connection,
                        "select constraint_type as x from information_schema.table_constraints where table_schema ="
                                + " 'S' order by x",
                        "X"))
                .containsExactly("PRIMARY KEY", "UNIQUE");
        assertThat(text("select stage_type || comment as x from information_schema.stages where stage_schema = 'S'"))
                .isEqualTo("Internal Namedfiles");
        assertThat(text("select field_delimiter as x from information_schema.file_formats where"
                        + " file_format_schema = 'S'"))
                .isEqualTo(";");
        assertThat(text("select start_value || \"INCREMENT\" as x from information_schema.sequences where"
                        + " sequence_schema = 'S'"))
                .isEqualTo("34");
        assertThat(LocalServer.column(connection, "select schema_name from information_schema.schemata", "SCHEMA_NAME"))
                .contains("PUBLIC", "S");
        assertThat(LocalServer.column(
                        connection, "select database_name from information_schema.databases", "DATABASE_NAME"))
                .contains("DB");
        assertThat(text("select catalog_name as x from information_schema.information_schema_catalog_name"))
                .isEqualTo("DB");
    }

    @Test
    void packagesAndProceduresOfTheDatabaseAreListed() throws SQLException {
        assertThat(text("select version as x from information_schema.packages where package_name ="
                        + " 'com.snowflake:snowpark'"))
                .isEqualTo("1.16.0");
        assertThat(text("select count(*) as x from information_schema.procedures where procedure_schema = 'S'"))
                .isEqualTo("0");
        assertThat(text("select count(*) as x from information_schema.functions where function_schema = 'S'"))
                .isEqualTo("0");
        assertThat(text("select count(*) as x from information_schema.pipes where pipe_schema = 'S'"))
                .isEqualTo("0");
        assertThat(text("select count(*) as x from information_schema.load_history where schema_name = 'S'"))
                .isEqualTo("0");
    }

    @Test
    void rolesAndPrivilegesAreThoseThatTheRoleHolds() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace role reader",
                "create table t (a int)",
                "create table hidden (a int)",
                "grant usage on warehouse compute_wh to role reader",
                "grant usage on database db to role reader",
                "grant usage on schema s to role reader",
                "grant select on table t to role reader",
                "use role reader");
        assertThat(LocalServer.column(
                        connection,
                        "select table_name from information_schema.tables where table_schema = 'S'",
                        "TABLE_NAME"))
                .containsExactly("T");
        assertThat(LocalServer.column(
                        connection,
                        "select privilege_type || ' ' || object_name as x from information_schema.object_privileges"
                                + " order by x",
                        "X"))
                .containsExactly("SELECT T", "USAGE DB", "USAGE S");
        assertThat(LocalServer.column(
                        connection,
                        "select grantor || ' ' || privilege_type || ' ' || table_name || ' ' || is_grantable as x"
                                + " from information_schema.table_privileges",
                        "X"))
                .containsExactly("ACCOUNTADMIN SELECT T NO");
        assertThat(LocalServer.column(
                        connection, "select role_name from information_schema.enabled_roles order by 1", "ROLE_NAME"))
                .containsExactly("PUBLIC", "READER");
        LocalServer.execute(connection, "use role accountadmin");
        assertThat(LocalServer.column(
                        connection, "select role_name from information_schema.applicable_roles", "ROLE_NAME"))
                .contains("SYSADMIN", "SECURITYADMIN", "USERADMIN");
    }

    @Test
    void aViewThatIsNotThereIsRefusedAndNoneIsWritten() {
        assertThatThrownBy(() -> text("select * from information_schema.nothing"))
                .hasMessageContaining("INFORMATION_SCHEMA.NOTHING");
        assertThatThrownBy(() -> LocalServer.execute(connection, "delete from information_schema.tables"))
                .isInstanceOf(SQLException.class);
    }

    private String text(String sql) throws SQLException {
        return LocalServer.value(connection, sql);
    }
}
