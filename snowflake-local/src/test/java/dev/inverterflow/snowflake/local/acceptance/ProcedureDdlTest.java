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

/** Procedures without the library that runs them: everything but CALL. */
@Tag("driver")
class ProcedureDdlTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String REPORT = """
        create or replace procedure report(from_time timestamp_ntz, days number default 7) %s returns variant
        language java runtime_version = '17' packages = ('com.snowflake:snowpark:latest')
        imports = ('@code/v1/report.jar') handler = 'reports.Report.run' comment = 'a report' execute as caller
        """;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "create stage if not exists code");
        LocalServer.execute(connection, REPORT.formatted(""));
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void showListsEachOverloadWithItsArguments() throws SQLException {
        assertThat(LocalServer.column(connection, "show procedures like 'rep%'", "arguments"))
                .containsExactly("REPORT(TIMESTAMP_NTZ, DEFAULT NUMBER) RETURN VARIANT");
        assertThat(LocalServer.column(connection, "show procedures like 'rep%'", "description"))
                .containsExactly("a report");
        assertThat(LocalServer.column(connection, "show procedures like 'none%'", "name"))
                .isEmpty();
    }

    @Test
    void getDdlWritesTheWholeStatementWithItsDefaults() throws SQLException {
        // docs.snowflake.com/en/sql-reference/functions/get_ddl: names in quotes, EXECUTE AS even if it was not written
        String ddl = LocalServer.value(connection, "select get_ddl('procedure', 'report(timestamp_ntz, number)')");
        assertThat(ddl).isEqualTo("""
                    CREATE OR REPLACE PROCEDURE "REPORT"("FROM_TIME" TIMESTAMP_NTZ(9), "DAYS" NUMBER(38,0) DEFAULT 7)
                    RETURNS VARIANT
                    LANGUAGE JAVA
                    RUNTIME_VERSION = '17'
                    PACKAGES = ('com.snowflake:snowpark:latest')
                    IMPORTS = ('@code/v1/report.jar')
                    HANDLER = 'reports.Report.run'
                    COMMENT='a report'
                    EXECUTE AS CALLER;""");
        LocalServer.execute(connection, ddl);
        assertThat(LocalServer.value(connection, "select get_ddl('procedure', 'report(timestamp_ntz, number)')"))
                .isEqualTo(ddl);
        assertThatThrownBy(() -> LocalServer.value(connection, "select get_ddl('procedure', 'report')"))
                .hasMessageContaining("Procedure 'report' does not exist or not authorized.");
    }

    @Test
    void showFunctionsHasTheDocumentedColumns() throws SQLException {
        // docs.snowflake.com/en/sql-reference/sql/show-user-functions
        assertThat(LocalServer.labels(connection, "show user functions"))
                .containsExactly(
                        "created_on",
                        "name",
                        "schema_name",
                        "is_builtin",
                        "is_aggregate",
                        "is_ansi",
                        "min_num_arguments",
                        "max_num_arguments",
                        "arguments",
                        "description",
                        "catalog_name",
                        "is_table_function",
                        "valid_for_clustering",
                        "is_secure",
                        "secrets",
                        "external_access_integrations",
                        "is_external_function",
                        "language",
                        "is_memoizable",
                        "is_data_metric");
        assertThat(LocalServer.column(connection, "show external functions", "name"))
                .isEmpty();
    }

    @Test
    void showFunctionsListsTheBuiltInOnesAndShowUserFunctionsDoesNot() throws SQLException {
        // docs.snowflake.com/en/sql-reference/sql/show-functions: SQUARE takes one argument, its schema is NULL
        assertThat(LocalServer.column(connection, "show functions like 'square'", "max_num_arguments"))
                .containsExactly("1");
        assertThat(LocalServer.column(connection, "show functions like 'square'", "schema_name"))
                .containsOnlyNulls();
        assertThat(LocalServer.column(connection, "show builtin functions like 'sum'", "is_aggregate"))
                .containsExactly("Y");
        assertThat(LocalServer.column(connection, "show user functions like 'square'", "name"))
                .isEmpty();
    }

    @Test
    void describeShowsItsProperties() throws SQLException {
        assertThat(LocalServer.column(connection, "describe procedure report(timestamp_ntz, number)", "value"))
                .contains(
                        "(FROM_TIME TIMESTAMP_NTZ, DAYS NUMBER)",
                        "VARIANT",
                        "CALLER",
                        "[@code/v1/report.jar]",
                        "reports.Report.run",
                        "['com.snowflake:snowpark:latest']");
    }

    @Test
    void aReplacementKeepsItsGrantsOnlyIfItCopiesThem() throws SQLException {
        LocalServer.execute(connection, "create role if not exists reader");
        LocalServer.execute(connection, "grant usage on procedure report(timestamp_ntz, number) to role reader");
        String grants = "show grants on procedure report(timestamp_ntz, number)";
        LocalServer.execute(connection, REPORT.formatted("copy grants"));
        assertThat(LocalServer.column(connection, grants, "grantee_name")).contains("READER");
        LocalServer.execute(connection, REPORT.formatted(""));
        assertThat(LocalServer.column(connection, grants, "grantee_name")).doesNotContain("READER");
    }

    @Test
    void itsOwnerCanBeChanged() throws SQLException {
        LocalServer.execute(connection, "create role if not exists keeper", "grant role keeper to role sysadmin");
        LocalServer.execute(
                connection,
                "grant ownership on procedure report(timestamp_ntz, number) to role keeper copy current grants");
        assertThat(LocalServer.column(
                        connection, "show grants on procedure report(timestamp_ntz, number)", "grantee_name"))
                .contains("KEEPER");
    }

    @Test
    void callingWithoutTheLibraryIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "call report('2026-01-01'::timestamp_ntz)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("without the Snowpark library")
                .hasMessageContaining("lib/snowpark")
                .hasMessageContaining("snowparkRuntime");
    }

    @Test
    void aHandlerInTheStatementIsCompiledAtOnceSoItsImportsMustBeThere() {
        assertThatThrownBy(() -> LocalServer.execute(connection, REPORT.formatted("") + " as 'class A {}'"))
                .hasMessageContaining("The file @code/v1/report.jar of IMPORTS does not exist");
    }
}
