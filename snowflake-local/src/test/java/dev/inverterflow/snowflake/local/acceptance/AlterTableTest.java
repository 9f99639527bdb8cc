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
class AlterTableTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "create or replace schema db.s", "create table t (a int, b varchar(5))");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void tablesSwapTheirNamesWithTheirContent() throws SQLException {
        LocalServer.execute(
                connection, "create table u (c date)", "insert into t values (1, 'x')", "alter table t swap with u");
        assertThat(LocalServer.column(connection, "describe table t", "name")).containsExactly("C");
        assertThat(LocalServer.value(connection, "select b from u")).isEqualTo("x");
        assertFails("alter table t swap with nothing", 2003, "NOTHING");
    }

    @Test
    void aTableMovesIntoAnotherSchemaWithItsRows() throws SQLException {
        LocalServer.execute(
                connection,
                "insert into t values (1, 'x')",
                "create or replace schema db.other",
                "use schema s",
                "alter table t rename to other.t2",
                "insert into other.t2 values (2, 'y')");
        assertThat(LocalServer.column(connection, "select b from other.t2 order by a", "B"))
                .containsExactly("x", "y");
        assertFails("select * from t", 2003, "T");
        LocalServer.execute(connection, "create table id (n int identity)");
        assertFails("alter table id rename to other.id", 2, "identity column");
        LocalServer.execute(connection, "alter table id rename to id2", "drop schema other");
    }

    @Test
    void aTemporaryTableIsRenamedLikeAnother() throws SQLException {
        LocalServer.execute(
                connection,
                "create temporary table tmp (a int)",
                "insert into tmp values (7)",
                "alter table tmp rename to tmp2");
        assertThat(LocalServer.value(connection, "select a from tmp2")).isEqualTo("7");
        assertThat(LocalServer.column(connection, "show tables like 'tmp2'", "kind"))
                .containsExactly("TEMPORARY");
    }

    @Test
    void keysAreAddedShownAndDroppedAndNeverEnforced() throws SQLException {
        LocalServer.execute(
                connection,
                "create table parent (id int primary key, code varchar unique)",
                "alter table t add constraint pk primary key (a)",
                "alter table t add constraint fk foreign key (a) references parent (id)",
                "insert into t values (1, 'x'), (1, 'y')");
        assertThat(LocalServer.column(connection, "show primary keys in table t", "constraint_name"))
                .containsExactly("PK");
        assertThat(LocalServer.column(connection, "show imported keys in table t", "pk_column_name"))
                .containsExactly("ID");
        assertThat(LocalServer.column(connection, "show exported keys in table parent", "fk_table_name"))
                .containsExactly("T");
        assertThat(LocalServer.column(connection, "show unique keys in table parent", "column_name"))
                .containsExactly("CODE");
        assertThat(LocalServer.column(connection, "describe table parent", "unique key"))
                .containsExactly("N", "Y");
        assertFails("alter table t add primary key (b)", 2200, "primary key already exists for table 'T'");
        LocalServer.execute(connection, "alter table t drop primary key", "alter table t drop constraint fk");
        assertThat(LocalServer.column(connection, "show primary keys in table t", "column_name"))
                .isEmpty();
        assertFails("alter table t drop constraint fk", 2003, "FK");
        assertFails("alter table t add unique (nothing)", 904, "NOTHING");
    }

    @Test
    void aClusteringKeyIsShownUntilItIsDropped() throws SQLException {
        LocalServer.execute(connection, "alter table t cluster by (a, to_date(b))");
        assertThat(LocalServer.column(connection, "show tables like 't'", "cluster_by"))
                .containsExactly("LINEAR(a, to_date(b))");
        LocalServer.execute(connection, "alter table t drop clustering key");
        assertThat(LocalServer.column(connection, "show tables like 't'", "cluster_by"))
                .containsExactly("");
    }

    @Test
    void aColumnChangesItsTypeOnlyAsSnowflakeAllows() throws SQLException {
        LocalServer.execute(
                connection,
                "alter table t alter b set data type varchar(10), a type number(20, 0)",
                "insert into t values (123, '1234567890')",
                "alter table t alter a type number(3, 0)");
        assertThat(LocalServer.column(connection, "describe table t", "type"))
                .containsExactly("NUMBER(3,0)", "VARCHAR(10)");
        assertFails("alter table t alter b type varchar(4)", 2108, "reducing the byte-length");
        assertFails("alter table t alter a type number(20, 2)", 2108, "scale");
        assertFails("alter table t alter a type varchar", 2108, "cannot change column A");
        assertFails(
                "alter table t alter a type number(2, 0)",
                2108,
                "cannot change column A from type NUMBER(3,0) to NUMBER(2,0) because some existing values cannot be"
                        + " represented using precision 2 instead of precision 3.");
        assertThat(LocalServer.value(connection, "select a from t")).isEqualTo("123");
    }

    @Test
    void onlyADefaultThatIsASequenceIsReplacedByAnother() throws SQLException {
        LocalServer.execute(
                connection,
                "create sequence one",
                "create sequence two start 100",
                "create table d (id int default one.nextval, n int default 5)",
                "alter table d alter id set default two.nextval",
                "insert into d (n) values (1)",
                "alter table d alter n drop default");
        assertThat(LocalServer.value(connection, "select id from d")).isEqualTo("100");
        assertFails("alter table d alter n set default 6", 2, "Alter Column Set Default");
        assertFails("alter table d alter id set default 6", 2, "Alter Column Set Default");
    }

    @Test
    void aColumnForFilledTablesNeedsAValue() throws SQLException {
        LocalServer.execute(
                connection,
                "alter table t add column early int identity",
                "insert into t (a) values (1)",
                "alter table t add column c int not null default 7",
                "alter table t add column if not exists c varchar");
        assertThat(LocalServer.value(connection, "select early || c from t")).isEqualTo("17");
        assertFails("alter table t add column d int not null", 2123, "non-empty table");
        assertFails("alter table t add column d int autoincrement", 2262, "non-empty table");
        assertFails("alter table t add column c int", 1430, "already exists");
        LocalServer.execute(connection, "alter table t drop column if exists nothing, early, b, c");
        assertFails("alter table t drop column a", 2111, "only column");
    }

    @Test
    void anAlterOfNothingIsRefusedUnlessAskedTo() throws SQLException {
        LocalServer.execute(connection, "alter table if exists nothing add column x int");
        assertFails("alter table nothing add column x int", 2003, "NOTHING");
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
