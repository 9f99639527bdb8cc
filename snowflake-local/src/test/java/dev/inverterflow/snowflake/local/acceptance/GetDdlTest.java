package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** GET_DDL (docs.snowflake.com/en/sql-reference/functions/get_ddl). */
@Tag("driver")
class GetDdlTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(
                connection,
                "create or replace schema books_schema",
                "create table books_table (id number, title varchar(255), author varchar(255))",
                "create view books_view as SELECT title, author FROM books_table");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aViewHasALowerCaseHeadAndAColumnList() throws SQLException {
        assertThat(ddl("VIEW", "books_view"))
                .isEqualTo("create or replace view BOOKS_VIEW(\n\tTITLE,\n\tAUTHOR\n) as SELECT title, author FROM"
                        + " books_table;");
    }

    @Test
    void tableAndViewAreInterchangeable() throws SQLException {
        assertThat(ddl("TABLE", "books_view")).isEqualTo(ddl("VIEW", "books_view"));
        assertThat(ddl("VIEW", "books_table")).startsWith("create or replace TABLE BOOKS_TABLE (");
    }

    @Test
    void aSchemaComesWithAllThatIsInIt() throws SQLException {
        assertThat(ddl("SCHEMA", "books_schema")).isEqualTo("""
                    create or replace schema BOOKS_SCHEMA;

                    create or replace TABLE BOOKS_TABLE (
                    \tID NUMBER(38,0),
                    \tTITLE VARCHAR(255),
                    \tAUTHOR VARCHAR(255)
                    );

                    create or replace view BOOKS_VIEW(
                    \tTITLE,
                    \tAUTHOR
                    ) as SELECT title, author FROM books_table;""");
        assertThat(LocalServer.value(connection, "select get_ddl('database', 'db')"))
                .startsWith("create or replace database DB;\n\ncreate or replace schema BOOKS_SCHEMA;");
    }

    @Test
    void namesAreQualifiedIfAskedFor() throws SQLException {
        assertThat(LocalServer.value(connection, "select get_ddl('schema', 'books_schema', true)"))
                .contains(
                        "schema DB.BOOKS_SCHEMA;",
                        "TABLE DB.BOOKS_SCHEMA.BOOKS_TABLE (",
                        "DB.BOOKS_SCHEMA.BOOKS_VIEW(");
    }

    @Test
    void keysStandBehindTheColumnsAndTypesHaveTheirStandardNames() throws SQLException {
        // The documentation's example of a hybrid table.
        LocalServer.execute(
                connection, "create table ht_weather (id int primary key, start_time timestamp, precip number(3,2))");
        assertThat(ddl("TABLE", "ht_weather"))
                .isEqualTo("create or replace TABLE HT_WEATHER (\n\tID NUMBER(38,0) NOT NULL,\n"
                        + "\tSTART_TIME TIMESTAMP_NTZ(9),\n\tPRECIP NUMBER(3,2),\n\tprimary key (ID)\n);");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("statements")
    void whatItTellsMakesTheSameObjectAgain(String kind, String create) throws SQLException {
        LocalServer.execute(
                connection,
                "create table y (id int primary key)",
                "create warehouse if not exists wh",
                "create stream st on table y",
                "create task root schedule = '1 hour' as select 1");
        LocalServer.execute(connection, create);
        String told = ddl(kind, "x");
        LocalServer.execute(connection, told);
        assertThat(ddl(kind, "x")).isEqualTo(told);
    }

    @Test
    void aWarehouseComesWithTheDefaultsThatNobodyWrote() throws SQLException {
        // The documentation's example, less query acceleration, which the Standard Edition lacks.
        LocalServer.execute(
                connection, "create or replace warehouse my_wh warehouse_size=large initially_suspended=true");
        assertThat(ddl("WAREHOUSE", "my_wh")).isEqualTo("""
                    create or replace warehouse MY_WH
                    with
                        warehouse_type='STANDARD'
                        warehouse_size='Large'
                        max_cluster_count=1
                        min_cluster_count=1
                        scaling_policy=STANDARD
                        auto_suspend=600
                        auto_resume=TRUE
                        initially_suspended=TRUE
                        max_concurrency_level=8
                        statement_queued_timeout_in_seconds=0
                        statement_timeout_in_seconds=172800
                    ;""");
    }

    @Test
    void aStorageIntegrationComesWithItsExternalIdAndOthersAreRefused() throws SQLException {
        // The documentation's example.
        LocalServer.execute(
                connection,
                "create or replace storage integration s3_int type = external_stage storage_provider = 'S3' enabled = true"
                        + " storage_aws_role_arn = 'arn:aws:iam::001234567890:role/myrole'"
                        + " storage_allowed_locations = ('s3://mybucket1/path1/')",
                "create or replace notification integration mail type = email enabled = true");
        assertThat(ddl("INTEGRATION", "s3_int"))
                .startsWith("CREATE OR REPLACE STORAGE INTEGRATION S3_INT\n  TYPE = EXTERNAL_STAGE\n")
                .contains("\n  STORAGE_AWS_EXTERNAL_ID = 'LOCAL_SFCRole=")
                .endsWith("\n  ENABLED = TRUE\n  STORAGE_ALLOWED_LOCATIONS = ('s3://mybucket1/path1/');");
        assertThatThrownBy(() -> ddl("INTEGRATION", "mail")).hasMessageContaining("that is not for storage");
    }

    @Test
    void whatIsSecureIsToldToItsOwnerAndASchemaToWhoSeesIt() throws SQLException {
        LocalServer.execute(
                connection,
                "create secure view hidden as select title from books_table",
                "create or replace role reader",
                "grant usage on database db to role reader");
        LocalServer.execute(connection, "use role reader");
        assertThatThrownBy(() -> ddl("SCHEMA", "db.books_schema"))
                .hasMessageContaining("does not exist or not authorized.");
        assertThat(LocalServer.value(connection, "select get_ddl('database', 'db')"))
                .doesNotContain("BOOKS_SCHEMA");
        LocalServer.execute(
                connection,
                "use role accountadmin",
                "grant usage on schema books_schema to role reader",
                "grant select on view hidden to role reader",
                "grant select on view books_view to role reader",
                "use role reader");
        assertThat(ddl("SCHEMA", "db.books_schema")).contains("BOOKS_VIEW").doesNotContain("HIDDEN", "BOOKS_TABLE");
        assertThatThrownBy(() -> ddl("VIEW", "db.books_schema.hidden"))
                .hasMessageContaining("does not exist or not authorized.");
        LocalServer.execute(connection, "use role accountadmin");
        assertThat(ddl("VIEW", "hidden")).startsWith("create or replace secure view HIDDEN(");
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                arguments("table", """
                        create transient table x (id int identity(5, 2) not null,
                          "b c" varchar(9) default 'it''s' not null comment 'c', d date default current_date(),
                          constraint k unique (id), foreign key (id) references y (id))
                        cluster by (d) data_retention_time_in_days = 0 comment = 'a\\nb'"""),
                arguments(
                        "view",
                        "create secure view x (a comment 'first', b) comment = 'two' as with q as (select 1 as m)"
                                + " select m, m + 1 from q"),
                arguments("sequence", "create sequence x start with 5 increment by -2 order comment = 'down'"),
                arguments(
                        "file_format",
                        "create file format x type = csv skip_header = 1 field_delimiter = '|' null_if = ('', 'n/a')"
                                + " record_delimiter = '\\r\\n' escape_unenclosed_field = none comment = 'f'"),
                arguments("file_format", "create file format x type = json strip_outer_array = true null_if = ()"),
                arguments("stream", "create stream x on table y append_only = true comment = 's'"),
                arguments(
                        "task",
                        "create task x schedule = '5 minutes' warehouse = wh timezone = 'UTC' comment = 't'"
                                + " when system$stream_has_data('st') as insert into y values (1)"),
                arguments("task", "create task x after root as call p()"),
                arguments(
                        "alert",
                        "create alert x warehouse = wh schedule = '5 minutes' comment = 'a' if (exists (select 1 from y"
                                + " where id > 3)) then insert into y values (2)"),
                arguments("warehouse", "create or replace warehouse x"),
                arguments(
                        "warehouse",
                        "create or replace warehouse x warehouse_size = 'xlarge' auto_suspend = 60 comment = 'it''s'"
                                + " statement_timeout_in_seconds = 3600"),
                arguments(
                        "integration",
                        "create storage integration x type = external_stage storage_provider = 'S3' enabled = true"
                                + " storage_aws_role_arn = 'arn:aws:iam::1:role/r' comment = 'c'"
                                + " storage_allowed_locations = ('s3://a/b/', 's3://a/c/')"));
    }

    @Test
    void anObjectThatIsNotThereAndAKindThatIsNotWrittenAreRefused() {
        assertThatThrownBy(() -> ddl("TABLE", "nothing"))
                .hasMessageContaining("Table 'DB.BOOKS_SCHEMA.NOTHING' does not exist or not authorized.");
        assertThatThrownBy(() -> ddl("SCHEMA", "nothing")).hasMessageContaining("does not exist or not authorized.");
        assertThatThrownBy(() -> ddl("POLICY", "nothing"))
                .hasMessageContaining("not supported by snowflake-local: GET_DDL of a POLICY");
    }

    private String ddl(String kind, String name) throws SQLException {
        return LocalServer.value(connection, "select get_ddl('" + kind + "', '" + name + "')");
    }
}
