package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documentation's examples of transactions in procedures, with their tables; the handlers are theirs in Java.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#stored-procedures-and-transactions">Stored procedures
 *     and transactions</a>
 */
class DocumentedTransactionsIT {

    private static final String JAR = "transactions.jar";

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        account.put(HandlerJar.write(folder.resolve(JAR), DocumentedHandlers.TEXT));
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @BeforeEach
    void createTables() throws SQLException {
        account.run("ALTER SESSION SET AUTOCOMMIT = TRUE");
        for (String table : List.of("tracker_1", "tracker_2", "tracker_3")) {
            account.run("create or replace table " + table + " (id integer, name varchar)");
        }
        account.run("create or replace table st (v varchar)");
    }

    /** "Using a transaction in a stored procedure" */
    @Test
    void aProcedureMayHaveTransactionsOneAfterTheOther() throws SQLException {
        create("p1(statements varchar)", "all");
        String two = "begin transaction; insert into st values (''C''); insert into st values (''D''); commit;"
                + " begin transaction; insert into st values (''E''); insert into st values (''F''); rollback";
        for (String letters : List.of("AB", "GH")) {
            account.run("begin transaction");
            account.run("insert into st values ('" + letters + "')");
            account.run("commit");
            if (letters.equals("AB")) {
                account.run("call p1('" + two + "')");
            }
        }
        assertThat(account.rows("select * from st order by v")).containsExactly("AB", "C", "D", "GH");
    }

    /** "Using a stored procedure inside a transaction" */
    @Test
    void aProcedureWithoutATransactionIsPartOfItsCallers() throws SQLException {
        create("my_procedure(statements varchar)", "all");
        for (String end : List.of("rollback", "commit")) {
            account.run("begin transaction");
            account.run("insert into st values ('W')");
            account.run("call my_procedure('insert into st values (''X''); insert into st values (''Y'')')");
            account.run("insert into st values ('Z')");
            account.run(end);
        }
        assertThat(account.rows("select * from st order by v")).containsExactly("W", "X", "Y", "Z");
    }

    /** "The next example shows three scoped transactions that overlap in time": A and E, B and D, C. */
    @Test
    void threeTransactionsOverlapInTime() throws SQLException {
        create("p1(b varchar, d varchar)", "p1");
        create("p2(c varchar)", "p2");

        account.run("begin transaction");
        account.run("insert into st values ('A')");
        account.run("call p1('insert into st values (''B'')', 'insert into st values (''D'')')");
        assertThat(account.rows("select * from st order by v")).containsExactly("A", "B", "C", "D");
        account.run("insert into st values ('E')");
        account.run("rollback");

        assertThat(account.rows("select * from st order by v")).containsExactly("B", "C", "D");
    }

    /** "Simple example of scoped transaction and stored procedure" */
    @Test
    void aRollbackInAProcedureUndoesItsOwnTransactionAlone() throws SQLException {
        create("sp1()", "sp1");

        account.run("begin transaction");
        account.run("insert into tracker_1 values (00, 'outer_alpha')");
        account.run("call sp1()");
        account.run("insert into tracker_1 values (09, 'outer_zulu')");
        account.run("commit");

        assertThat(account.rows("select id, name FROM tracker_1 union all select id, name FROM tracker_2 order by id"))
                .containsExactly("0 outer_alpha", "9 outer_zulu", "11 p1_alpha", "13 p1_charlie");
    }

    /** "Logging information independently of a transaction's success" */
    @Test
    void whatAScopedTransactionHasCommittedOutlivesTheEnclosingRollbacks() throws SQLException {
        account.run("create or replace table data_table (id integer)");
        account.run("create or replace table log_table (message varchar)");
        create("log_message(message varchar)", "logMessage");
        create("update_data()", "updateData");

        account.run("begin transaction");
        account.run("call update_data()");
        account.run("rollback");

        assertThat(account.rows("select * from data_table")).isEmpty();
        assertThat(account.rows("select * from log_table")).containsExactly("You should see this saved.");
    }

    /** "Commit the middle level of three levels" */
    @Test
    void theMiddleOfThreeLevelsIsCommittedAlone() throws SQLException {
        createLevels();

        account.run("begin transaction");
        account.run("insert into tracker_1 values (00, 'outer_alpha')");
        account.run("call sp1_outer('begin transaction', 'begin transaction', 'rollback', 'commit')");
        account.run("insert into tracker_1 values (09, 'outer_charlie')");
        account.run("rollback");

        assertThat(account.rows(TRACKED)).containsExactly("12 p1_bravo", "21 p2_alpha", "23 p2_charlie");
    }

    /** "Roll back the middle level of three levels" */
    @Test
    void theMiddleOfThreeLevelsIsRolledBackAlone() throws SQLException {
        createLevels();

        account.run("begin transaction");
        account.run("insert into tracker_1 values (00, 'outer_alpha')");
        account.run("call sp1_outer('begin transaction', 'begin transaction', 'commit', 'rollback')");
        account.run("insert into tracker_1 values (09, 'outer_charlie')");
        account.run("commit");

        assertThat(account.rows(TRACKED))
                .containsExactly("0 outer_alpha", "9 outer_charlie", "11 p1_alpha", "13 p1_charlie", "22 p2_bravo");
    }

    /** The same procedures, where only a part of the inner one is in a transaction that the outer one has begun. */
    @Test
    void aTransactionIncludesWhatACalledProcedureDoesOutsideOfItsOwn() throws SQLException {
        createLevels();

        account.run("call sp1_outer('begin transaction', 'begin transaction', 'commit', 'rollback')");
        assertThat(account.rows(TRACKED)).containsExactly("11 p1_alpha", "13 p1_charlie", "22 p2_bravo");
    }

