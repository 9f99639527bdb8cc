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

/** What a role may do; each refusal stands beside the grant that lifts it. */
@Tag("driver")
class PrivilegesTest {

    private static final int HIDDEN = 2003;
    private static final int FORBIDDEN = 3001;

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection owner;
    private Connection reader;

    @BeforeEach
    void connect() throws SQLException {
        owner = SERVER.connect();
        LocalServer.execute(
                owner,
                "use role accountadmin",
                "create or replace schema db.s",
                "create or replace role reader",
                "create table t (a int)",
                "insert into t values (1)",
                "grant usage on warehouse compute_wh to role public",
                "grant usage on database db to role reader",
                "grant usage on schema s to role reader");
        reader = SERVER.connect();
        LocalServer.execute(reader, "use schema db.s", "use role reader");
    }

    @AfterEach
    void disconnect() throws SQLException {
        reader.close();
        owner.close();
    }

    @Test
    void aTableWithoutAnyPrivilegeIsNotThereAndWithAnotherPrivilegeIsForbidden() throws SQLException {
        assertRefused("select * from t", HIDDEN, "does not exist or not authorized");
        LocalServer.execute(owner, "grant insert on table t to role reader");
        assertRefused("select * from t", FORBIDDEN, "Insufficient privileges to operate on table 'T'");
        LocalServer.execute(reader, "insert into t values (2)");
        LocalServer.execute(owner, "grant select on table t to role reader");
        assertThat(LocalServer.value(reader, "select count(*) from t")).isEqualTo("2");
        LocalServer.execute(owner, "revoke select on table t from role reader");
        assertRefused("select * from t", FORBIDDEN, "table 'T'");
    }

    @Test
    void eachWayOfChangingRowsHasItsPrivilege() throws SQLException {
        LocalServer.execute(owner, "grant select on table t to role reader");
        for (List<String> pair : List.of(
                List.of("insert", "insert into t values (3)"),
                List.of("update", "update t set a = 4"),
                List.of("delete", "delete from t where a = 4"),
                List.of("truncate", "truncate table t"))) {
            LocalServer.execute(
                    owner, "revoke all on table t from role reader", "grant select on table t to role reader");
            assertRefused(pair.get(1), FORBIDDEN, "table 'T'");
            LocalServer.execute(owner, "grant " + pair.get(0) + " on table t to role reader");
            LocalServer.execute(reader, pair.get(1));
        }
        LocalServer.execute(
                owner, "revoke delete on table t from role reader", "grant insert on table t to role reader");
        String merge = "merge into t using (select 1 as b) s on t.a = s.b when not matched then insert (a) values (b)";
        LocalServer.execute(reader, merge);
        assertRefused(merge.replace("when not", "when matched then delete when not"), FORBIDDEN, "table 'T'");
        assertRefused("insert overwrite into t values (1)", FORBIDDEN, "table 'T'");
    }

    @Test
    void aViewIsReadWithItsOwnersRights() throws SQLException {
        LocalServer.execute(owner, "create view v as select a from t");
        assertRefused("select * from v", HIDDEN, "does not exist or not authorized");
        LocalServer.execute(owner, "grant select on view v to role reader");
        assertThat(LocalServer.value(reader, "select a from v")).isEqualTo("1");
        assertRefused("select * from t", HIDDEN, "T");
    }

    @Test
    void withoutSightOfDatabaseAndSchemaNothingInThemIsReached() throws SQLException {
        LocalServer.execute(
                owner, "grant select on table t to role reader", "revoke usage on schema s from role reader");
        assertRefused("select * from db.s.t", HIDDEN, "Schema 'DB.S'");
        assertRefused("use schema db.s", 2043, "does not exist");
        LocalServer.execute(
                owner, "grant usage on schema s to role reader", "revoke usage on database db from role reader");
        assertRefused("select * from db.s.t", HIDDEN, "Database 'DB'");
        LocalServer.execute(owner, "grant usage on database db to role reader");
        assertThat(LocalServer.value(reader, "select a from db.s.t")).isEqualTo("1");
    }

