package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What drivers read from SHOW by position. */
@Tag("driver")
class DatabaseMetaDataTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;
    private DatabaseMetaData metaData;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        metaData = connection.getMetaData();
        LocalServer.execute(
                connection,
                "create or replace table shop (id int primary key, name varchar(20) not null comment 'what it is"
                        + " called', price number(10, 2) default 1.5, at timestamp_ntz, doc variant) comment = 'things'",
                "create or replace view cheap as select id, name from shop where price < 1");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void catalogsAndSchemasAreListed() throws SQLException {
        assertThat(column(metaData.getCatalogs(), "TABLE_CAT")).contains("DB");
        assertThat(column(metaData.getSchemas("DB", null), "TABLE_SCHEM")).contains("PUBLIC", "S");
    }

    @Test
    void tablesAndViewsAreListedWithKindAndComment() throws SQLException {
        try (ResultSet rows = metaData.getTables("DB", "S", "SHOP", null)) {
            rows.next();
            assertThat(rows.getString("TABLE_TYPE")).isEqualTo("TABLE");
            assertThat(rows.getString("REMARKS")).isEqualTo("things");
        }
        assertThat(column(metaData.getTables("DB", "S", "%", new String[] {"VIEW"}), "TABLE_NAME"))
                .containsExactly("CHEAP");
    }

    @Test
    void columnsAreListedWithTypeSizeAndNullability() throws SQLException {
        List<String> shown = new ArrayList<>();
        try (ResultSet rows = metaData.getColumns("DB", "S", "SHOP", null)) {
            while (rows.next()) {
                shown.add(rows.getString("COLUMN_NAME") + " " + rows.getInt("DATA_TYPE") + " "
                        + rows.getInt("COLUMN_SIZE") + " " + rows.getString("IS_NULLABLE"));
            }
        }
        assertThat(shown)
                .startsWith(
                        "ID " + Types.BIGINT + " 38 NO",
                        "NAME " + Types.VARCHAR + " 20 NO",
                        "PRICE " + Types.DECIMAL + " 10 YES")
                .hasSize(5);
    }

    @Test
    void thePrimaryKeyIsListed() throws SQLException {
        assertThat(column(metaData.getPrimaryKeys("DB", "S", "SHOP"), "COLUMN_NAME"))
                .containsExactly("ID");
        assertThat(column(metaData.getImportedKeys("DB", "S", "SHOP"), "FKCOLUMN_NAME"))
                .isEmpty();
    }

    @Test
    void aForeignKeyTellsWhichKeyOfTheOtherTableItMeans() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table parent (a int, c varchar, constraint pk primary key (a), constraint uq unique"
                        + " (c))",
                "create or replace table child (x int, z varchar, constraint fk1 foreign key (x) references parent"
                        + " (a), constraint fk2 foreign key (z) references parent (c))");
        assertThat(column(metaData.getImportedKeys("DB", "S", "CHILD"), "PK_NAME"))
                .containsExactly("PK", "UQ");
        assertThat(column(metaData.getExportedKeys("DB", "S", "PARENT"), "FK_NAME"))
                .containsExactly("FK1", "FK2");
        assertThat(column(metaData.getCrossReference("DB", "S", "PARENT", "DB", "S", "CHILD"), "PKCOLUMN_NAME"))
                .containsExactly("A", "C");
    }

    @Test
    void proceduresAreListed() throws SQLException {
        LocalServer.execute(
                connection,
                "create stage if not exists code",
                "create or replace procedure report(days number) returns variant language java runtime_version = '17' "
                        + "packages = ('com.snowflake:snowpark:latest') imports = ('@code/report.jar') "
                        + "handler = 'reports.Report.run' comment = 'a report'");
        try (ResultSet rows = metaData.getProcedures("DB", "S", "REPORT")) {
            rows.next();
            assertThat(rows.getString("PROCEDURE_CAT")).isEqualTo("DB");
            assertThat(rows.getString("PROCEDURE_SCHEM")).isEqualTo("S");
            assertThat(rows.getString("REMARKS")).isEqualTo("a report");
            assertThat(rows.next()).isFalse();
        }
    }

    /** The driver's own tests: the schema of a routine comes in quotes where its name needs them. */
    @Test
    void routinesAndPrivilegesAreFoundWhereNamesNeedQuotes() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace database \"db with\"\"quotes\"",
                "create schema \"sch%\"",
                "create table \"in(1)\" (a int)",
                "create function \"fun\"(n int) returns int language java handler = 'Plus.one' as"
                        + " 'public class Plus { public static int one(int n) { return n + 1; } }'");
        assertThat(column(metaData.getFunctions("db with\"quotes", null, "fun"), "FUNCTION_SCHEM"))
                .containsExactly("\"sch%\"");
        assertThat(column(metaData.getFunctionColumns("db with\"quotes", null, "fun", "%"), "COLUMN_NAME"))
                .containsExactly("", "N");
        assertThat(column(metaData.getTablePrivileges("db with\"quotes", "sch%", "%"), "TABLE_NAME"))
                .containsExactly("in(1)");
        LocalServer.execute(connection, "drop database \"db with\"\"quotes\"", "use schema db.s");
    }

    @Test
    void describeTableTellsTypesDefaultsAndComments() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("describe table shop")) {
            List<String> shown = new ArrayList<>();
            while (rows.next()) {
                shown.add(String.join(
                        " ",
                        rows.getString("name"),
                        rows.getString("type"),
                        rows.getString("null?"),
                        rows.getString("default"),
                        rows.getString("primary key"),
                        rows.getString("comment")));
            }
            assertThat(shown)
                    .containsExactly(
                            "ID NUMBER(38,0) N null Y null",
                            "NAME VARCHAR(20) N null N what it is called",
                            "PRICE NUMBER(10,2) Y 1.5 N null",
                            "AT TIMESTAMP_NTZ(9) Y null N null",
                            "DOC VARIANT Y null N null");
        }
    }

    private static List<String> column(ResultSet rows, String label) throws SQLException {
        List<String> values = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                values.add(rows.getString(label));
            }
        }
        return values;
    }
}
