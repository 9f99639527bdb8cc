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

/** Objects directly in the account, their listings, and comments on every kind of object. */
@Tag("driver")
class AccountObjectsTest {

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

    // docs.snowflake.com/en/sql-reference/sql/show-grants, "SHOW GRANTS OF": to whom the role has been granted
    @Test
    void whoOwnsARoleIsNotWhomItWasGrantedTo() throws SQLException {
        LocalServer.execute(connection, "create or replace role owned", "create or replace role holder");
        assertThat(LocalServer.column(connection, "show grants of role owned", "grantee_name"))
                .isEmpty();
        LocalServer.execute(connection, "grant role owned to role holder");
        assertThat(LocalServer.column(connection, "show grants of role owned", "grantee_name"))
                .containsExactly("HOLDER");
    }

    @Test
    void aWarehouseIsShownWithTheColumnsOfTheDocumentation() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace resource monitor rm with credit_quota = 5 triggers on 80 percent do notify",
                "create or replace warehouse w warehouse_size = 'MEDIUM' auto_suspend = 60 initially_suspended = true"
                        + " resource_monitor = rm");
        assertThat(LocalServer.labels(connection, "show warehouses"))
                .startsWith("name", "state", "type", "size", "min_cluster_count")
                .endsWith("scaling_policy", "owner_role_type", "resource_constraint", "generation");
        assertThat(LocalServer.column(connection, "show warehouses like 'w'", "size"))
                .containsExactly("Medium");
        assertThat(LocalServer.column(connection, "show warehouses like 'w'", "state"))
                .containsExactly("SUSPENDED");
        assertThat(LocalServer.column(connection, "show resource monitors like 'rm'", "level"))
                .containsExactly("WAREHOUSE");
        LocalServer.execute(
                connection,
                "alter warehouse w resume",
                "alter warehouse w set warehouse_size = 'XLARGE' comment = 'big'");
        assertThat(LocalServer.column(connection, "show warehouses like 'w'", "size"))
                .containsExactly("X-Large");
        assertThat(LocalServer.column(connection, "describe warehouse w", "kind"))
                .containsExactly("WAREHOUSE");
        assertFails("alter warehouse w resume", 90064, "cannot be resumed");
        assertFails("alter warehouse w set warehouse_size = 'HUGE'", 1008, "HUGE");
        assertFails("create warehouse w2 resource_monitor = nothing", 2003, "NOTHING");
        LocalServer.execute(connection, "alter resource monitor rm set credit_quota = 7");
        assertThat(LocalServer.column(connection, "show resource monitors like 'rm'", "credit_quota"))
                .containsExactly("7");
        LocalServer.execute(connection, "drop resource monitor rm", "drop warehouse w");
    }

    @Test
    void integrationsOfTheThreeKindsAreShownApart() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace storage integration si type = external_stage storage_provider = 'S3' enabled = true "
                        + "storage_aws_role_arn = 'arn:aws:iam::1:role/r' storage_allowed_locations = ('s3://b/')",
                "create or replace notification integration ni type = queue notification_provider = aws_sns enabled ="
                        + " true direction = outbound aws_sns_topic_arn = 'arn:aws:sns:::t' aws_sns_role_arn ="
                        + " 'arn:aws:iam::1:role/s'",
                "create or replace notification integration mail type = email enabled = true allowed_recipients ="
                        + " ('a@example.com')");
        assertThat(names("show integrations")).contains("SI", "NI", "MAIL");
        assertThat(names("show storage integrations")).containsExactly("SI");
        assertThat(names("show notification integrations")).containsExactly("MAIL", "NI");
        assertThat(LocalServer.column(connection, "describe integration ni", "property"))
                .contains("SF_AWS_IAM_USER_ARN", "SF_AWS_EXTERNAL_ID");
        LocalServer.execute(
                connection, "alter integration mail set enabled = false", "comment on integration mail is 'letters'");
        assertThat(LocalServer.column(connection, "show integrations like 'mail'", "comment"))
                .containsExactly("letters");
        assertThat(LocalServer.column(connection, "show integrations like 'mail'", "enabled"))
                .containsExactly("false");
        assertFails("create notification integration x type = email", 2029, "ENABLED");
        assertFails("create notification integration x type = webhook enabled = true", 2, "WEBHOOK");
        LocalServer.execute(connection, "drop integration mail", "drop integration ni", "drop integration si");
    }

    @Test
    void usersAndRolesAreChangedRenamedAndDescribed() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace role first comment = 'one'",
                "create or replace user person default_role = first email = 'p@example.com'",
                "grant role first to user person",
                "alter role first rename to second",
                "alter user person set display_name = 'P' disabled = true");
        assertThat(LocalServer.column(connection, "show grants to user person", "name"))
                .containsExactly("SECOND");
        assertThat(names("show roles like 'second'")).containsExactly("SECOND");
        assertThat(LocalServer.column(connection, "show roles like 'sysadmin'", "is_inherited"))
                .containsExactly("Y");
        assertThat(LocalServer.column(connection, "show users like 'person'", "disabled"))
                .containsExactly("true");
        assertThat(LocalServer.column(connection, "describe user person", "value"))
                .contains("PERSON", "P", "p@example.com");
        assertThat(LocalServer.labels(connection, "show terse users"))
                .hasSize(15)
                .startsWith("name", "created_on");
        LocalServer.execute(connection, "revoke role second from user person", "drop user person", "drop role second");
        assertThat(names("show users like 'person'")).isEmpty();
    }

    @Test
    void databasesAndSchemasTakePropertiesAndComments() throws SQLException {
        LocalServer.execute(
                connection,
                "alter database db set comment = 'all'",
                "alter schema s set comment = 'some'",
                "comment on schema s is 'other'",
                "comment on database db is 'every'");
        assertThat(LocalServer.column(connection, "show databases like 'db'", "comment"))
                .containsExactly("every");
        assertThat(LocalServer.column(connection, "show schemas like 's'", "comment"))
                .containsExactly("other");
        assertFails("alter database db rename to db2", 2, "RENAME");
        assertFails("alter schema s rename to s2", 2, "RENAME");
        LocalServer.execute(connection, "alter database if exists nothing set comment = 'x'");
    }

    @Test
    void everyKindOfObjectTakesAComment() throws SQLException {
        LocalServer.execute(
                connection,
                "create stage st",
                "create file format f type = json",
                "create sequence q",
                "create table t (a int)",
                "create stream sm on table t append_only = true",
                "create or replace role r",
                "create or replace user u",
                "create or replace warehouse w",
                "comment on stage st is 'c'",
                "comment on file format f is 'c'",
                "comment on sequence q is 'c'",
                "comment on stream sm is 'c'",
                "comment on role r is 'c'",
                "comment on user u is 'c'",
                "comment on warehouse w is 'c'");
        for (String show : List.of(
                "stages",
                "file formats",
                "sequences",
                "streams",
                "roles like 'r'",
                "users like 'u'",
                "warehouses like 'w'")) {
            assertThat(LocalServer.column(connection, "show " + show, "comment"))
                    .as(show)
                    .containsExactly("c");
        }
        LocalServer.execute(connection, "create task tk schedule = '1 minute' as select 1");
        assertThat(LocalServer.column(connection, "describe stream sm", "name")).containsExactly("SM");
        assertThat(LocalServer.column(connection, "describe task tk", "name")).containsExactly("TK");
        assertFails("comment on task tk is 'c'", 2, "TASK");
        LocalServer.execute(
                connection, "comment if exists on table nothing is 'c'", "drop stage st", "drop file format f");
        assertFails("comment on table nothing is 'c'", 2003, "NOTHING");
    }

    @Test
    void columnsAndVariablesAreShown() throws SQLException {
        LocalServer.execute(connection, "create table t (a int, b varchar(3))", "set x = 5");
        assertThat(LocalServer.column(connection, "show columns in table t", "column_name"))
                .containsExactly("A", "B");
        assertThat(LocalServer.column(connection, "show variables like 'x'", "value"))
                .containsExactly("5");
        LocalServer.execute(connection, "unset x");
        assertThat(LocalServer.column(connection, "show variables like 'x'", "value"))
                .isEmpty();
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