    @Test
    void creatingWantsAPrivilegeOnTheSchemaAndMakesTheOwner() throws SQLException {
        assertRefused("create table mine (a int)", FORBIDDEN, "schema 'S'");
        LocalServer.execute(reader, "create temporary table tmp (a int)");
        LocalServer.execute(owner, "grant create table on schema s to role reader");
        LocalServer.execute(reader, "create table mine (a int)", "insert into mine values (1)", "drop table mine");
        assertRefused("create view v as select 1 as a", FORBIDDEN, "schema 'S'");
        assertRefused("create or replace table t (b int)", HIDDEN, "T");
        assertRefused("create table other like t", HIDDEN, "T");
    }

    @Test
    void onlyTheOwnerAltersDropsAndComments() throws SQLException {
        LocalServer.execute(owner, "grant select on table t to role reader");
        for (String sql : List.of(
                "alter table t add column b int",
                "drop table t",
                "comment on table t is 'x'",
                "grant select on table t to role public")) {
            assertRefused(sql, FORBIDDEN, "table 'T'");
        }
        LocalServer.execute(owner, "grant ownership on table t to role reader copy current grants");
        LocalServer.execute(
                reader,
                "alter table t add column b int",
                "comment on table t is 'x'",
                "grant select on table t to role public",
                "drop table t");
    }

    @Test
    void theAccountsObjectsWantPrivilegesOnTheAccount() throws SQLException {
        for (List<String> pair : List.of(
                List.of("create database", "create database d2"),
                List.of("create warehouse", "create warehouse w2"),
                List.of("create role", "create role r2"),
                List.of("create user", "create user u2"))) {
            assertRefused(pair.get(1), FORBIDDEN, "account");
            LocalServer.execute(owner, "grant " + pair.get(0) + " on account to role reader");
            LocalServer.execute(reader, pair.get(1), pair.get(1).replace("create", "drop"), "use schema db.s");
        }
    }

    @Test
    void systemRolesBeginWithWhatTheDocumentationGivesThem() throws SQLException {
        LocalServer.execute(owner, "use role sysadmin", "create warehouse sysw", "drop warehouse sysw");
        assertThatThrownBy(() -> LocalServer.execute(owner, "create user nobody"))
                .hasMessageContaining("Insufficient privileges");
        LocalServer.execute(owner, "use role useradmin", "create user nobody", "drop user nobody");
        assertThatThrownBy(() -> LocalServer.execute(owner, "create warehouse w"))
                .hasMessageContaining("Insufficient privileges");
        LocalServer.execute(owner, "use role securityadmin", "grant role reader to role sysadmin");
        assertThatThrownBy(() -> LocalServer.execute(owner, "drop role accountadmin"))
                .hasMessageContaining("Insufficient privileges");
    }

    @Test
    void listingsShowOnlyWhatTheRoleSees() throws SQLException {
        LocalServer.execute(
                owner,
                "create table u (a int)",
                "grant select on table u to role reader",
                "create warehouse if not exists w");
        assertThat(LocalServer.column(reader, "show tables in schema s", "name"))
                .containsExactly("U");
        assertThat(LocalServer.column(reader, "show warehouses like 'w'", "name"))
                .isEmpty();
        assertRefused("describe table t", HIDDEN, "T");
        LocalServer.execute(owner, "grant usage on warehouse w to role reader");
        assertThat(LocalServer.column(reader, "show warehouses like 'w'", "name"))
                .containsExactly("W");
        assertRefused("alter warehouse w set auto_suspend = 5", FORBIDDEN, "warehouse 'W'");
    }

    @Test
    void privilegesComeThroughRolesAndSecondaryRoles() throws SQLException {
        LocalServer.execute(
                owner,
                "create or replace role upper",
                "create or replace role lower",
                "grant role lower to role upper",
                "grant usage on database db to role lower",
                "grant usage on schema s to role lower",
                "grant select on table t to role lower");
        LocalServer.execute(reader, "use role upper");
        assertThat(LocalServer.value(reader, "select a from t")).isEqualTo("1");
        LocalServer.execute(reader, "use role reader");
        assertRefused("select a from t", HIDDEN, "T");
        LocalServer.execute(reader, "use secondary roles all");
        assertThat(LocalServer.value(reader, "select a from t")).isEqualTo("1");
        LocalServer.execute(reader, "use secondary roles none");
        assertRefused("select a from t", HIDDEN, "T");
    }

