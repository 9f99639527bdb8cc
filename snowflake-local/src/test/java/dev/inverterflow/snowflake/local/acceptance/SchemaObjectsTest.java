package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sequences, views, file formats and stages; tables are {@link DdlTest}'s and {@link AlterTableTest}'s. */
@Tag("driver")
class SchemaObjectsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "create or replace schema db.s");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aSequenceCountsFromItsStartInItsSteps() throws SQLException {
        LocalServer.execute(connection, "create sequence q start = 10 increment by 5 comment = 'numbers'");
        assertThat(LocalServer.value(connection, "select q.nextval")).isEqualTo("10");
        assertThat(LocalServer.value(connection, "select s.q.nextval")).isEqualTo("15");
        assertThat(LocalServer.column(connection, "show sequences", "next_value"))
                .containsExactly("20");
        assertThat(LocalServer.column(connection, "describe sequence q", "interval"))
                .containsExactly("5");
        LocalServer.execute(connection, "alter sequence q set increment 1", "alter sequence q rename to r");
        LocalServer.execute(connection, "alter sequence r set noorder comment = 'counts'");
        assertThat(LocalServer.column(connection, "show sequences like 'r'", "comment"))
                .containsExactly("counts");
        assertThat(LocalServer.value(connection, "select r.nextval")).isEqualTo("20");
        assertThat(LocalServer.value(connection, "select r.nextval")).isEqualTo("21");
        assertThat(LocalServer.value(connection, "drop sequence r")).isEqualTo("R successfully dropped.");
        assertFails("select r.nextval", 904, "R.NEXTVAL");
    }

    @Test
    void aSequenceMayCountDownButNeverStandStill() throws SQLException {
        LocalServer.execute(connection, "create sequence q start 3 increment -2");
        assertThat(LocalServer.value(connection, "select q.nextval")).isEqualTo("3");
        assertThat(LocalServer.value(connection, "select q.nextval")).isEqualTo("1");
        assertThat(LocalServer.value(connection, "select q.nextval")).isEqualTo("-1");
        assertFails("create sequence z increment 0", 1008, "invalid value [0]");
    }

    @Test
    void aDefaultKeepsTheSequenceItWasMadeWith() throws SQLException {
        LocalServer.execute(
                connection,
                "create sequence q",
                "create table t (id int default q.nextval, a varchar)",
                "create schema elsewhere",
                "insert into s.t (a) values ('x'), ('y')");
        assertThat(LocalServer.column(connection, "select id from s.t order by id", "ID"))
                .containsExactly("1", "2");
        assertThat(LocalServer.column(connection, "describe table s.t", "default"))
                .containsExactly("DB.S.Q.NEXTVAL", null);
        LocalServer.execute(connection, "drop schema elsewhere", "use schema s");
    }

    @Test
    void aTemporaryViewHidesTheOneOfAllSessionsUntilItsSessionEnds() throws SQLException {
        LocalServer.execute(
                connection, "create view v as select 'all' as w", "create temporary view v as select 'mine' as w");
        assertThat(LocalServer.value(connection, "select w from v")).isEqualTo("mine");
        try (Connection other = SERVER.connect()) {
            LocalServer.execute(other, "use schema s");
            assertThat(LocalServer.value(other, "select w from v")).isEqualTo("all");
        }
        LocalServer.execute(connection, "drop view v");
        assertThat(LocalServer.value(connection, "select w from v")).isEqualTo("all");
    }

    @Test
    void aViewIsRenamedCommentedAndMadeSecure() throws SQLException {
        LocalServer.execute(
                connection,
                "create view v (a comment 'first') as select 1",
                "alter view v rename to w",
                "alter view w set secure",
                "comment on view w is 'one'",
                "comment on column w.a is 'changed'");
        assertThat(LocalServer.column(connection, "show views", "name")).containsExactly("W");
        assertThat(LocalServer.column(connection, "show views", "is_secure")).containsExactly("true");
        assertThat(LocalServer.column(connection, "show views", "comment")).containsExactly("one");
        assertThat(LocalServer.column(connection, "describe view w", "comment")).containsExactly("changed");
        LocalServer.execute(connection, "alter view w unset secure", "create secure view x as select 1 as a");
        assertThat(LocalServer.column(connection, "show views", "is_secure")).containsExactly("false", "true");
        assertFails("alter view v rename to w", 2003, "V");
    }

    @Test
    void aFileFormatShowsEveryOptionOfItsType() throws SQLException {
        LocalServer.execute(connection, "create file format f type = json strip_outer_array = true comment = 'arrays'");
        assertThat(LocalServer.column(connection, "describe file format f", "property"))
                .startsWith("TYPE")
                .contains("STRIP_OUTER_ARRAY", "COMPRESSION")
                .doesNotContain("FIELD_DELIMITER");
        assertThat(LocalServer.value(connection, "show file formats like 'F'")).isNotNull();
        assertThat(LocalServer.column(connection, "show file formats", "format_options")
                        .get(0))
                .contains("\"STRIP_OUTER_ARRAY\":true", "\"COMPRESSION\":\"AUTO\"");
        LocalServer.execute(
                connection, "alter file format f set strip_outer_array = false", "alter file format f rename to g");
        assertThat(LocalServer.column(connection, "show file formats", "format_options")
                        .get(0))
                .contains("\"STRIP_OUTER_ARRAY\":false");
        assertFails("create file format c type = json field_delimiter = ','", 1006, "FIELD_DELIMITER");
        assertFails("create file format c type = parquet", 2, "TYPE = PARQUET");
        LocalServer.execute(connection, "create file format c type = csv field_delimiter = ','");
    }

    @Test
    void aTemporaryFileFormatAndStageAreTheirSessionsOwn() throws SQLException {
        LocalServer.execute(
                connection,
                "create temporary file format f type = json",
                "create temporary stage st file_format = (type = json)");
        assertThat(LocalServer.column(connection, "show stages", "type")).containsExactly("INTERNAL TEMPORARY");
        try (Connection other = SERVER.connect()) {
            LocalServer.execute(other, "use schema s");
            assertThat(LocalServer.column(other, "show stages", "name")).isEmpty();
            assertThat(LocalServer.column(other, "show file formats", "name")).isEmpty();
        }
    }

    @Test
    void aStageKeepsTheFileFormatOfTheSchemaItWasMadeIn() throws SQLException {
        LocalServer.execute(
                connection,
                "create file format lines type = csv field_delimiter = ';'",
                "create stage st file_format = (format_name = 'lines')",
                "use schema public");
        assertThat(LocalServer.column(connection, "select $1 from @s.st", "$1")).isEmpty();
        assertThat(LocalServer.column(connection, "describe stage s.st", "property_value"))
                .contains("DB.S.LINES");
    }

    @Test
    void anExternalStageStaysWithinWhatItsIntegrationAllows() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace storage integration i type = external_stage storage_provider = 'S3' enabled = true"
                        + " storage_aws_role_arn = 'arn:aws:iam::123456789012:role/r' storage_allowed_locations ="
                        + " ('s3://bucket/a/') storage_blocked_locations = ('s3://bucket/a/b/')",
                "create stage st url = 's3://bucket/a/x/' storage_integration = i");
        assertThat(LocalServer.column(connection, "show stages", "storage_integration"))
                .containsExactly("I");
        assertThat(LocalServer.column(connection, "describe stage st", "property_value"))
                .contains("[\"s3://bucket/a/x/\"]", "I");
        assertFails(
                "create stage other url = 's3://bucket/c/' storage_integration = i",
                3001,
                "not allowed by integration");
        assertFails("create stage other url = 's3://bucket/a/b/' storage_integration = i", 3001, "not allowed");
        assertFails("create stage other storage_integration = i", 1420, "STORAGE_INTEGRATION");
        assertFails("create stage other url = 'azure://x/'", 2, "s3://");
        LocalServer.execute(
                connection,
                "alter stage st set url = 's3://bucket/a/y/' comment = 'moved'",
                "alter stage st rename to st2");
        assertThat(LocalServer.column(connection, "show stages", "url")).containsExactly("s3://bucket/a/y/");
        assertFails("alter stage st2 set url = 's3://bucket/c/'", 3001, "not allowed");
    }

    @Test
    void terseListingsHaveTheFiveColumnsAndHistoryIsRefused() throws SQLException {
        LocalServer.execute(connection, "create table t (a int)", "create view v as select 1 as a");
        for (String kind : List.of("tables", "views", "schemas", "databases", "objects")) {
            assertThat(LocalServer.labels(connection, "show terse " + kind))
                    .as(kind)
                    .containsExactly("created_on", "name", "kind", "database_name", "schema_name");
        }
        assertFails("show tables history", 2, "HISTORY");
        assertFails("show terse stages", 2, "SHOW TERSE STAGES");
    }

    @Test
    void listingsAreCutByScopePatternPrefixAndPage() throws SQLException {
        LocalServer.execute(
                connection,
                "create table alpha (a int)",
                "create table beta (a int)",
                "create table \"beta_x\" (a int)",
                "create table gamma (a int)",
                "create or replace schema db.other",
                "create table delta (a int)",
                "use schema s");
        assertThat(names("show tables in schema s")).containsExactly("ALPHA", "BETA", "GAMMA", "beta_x");
        assertThat(names("show tables like 'BE%' in schema s")).containsExactly("BETA", "beta_x");
        assertThat(names("show tables like 'beta\\\\_x' in schema s")).containsExactly("beta_x");
        assertThat(names("show tables in schema s starts with 'B'")).containsExactly("BETA");
        assertThat(names("show tables in schema s limit 2")).containsExactly("ALPHA", "BETA");
        assertThat(names("show tables in schema s limit 2 from 'ALPHA'")).containsExactly("BETA", "GAMMA");
        assertThat(names("show tables in database db")).contains("ALPHA", "DELTA");
        assertThat(names("show objects in db.other")).containsExactly("DELTA");
        assertFails("show tables in schema nowhere", 2043, "does not exist");
        assertFails("show tables in database nowhere", 2043, "does not exist");
    }

    @Test
    void describingASchemaOrDatabaseListsWhatIsInIt() throws SQLException {
        LocalServer.execute(connection, "create table t (a int)", "create stage st", "create sequence q");
        assertThat(LocalServer.column(connection, "describe schema s", "name")).contains("T", "ST", "Q");
        assertThat(LocalServer.column(connection, "describe schema s", "kind")).contains("TABLE", "STAGE", "SEQUENCE");
        assertThat(LocalServer.column(connection, "describe database db", "name"))
                .contains("S");
        assertFails("describe schema nowhere", 2043, "does not exist");
    }

    @Test
    void tablesOfATransientSchemaAreTransientAndRetentionIsThatOfStandardEdition() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace transient schema db.tr data_retention_time_in_days = 0",
                "create table t (a int)");
        assertThat(LocalServer.column(connection, "show tables in schema tr", "kind"))
                .containsExactly("TRANSIENT");
        assertThat(LocalServer.column(connection, "show schemas like 'tr'", "options"))
                .containsExactly("TRANSIENT");
        LocalServer.execute(connection, "alter table t set data_retention_time_in_days = 1");
        assertFails("alter table t set data_retention_time_in_days = 2", 1008, "invalid value [2]");
        assertFails("create schema x with managed access", 2, "MANAGED ACCESS");
        LocalServer.execute(connection, "drop schema tr", "use schema s");
    }

    private List<String> names(String show) throws SQLException {
        return LocalServer.column(connection, show, "name");
    }

    private void assertFails(String sql, int code, String text) {
        assertThatThrownBy(() -> LocalServer.execute(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode())
                                .as(failure.getMessage())
                                .isEqualTo(code))
                .hasMessageContaining(text);
    }
}
