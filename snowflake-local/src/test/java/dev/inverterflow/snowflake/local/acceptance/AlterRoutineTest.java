package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * ALTER PROCEDURE and ALTER FUNCTION
 * (docs.snowflake.com/en/sql-reference/sql/alter-procedure, docs.snowflake.com/en/sql-reference/sql/alter-function).
 */
@Tag("driver")
class AlterRoutineTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String JAVA = " language java packages = ('com.snowflake:snowpark:latest')"
            + " imports = ('@code/report.jar') handler = 'reports.Report.run'";

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = SERVER.connect();
        Path jar = Files.writeString(folder.resolve("report.jar"), "never called");
        LocalServer.execute(
                connection,
                "use role accountadmin",
                "create or replace schema here",
                "create or replace schema there",
                "use schema here",
                "create stage code",
                "put 'file://" + jar + "' @code auto_compress = false",
                "create procedure report(days number) returns variant" + JAVA,
                "create procedure report(day date) returns variant" + JAVA,
                "create function unit(power number) returns varchar" + JAVA,
                "create or replace role reader",
                "grant usage on database db to role reader",
                "grant usage on schema here to role reader",
                "grant usage on schema there to role reader");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void theOverloadOfTheseTypesGetsTheNewNameAndKeepsItsGrants() throws SQLException {
        LocalServer.execute(
                connection,
                "grant usage on procedure report(number) to role reader",
                "alter procedure report(number) rename to summary");
        assertThat(LocalServer.column(connection, "show procedures in schema here", "arguments"))
                .containsExactly("REPORT(DATE) RETURN VARIANT", "SUMMARY(NUMBER) RETURN VARIANT");
        assertThat(LocalServer.column(connection, "show grants on procedure summary(number)", "grantee_name"))
                .contains("READER");

        LocalServer.execute(connection, "alter function unit(number) rename to there.power_unit");
        assertThat(LocalServer.column(connection, "show user functions in schema there", "name"))
                .containsExactly("POWER_UNIT");
    }

    @Test
    void aNewNameMustBeFreeAndItsSchemaThere() throws SQLException {
        LocalServer.execute(connection, "create procedure taken(days number) returns variant" + JAVA);
        refused("alter procedure report(number) rename to taken", "already exists");
        refused("alter procedure report(number) rename to nowhere.report", "'DB.NOWHERE' does not exist");
        LocalServer.execute(connection, "alter procedure report(date) rename to taken");
        LocalServer.execute(
                connection, "create procedure optional(days number, unit varchar default 'kW') returns variant" + JAVA);
        refused("alter procedure report(number) rename to optional", "would cause ambiguous PROCEDURE overloading");
    }

    @Test
    void commentsAreSetAndTakenAway() throws SQLException {
        LocalServer.execute(
                connection,
                "alter procedure report(number) set comment = 'by day'",
                "comment on function unit(number) is 'of power'");
        assertThat(LocalServer.column(connection, "show procedures in schema here", "description"))
                .containsExactly("user-defined procedure", "by day");
        assertThat(LocalServer.column(connection, "show user functions in schema here", "description"))
                .containsExactly("of power");
        LocalServer.execute(
                connection,
                "alter procedure report(number) unset comment",
                "alter function unit(number) unset comment");
        assertThat(LocalServer.column(connection, "show procedures in schema here", "description"))
                .containsOnly("user-defined procedure");
        assertThat(LocalServer.column(connection, "show user functions in schema here", "description"))
                .containsExactly("user-defined function");
    }

    /** docs.snowflake.com/en/sql-reference/sql/desc-function */
    @Test
    void aFunctionIsDescribed() throws SQLException {
        LocalServer.execute(
                connection,
                "create function parts(day date, n number) returns table (part varchar, size number) immutable" + JAVA,
                "create function inline(n number) returns varchar strict language java handler = 'F.f'"
                        + " as 'class F { public static String f(long n) { return \"\" + n; } }'");
        assertThat(LocalServer.rows(connection, "describe function unit(number)", "|"))
                .containsExactly(
                        "signature|(POWER NUMBER)",
                        "returns|VARCHAR(16777216)",
                        "language|JAVA",
                        "null handling|CALLED ON NULL INPUT",
                        "volatility|VOLATILE",
                        "body|null",
                        "imports|[@code/report.jar]",
                        "handler|reports.Report.run",
                        "runtime_version|11",
                        "packages|['com.snowflake:snowpark:latest']");
        assertThat(LocalServer.rows(connection, "desc function parts(date, number)", "|"))
                .contains(
                        "signature|(DAY DATE, N NUMBER)",
                        "returns|TABLE (PART VARCHAR, SIZE NUMBER)",
                        "volatility|IMMUTABLE");
        assertThat(LocalServer.rows(connection, "desc function inline(number)", "|"))
                .contains(
                        "null handling|RETURNS NULL ON NULL INPUT",
                        "body|class F { public static String f(long n) { return \"\" + n; } }",
                        "imports|[]");
        refused("describe function unit(varchar)", "Function 'UNIT(VARCHAR)' does not exist or not authorized");
        refused("describe function unit", "syntax error");

        LocalServer.execute(
                connection,
                "alter function inline(number) set secure",
                "grant usage on function inline(number) to role reader",
                "use role reader");
        assertThat(LocalServer.rows(connection, "desc function inline(number)", "|"))
                .as("the source of a secure function is its owner's")
                .contains("body|null");
        refused("describe function unit(number)", "does not exist or not authorized");
    }

    @Test
    void aProcedureGetsOtherRightsAndAFunctionBecomesSecure() throws SQLException {
        LocalServer.execute(connection, "alter procedure report(number) execute as caller");
        assertThat(LocalServer.column(connection, "describe procedure report(number)", "value"))
                .contains("CALLER");
        LocalServer.execute(connection, "alter procedure report(number) execute as owner");
        assertThat(LocalServer.column(connection, "describe procedure report(number)", "value"))
                .contains("OWNER");

        LocalServer.execute(connection, "alter function unit(number) set secure");
        assertThat(LocalServer.column(connection, "show user functions in schema here", "is_secure"))
                .containsExactly("Y");
        LocalServer.execute(connection, "alter function unit(number) unset secure");
        assertThat(LocalServer.column(connection, "show user functions in schema here", "is_secure"))
                .containsExactly("N");
    }

    @Test
    void whoDoesNotOwnItDoesNotAlterIt() throws SQLException {
        LocalServer.execute(
                connection,
                "grant usage on procedure report(number) to role reader",
                "grant usage on function unit(number) to role reader",
                "use role reader");
        refused("alter procedure report(number) set comment = 'mine'", "Insufficient privileges");
        refused("alter function unit(number) set comment = 'mine'", "Insufficient privileges");
        LocalServer.execute(
                connection,
                "use role accountadmin",
                "grant ownership on procedure report(number) to role reader copy current grants",
                "grant ownership on function unit(number) to role reader copy current grants",
                "use role reader",
                "alter procedure report(number) set comment = 'mine'",
                "alter function unit(number) set comment = 'mine'");
        refused("alter procedure report(number) set log_level = info", "Insufficient privileges");
    }

    private void refused(String sql, String message) {
        assertThatThrownBy(() -> LocalServer.execute(connection, sql)).as(sql).hasMessageContaining(message);
    }
}
