package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@link DatabaseMetaData} finds things: by name, by pattern with its escapes, quoted, and across databases. */
@Tag("driver")
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseMetaDataPatternsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;
    private DatabaseMetaData metaData;

    @BeforeAll
    void createObjects() throws SQLException {
        connection = SERVER.connect();
        metaData = connection.getMetaData();
        LocalServer.execute(
                connection,
                "create database other",
                "use schema db.s",
                "create table parent (a int, b int, constraint pk_p primary key (a, b), unique (b))",
                "create table child (x int primary key, a int, b int,"
                        + " constraint fk_c foreign key (a, b) references parent (a, b))",
                "create table \"Odd Name\" (\"Mixed Col\" int, \"a%b\" varchar)",
                "create table my_table (id int)",
                "create table myxtable (id int)",
                "create view seen as select 1 as a",
                "create temporary table passing (a int)",
                "create table other.public.parent (z int)",
                "grant select on table parent to role public",
                "create stage code",
                procedure("report(days number)"),
                procedure("report(days number, unit varchar)"),
                "create function plus_one(n int) returns int language java handler = 'Plus.one' as"
                        + " 'public class Plus { public static int one(int n) { return n + 1; } }'");
    }

    private static String procedure(String signature) {
        return "create procedure " + signature + " returns variant language java runtime_version = '17' packages ="
                + " ('com.snowflake:snowpark:latest') imports = ('@code/report.jar') handler = 'reports.Report.run'";
    }

    @AfterAll
    void disconnect() throws SQLException {
        connection.close();
    }

    /** A question of the meta data. */
    private interface Question {
        ResultSet ask(DatabaseMetaData metaData) throws SQLException;
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                found("schemas by pattern", m -> m.getSchemas("DB", "P%"), "DB.PUBLIC", "TABLE_CATALOG TABLE_SCHEM"),
                found(
                        "the schema of views",
                        m -> m.getSchemas("DB", "INF%"),
                        "DB.INFORMATION_SCHEMA",
                        "TABLE_CATALOG TABLE_SCHEM"),
                found(
                        "privileges of a table, ownership among them",
                        m -> m.getTablePrivileges("DB", "S", "PARENT"),
                        "ACCOUNTADMIN.ACCOUNTADMIN.OWNERSHIP.YES ACCOUNTADMIN.PUBLIC.SELECT.NO",
                        "GRANTOR GRANTEE PRIVILEGE IS_GRANTABLE"),
                found(
                        "schemas of all databases",
                        m -> m.getSchemas(null, "PUBLIC"),
                        "DB.PUBLIC OTHER.PUBLIC",
                        "TABLE_CATALOG TABLE_SCHEM"),
                tables("an underscore is any character", "MY_TABLE", "MYXTABLE MY_TABLE"),
                tables("an escaped underscore is itself", "MY\\_TABLE", "MY_TABLE"),
                tables("a name in another case", "my\\_table", ""),
                tables("a quoted name as it is", "Odd Name", "Odd Name"),
                tables("a percent sign is any text", "%XT%", "MYXTABLE"),
                found("tables anywhere", m -> m.getTables(null, null, "PARENT", null), "DB.PARENT OTHER.PARENT"),
                found("views", m -> m.getTables("DB", "S", "%", new String[] {"VIEW"}), "SEEN", "TABLE_NAME"),
                found("temporary tables", m -> m.getTables("DB", "S", "PASSING", null), "TEMPORARY", "TABLE_TYPE"),
                found("no such type", m -> m.getTables("DB", "S", "%", new String[] {"ALIAS"}), "", "TABLE_NAME"),
                found("no such database", m -> m.getTables("NOPE", "S", "%", null), "", "TABLE_NAME"),
                columns("columns of a quoted table", "Odd Name", "%", "Mixed Col,a%b"),
                columns("a column with a percent sign", "Odd Name", "a\\%b", "a%b"),
                columns("columns by pattern", "CHILD", "_", "X,A,B"),
                found(
                        "a key of two columns in order",
                        m -> m.getPrimaryKeys("DB", "S", "PARENT"),
                        "PK_P.A.1 PK_P.B.2",
                        "PK_NAME COLUMN_NAME KEY_SEQ"),
                found("keys of nothing", m -> m.getPrimaryKeys("DB", "S", "NOPE"), "", "PK_NAME"),
                keys("imported keys", m -> m.getImportedKeys("DB", "S", "CHILD")),
                keys("exported keys", m -> m.getExportedKeys("DB", "S", "PARENT")),
                keys("keys between two tables", m -> m.getCrossReference("DB", "S", "PARENT", "DB", "S", "CHILD")),
                found("overloads", m -> m.getProcedures("DB", "S", "REP%"), "REPORT REPORT", "PROCEDURE_NAME"),
                found(
                        "functions of a schema, the built-in ones are in none",
                        m -> m.getFunctions("DB", "S", "%"),
                        "DB.S.PLUS_ONE",
                        "FUNCTION_CAT FUNCTION_SCHEM FUNCTION_NAME"),
                found("table types", DatabaseMetaData::getTableTypes, "TABLE VIEW", "TABLE_TYPE"),
                found(
                        "types",
                        DatabaseMetaData::getTypeInfo,
                        "NUMBER INTEGER DOUBLE VARCHAR DATE TIME TIMESTAMP BOOLEAN",
                        "TYPE_NAME"));
    }

    private static Arguments tables(String what, String pattern, String names) {
        return found(what, m -> m.getTables("DB", "S", pattern, null), names, "TABLE_NAME");
    }

    private static Arguments columns(String what, String table, String pattern, String names) {
        return Arguments.of(
                what,
                (Question) m -> m.getColumns("DB", "S", table, pattern),
                List.of(names.split(",")),
                "COLUMN_NAME");
    }

    private static Arguments keys(String what, Question question) {
        return found(
                what,
                question,
                "PARENT.A.CHILD.A.FK_C.PK_P PARENT.B.CHILD.B.FK_C.PK_P",
                "PKTABLE_NAME PKCOLUMN_NAME FKTABLE_NAME FKCOLUMN_NAME FK_NAME PK_NAME");
    }

    private static Arguments found(String what, Question question, String values) {
        return found(what, question, values, "TABLE_CAT TABLE_NAME");
    }

    private static Arguments found(String what, Question question, String values, String labels) {
        List<String> expected =
                values.isEmpty() || values.equals("Odd Name") ? List.of(values) : List.of(values.split(" "));
        return Arguments.of(what, question, values.isEmpty() ? List.of() : expected, labels);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void metaDataAnswers(String what, Question question, List<String> expected, String labels) throws SQLException {
        List<String> answer = new ArrayList<>();
        try (ResultSet rows = question.ask(metaData)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (String label : labels.split(" ")) {
                    values.add(rows.getString(label));
                }
                answer.add(String.join(".", values));
            }
        }
        assertThat(answer).as(what).containsExactlyElementsOf(expected);
    }

    @Test
    void arrayOfCatalogsIsInOrder() throws SQLException {
        try (ResultSet rows = metaData.getCatalogs()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            assertThat(names).containsSubsequence(Arrays.asList("DB", "OTHER"));
        }
    }
}