    /** "Using error handling with transactions in stored procedures" */
    @Test
    void aHandlerThatCatchesAnErrorRollsItsTransactionBack() throws SQLException {
        account.run("create or replace table parent(id integer)");
        account.run("create or replace table child (child_id integer, parent_ID integer)");
        account.run("insert into parent values (1), (2)");
        account.run("insert into child values (10, 1), (20, 2)");
        create("cleanup(force_failure varchar)", "cleanUp");

        assertThat(account.value("call cleanup('fail')"))
                .startsWith("Failed: ")
                .contains("SQL compilation error:\nObject 'NO_SUCH_TABLE' does not exist or not authorized.");
        assertThat(account.rows("select id from parent order by id")).containsExactly("1", "2");
        assertThat(account.value("call cleanup('do not fail')")).isEqualTo("Succeeded");
        assertThat(account.rows("select id from parent")).containsExactly("2");
        assertThat(account.rows("select child_id from child")).containsExactly("20");
    }

    /** "Improperly paired BEGIN/COMMIT blocks in scoped transactions" */
    @Test
    void aScopedTransactionLeftOpenFailsAllCallsAndUndoesWhatIsOpen() throws SQLException {
        create("outer_sp1()", "outerSp1");
        create("inner_sp2()", "innerSp2");

        assertThat(account.failure("call outer_sp1()").message())
                .contains("Scoped transaction started in stored procedure is incomplete and it was rolled back");
        assertThat(account.rows("select * from st")).containsExactly("osp1_alpha");
    }

    /** The diagram "improperly placed commit": a COMMIT without a BEGIN of its own ends nothing but in an error. */
    @Test
    void aCommitOrRollbackOfTheCallersTransactionIsRefused() throws SQLException {
        create("try_all(statements varchar)", "tryAll");
        account.run("begin transaction");
        account.run("insert into st values ('outer')");
        for (String end : List.of("commit", "rollback", "commit work", "rollback work")) {
            assertThat(account.value("call try_all('" + end + "')")).as(end).contains(DIFFERENT_SCOPE);
        }
        assertThat(account.value("call try_all('begin; insert into st values (''inner''); commit; commit')"))
                .matches("(?s)accepted\naccepted\naccepted\n.*" + DIFFERENT_SCOPE + ".*");
        account.run("rollback");
        assertThat(account.rows("select * from st")).containsExactly("inner");
    }

    /** "Implicit commits for transactions inside stored procedures"; tags are not supported here, tables stand for them. */
    @Test
    void ddlMayCommitTheTransactionOfItsOwnProcedureOnly() throws SQLException {
        create("all_of(statements varchar)", "all");
        create("try_all(statements varchar)", "tryAll");
        assertThat(account.failure("call all_of('begin transaction; call all_of(''drop table if exists t''); commit')")
                        .message())
                .contains(DIFFERENT_SCOPE);
        account.run("begin");
        assertThat(account.value("call try_all('create table t (a int)')")).contains(DIFFERENT_SCOPE);
        assertThat(account.value(
                        "call try_all('begin; insert into st values (''inner''); create or replace table t (a int);"
                                + " create or replace table t (a int)')"))
                .matches("(?s)accepted\naccepted\naccepted\n.*" + DIFFERENT_SCOPE + ".*");
        account.run("rollback");
        assertThat(account.rows("select * from st")).containsExactly("inner");
        account.run("call all_of('create or replace table t (a int); drop table t')");
    }

    /** "Implicit ROLLBACK for transactions at the end of stored procedures" */
    @Test
    void withoutAutocommitWhatAProcedureBeginsEndsWithIt() throws SQLException {
        create("p1(statements varchar)", "all");
        String inserts = "insert into st values (''parent''); insert into st values (''child'')";

        account.run("ALTER SESSION SET AUTOCOMMIT = FALSE");
        Refusal incomplete = account.failure("call p1('" + inserts + "')");
        account.run("COMMIT WORK");
        assertThat(incomplete.code()).isEqualTo(90232);
        assertThat(account.rows("select * from st")).isEmpty();

        account.run("BEGIN TRANSACTION");
        account.run("call p1('" + inserts + "')");
        account.run("COMMIT WORK");
        assertThat(account.rows("select * from st")).containsExactly("parent", "child");

        account.run("call p1('BEGIN TRANSACTION; " + inserts + "; COMMIT WORK')");
        account.run("ROLLBACK");
        assertThat(account.rows("select count(*) from st")).containsExactly("4");
    }

    private static final String DIFFERENT_SCOPE =
            "Modifying a transaction that has started at a different scope is not allowed";

    private static final String TRACKED = "select id, name from tracker_1 union all select id, name from tracker_2"
            + " union all select id, name from tracker_3 order by id";

    private static void createLevels() throws SQLException {
        create(
                "sp1_outer(use_begin varchar, use_inner_begin varchar, use_inner_commit_or_rollback varchar,"
                        + " use_commit_or_rollback varchar)",
                "sp1Outer");
        create("sp2_inner(use_begin varchar, use_commit_or_rollback varchar)", "sp2Inner");
    }

    private static void create(String signature, String handler) throws SQLException {
        account.run(definition(signature, handler));
    }

    private static String definition(String signature, String handler) {
        return Account.definition(signature, "VARCHAR", JAR, handler);
    }
}
