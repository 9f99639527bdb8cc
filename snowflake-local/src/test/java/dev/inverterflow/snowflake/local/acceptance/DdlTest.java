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
class DdlTest {

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
    void aSecondCreateIsRefusedIgnoredOrReplacesAsItSays() throws SQLException {
        assertThat(LocalServer.value(connection, "create table t (a int)")).isEqualTo("Table T successfully created.");
        LocalServer.execute(connection, "insert into t values (1)");
        assertThatThrownBy(() -> LocalServer.execute(connection, "create table t (a int)"))
                .isInstanceOfSatisfying(SQLException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(2002);
                    assertThat(failure.getSQLState()).isEqualTo("42710");
                });
        assertThat(LocalServer.value(connection, "create table if not exists t (b int)"))
                .isEqualTo("T already exists, statement succeeded.");
        assertThat(LocalServer.value(connection, "select sum(a) from t")).isEqualTo("1");
        LocalServer.execute(connection, "create or replace table t (b int)");
        assertThat(LocalServer.value(connection, "select count(b) from t")).isEqualTo("0");
    }

    @Test
    void aCopyOfATableCountsItsIdentityAnewAndACloneGoesOn() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (id int identity(1, 1), down int identity(-1, -2), a int)",
                "insert into t (a) values (1), (2)",
                "create table copy like t",
                "create table twin clone t",
                "insert into t (a) values (3)",
                "insert into copy (a) values (3)",
                "insert into twin (a) values (3)",
                "create or replace table t (id int identity(1, 1), a int)",
                "insert into t (a) values (7)");
        String numbers = "select max(id) || ' ' || min(down) as n from ";
        assertThat(LocalServer.value(connection, numbers + "copy")).isEqualTo("1 -1");
        assertThat(LocalServer.value(connection, numbers + "twin")).isEqualTo("3 -5");
        assertThat(LocalServer.value(connection, "select id from t")).isEqualTo("1");
    }

    @Test
    void defaultsIdentitiesAndNotNullHold() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (id int autoincrement start 10 increment 5, a varchar default 'x' || 'y', b int not null)",
                "insert into t (b) values (1), (2)");
        assertThat(LocalServer.column(connection, "select id || a as v from t order by id", "V"))
                .containsExactly("10xy", "15xy");
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into t (b) values (null)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NULL result in a non-nullable column");
    }

    @Test
    void aTableIsMadeFromAQueryWithItsTypesAndRows() throws SQLException {
        LocalServer.execute(
                connection,
                "create table a as select 1::number(5, 0) as n, 'x'::varchar(3) as s, parse_json('[1]') as v",
                "create or replace table a as select n + 1 as n, s, v from a");
        assertThat(LocalServer.value(connection, "select n || s || v[0] from a"))
                .isEqualTo("2x1");
        assertThat(LocalServer.column(connection, "describe table a", "type"))
                .containsExactly("NUMBER(6,0)", "VARCHAR(3)", "VARIANT");
    }

    @Test
    void aTableIsMadeLikeAnotherOrAsItsClone() throws SQLException {
        LocalServer.execute(
                connection,
                "create table a (n int not null, s varchar)",
                "insert into a values (1, 'x')",
                "create table empty like a",
                "create table twin clone a");
        assertThat(LocalServer.value(connection, "select count(*) from empty")).isEqualTo("0");
        assertThat(LocalServer.value(connection, "select s from twin")).isEqualTo("x");
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into twin values (null, 'y')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aCopyOfATableCountsItsIdentitiesByItself() throws SQLException {
        LocalServer.execute(
                connection,
                "create table a (id int identity start 1 increment 1, b int)",
                "insert into a (b) values (1), (2)",
                "create table c like a",
                "create or replace table c like a",
                "insert into c (b) values (3)",
                "create or replace table a (id int identity, b int)",
                "insert into a (b) values (4)");
        assertThat(LocalServer.value(connection, "select id from c")).isEqualTo("1");
        assertThat(LocalServer.value(connection, "select id from a")).isEqualTo("1");
        LocalServer.execute(connection, "drop table c", "drop table a");
    }

    @Test
    void columnsAreAddedRenamedChangedAndDropped() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (a int)",
                "insert into t values (1)",
                "alter table t add column b varchar default 'old'",
                "alter table t rename column a to c",
                "insert into t (c) values (2)");
        assertThat(LocalServer.column(connection, "select c || b as v from t order by c", "V"))
                .containsExactly("1old", "2old");
        LocalServer.execute(connection, "alter table t drop column b", "alter table t rename to t2");
        assertThat(LocalServer.column(connection, "describe table t2", "name")).containsExactly("C");
    }

    @Test
    void aViewMeansWhatItMeantWhereItWasMade() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (a int, b varchar)",
                "insert into t values (1, 'x')",
                "create view v (n, m) as select a, b from t",
                "create schema elsewhere");
        assertThat(LocalServer.value(connection, "select n || m from s.v")).isEqualTo("1x");
        LocalServer.execute(connection, "drop schema elsewhere", "use schema s", "drop table t");
        assertThatThrownBy(() -> LocalServer.value(connection, "select * from v"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aViewOverNothingIsRefusedWhenItIsMade() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "create view v as select nothing from nowhere"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2003));
    }

    @Test
    void rowsOfAViewCannotBeChanged() throws SQLException {
        LocalServer.execute(connection, "create table t (a int)", "create view v as select a from t");
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into v values (1)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("V");
    }

    @Test
    void aPropertyOrTypeThatDoesNotExistIsRefusedByName() {
        assertThatThrownBy(() -> LocalServer.execute(connection, "create table t (a int) no_such_property = 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NO_SUCH_PROPERTY");
        assertThatThrownBy(() -> LocalServer.execute(connection, "create table t (a no_such_type)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Unsupported data type 'NO_SUCH_TYPE'");
        assertThatThrownBy(() -> LocalServer.execute(connection, "create table t (a int, a int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("duplicate column name 'A'");
    }

    @Test
    void quotedNamesKeepTheirCase() throws SQLException {
        LocalServer.execute(connection, "create table \"Mixed.Case\" (\"lower\" int)");
        LocalServer.execute(connection, "insert into \"Mixed.Case\" values (1)");
        assertThat(LocalServer.value(connection, "select \"lower\" from \"Mixed.Case\""))
                .isEqualTo("1");
        assertThatThrownBy(() -> LocalServer.value(connection, "select lower from \"Mixed.Case\""))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(904));
        assertThatThrownBy(() -> LocalServer.execute(connection, "create table \"MIXED.CASE\" (a int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("differ only in case");
    }

    @Test
    void commentsArePutOnObjectsAndColumns() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (a int)",
                "comment on table t is 'it''s one'",
                "comment on column t.a is 'first'");
        assertThat(LocalServer.column(connection, "show tables like 't'", "comment"))
                .containsExactly("it's one");
        assertThat(LocalServer.column(connection, "describe table t", "comment"))
                .containsExactly("first");
    }

    @Test
    void droppingWhatIsNotThereIsRefusedUnlessAskedTo() throws SQLException {
        assertThat(LocalServer.value(connection, "drop table if exists nothing"))
                .isEqualTo("Drop statement executed successfully (NOTHING already dropped).");
        assertThatThrownBy(() -> LocalServer.execute(connection, "drop table nothing"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2003));
    }

    @Test
    void grantsAreShownAndEndWithTheirRevoke() throws SQLException {
        LocalServer.execute(
                connection,
                "create table t (a int)",
                "create or replace role reader",
                "grant select, insert on table t to role reader");
        assertThat(LocalServer.column(connection, "show grants on table t", "privilege"))
                .contains("SELECT", "INSERT");
        LocalServer.execute(connection, "revoke insert on table t from role reader");
        assertThat(LocalServer.column(connection, "show grants to role reader", "privilege"))
                .containsExactly("SELECT");
        assertThatThrownBy(() -> LocalServer.execute(connection, "grant select on table nothing to role reader"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2003));
    }

    @Test
    void anIntegrationShowsTheIdentityToTrust() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace storage integration s3 type = external_stage storage_provider = 'S3' enabled = true "
                        + "storage_aws_role_arn = 'arn:aws:iam::123456789012:role/r' storage_aws_external_id = 'own' "
                        + "storage_allowed_locations = ('s3://bucket/a/', 's3://bucket/b/')");
        assertThat(LocalServer.column(connection, "desc integration s3", "property"))
                .contains("STORAGE_AWS_IAM_USER_ARN", "STORAGE_AWS_EXTERNAL_ID", "STORAGE_ALLOWED_LOCATIONS");
        assertThat(LocalServer.column(connection, "desc integration s3", "property_value"))
                .contains("own", "s3://bucket/a/,s3://bucket/b/");
        assertThatThrownBy(() -> LocalServer.execute(
                        connection, "create storage integration s4 type = external_stage storage_provider = 'S3'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Missing option");
    }
}