    @Test
    void grantsOnAllAndOnFutureObjectsReachEachOfThem() throws SQLException {
        LocalServer.execute(
                owner,
                "create table u (a int)",
                "grant select on all tables in schema s to role reader",
                "grant insert on future tables in schema s to role reader",
                "create table later (a int)");
        assertThat(LocalServer.value(reader, "select count(*) from u")).isEqualTo("0");
        LocalServer.execute(reader, "insert into later values (1)");
        assertRefused("select * from later", FORBIDDEN, "LATER");
        assertRefused("insert into u values (1)", FORBIDDEN, "U");
    }

    @Test
    void grantsEndWithTheirObjectAndFollowItsName() throws SQLException {
        LocalServer.execute(owner, "grant select on table t to role reader", "alter table t rename to t2");
        assertThat(LocalServer.value(reader, "select a from t2")).isEqualTo("1");
        LocalServer.execute(owner, "create or replace table t2 copy grants as select 5 as a");
        assertThat(LocalServer.value(reader, "select a from t2")).isEqualTo("5");
        LocalServer.execute(owner, "create or replace table t2 (a int)");
        assertRefused("select a from t2", HIDDEN, "T2");
        assertThat(LocalServer.column(owner, "show grants on table t2", "privilege"))
                .containsExactly("OWNERSHIP");
    }

    @Test
    void ownershipGoesOverWithItsGrantsOnlyIfAskedTo() throws SQLException {
        LocalServer.execute(owner, "grant select on table t to role public");
        assertThatThrownBy(() -> LocalServer.execute(owner, "grant ownership on table t to role reader"))
                .isInstanceOfSatisfying(SQLException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(3036);
                    assertThat(failure.getSQLState()).isEqualTo("23001");
                })
                .hasMessageContaining("Dependent grant of privilege 'SELECT' on securable 'DB.S.T' to role 'PUBLIC'"
                        + " exists.  It must be revoked first.");
        LocalServer.execute(owner, "grant ownership on table t to role reader revoke current grants");
        assertThat(LocalServer.column(reader, "show grants on table t", "grantee_name"))
                .containsExactly("READER");
        assertThat(LocalServer.value(reader, "select a from t")).isEqualTo("1");
    }

    @Test
    void aPrivilegeWithTheGrantOptionIsPassedOn() throws SQLException {
        LocalServer.execute(owner, "grant select on table t to role reader");
        assertRefused("grant select on table t to role public", FORBIDDEN, "table 'T'");
        LocalServer.execute(owner, "grant select on table t to role reader with grant option");
        LocalServer.execute(reader, "grant select on table t to role public");
        assertRefused("grant insert on table t to role public", FORBIDDEN, "table 'T'");
    }

    @Test
    void aPrivilegeThatTheKindOfObjectDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> LocalServer.execute(owner, "grant operate on table t to role reader"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(3008))
                .hasMessageContaining("Invalid object type 'TABLE' for privilege 'OPERATE'");
    }

    @Test
    void stagesAreReadAndWrittenByPrivilege() throws SQLException {
        LocalServer.execute(owner, "create stage st", "grant read on stage st to role reader");
        assertThat(LocalServer.column(reader, "list @st", "name")).isEmpty();
        assertRefused("remove @st", FORBIDDEN, "stage 'ST'");
        LocalServer.execute(owner, "grant write on stage st to role reader");
        LocalServer.execute(reader, "remove @st");
    }

    private void assertRefused(String sql, int code, String text) {
        assertThatThrownBy(() -> LocalServer.execute(reader, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode())
                                .as(failure.getMessage())
                                .isEqualTo(code))
                .hasMessageContaining(text);
    }
}
