package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What else a transaction has to itself that a handler begins inside the open one of its caller.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#scoped-transactions">Scoped transactions</a>
 */
class ScopedTransactionIT {

    private static final String JAR = "scopes.jar";

    @TempDir
    private static Path folder;

    private static Account account;

    @BeforeAll
    static void start() throws Exception {
        account = Account.start();
        account.put(HandlerJar.write(folder.resolve(JAR), """
                static void run(Session session, String sql) {
                    if (!sql.isEmpty()) session.sql(sql).collect();
                }
                public static String all(Session session, String statements) {
                    for (String sql : statements.split(";")) run(session, sql.trim());
                    return "";
                }
                public static String tryAll(Session session, String statements) {
                    StringBuilder answers = new StringBuilder();
                    for (String sql : statements.split(";")) {
                        try { run(session, sql.trim()); answers.append("accepted\\n"); }
                        catch (Exception e) { answers.append(e.getMessage().replace('\\n', ' ')).append("\\n"); }
                    }
                    return answers.toString();
                }
                public static String ask(Session session, String sql) {
                    return String.valueOf(session.sql(sql).first().get().get(0));
                }
                public static String askInTransaction(Session session, String name, String statements, String sql) {
                    run(session, "begin name " + name);
                    all(session, statements);
                    String answer = ask(session, sql);
                    run(session, "commit");
                    return answer;
                }
                public static String sleepInTransaction(Session session) throws Exception {
                    run(session, "begin");
                    run(session, "insert into st values ('sleeper')");
                    Thread.sleep(600_000);
                    return "";
                }
                """));
    }

    @AfterAll
    static void stop() throws Exception {
        account.close();
    }

    @BeforeEach
    void createTables() throws SQLException {
        account.run("ALTER SESSION SET AUTOCOMMIT = TRUE");
        account.run("create or replace table st (v varchar)");
        account.run("create or replace table copies (v varchar)");
    }

    @Test
    void currentTransactionIsThatOfTheScope() throws SQLException {
        account.run(definition("ask(sql varchar)", "ask") + " EXECUTE AS CALLER");
        account.run(definition("all_of(statements varchar)", "all") + " EXECUTE AS CALLER");
        account.run("create or replace table seen (transaction varchar)");
        account.run("begin");
        String outer = account.value("select current_transaction()");
        assertThat(account.value("call ask('select current_transaction()')")).isEqualTo(outer);
        account.run("call all_of('begin; insert into seen select current_transaction(); commit')");
        assertThat(account.value("select current_transaction()")).isEqualTo(outer);
        account.run("rollback");
        assertThat(account.rows("select * from seen")).hasSize(1).doesNotContain(outer);
    }

    /** docs.snowflake.com/en/sql-reference/sql/show-transactions: the column scope, "0 for non-scoped transactions" */
    @Test
    void showTransactionsListsBothAndTellsTheScope() throws SQLException {
        createAsker("as_caller", " EXECUTE AS CALLER");
        account.run("begin name the_outer");
        assertThat(account.value(
                        "call as_caller('the_inner', 'show transactions', 'select listagg(\"name\" || iff(\"scope\""
                                + " = 0, '' outside'', '' inside''), '', '') within group (order by \"id\")"
                                + " from table(result_scan(last_query_id()))')"))
                .isEqualTo("THE_OUTER outside, THE_INNER inside");
        assertThat(account.rows("show transactions"))
                .singleElement(as(STRING))
                .contains("THE_OUTER")
                .endsWith(" running 0");
        account.run("rollback");
    }

    /** A result is its session's, whatever transaction it was made in. */
    @Test
    void resultScanReadsWhatWasSelectedInAnotherScope() throws SQLException {
        createAsker("asker", "");
        account.run("begin");
        assertThat(
                        account.value(
                                "call asker('inner', 'select 43 as answer', 'select answer from table(result_scan(last_query_id()))')"))
                .isEqualTo("43");
        assertThat(account.value("select * from table(result_scan(last_query_id()))"))
                .isEqualTo("43");
        account.run("commit");
    }

    /** Each transaction has a view of a stream of its own, and moves its offset when it commits. */
    @Test
    void aScopedTransactionConsumesAStreamForItself() throws SQLException {
        createAsker("asker", "");
        account.run("create or replace stream changes on table st");
        account.run("insert into st values ('committed')");
        account.run("begin");
        account.run("insert into st values ('uncommitted')");
        assertThat(account.value("call asker('inner', 'insert into copies select v from changes',"
                        + " 'select listagg(v) from copies')"))
                .isEqualTo("committed");
        account.run("commit");
        assertThat(account.rows("select v from changes")).containsExactly("uncommitted");
    }

    @Test
    void theOuterTransactionsStreamIsItsOwn() throws SQLException {
        createAsker("asker", "");
        account.run("create or replace stream changes on table st");
        account.run("insert into st values ('first')");
        account.run("begin");
        assertThat(account.rows("select v from changes")).containsExactly("first");
        assertThat(account.value(
                        "call asker('inner', 'insert into st values (''second'')', 'select listagg(v) from changes')"))
                .as("as it was when the transaction began")
                .isEqualTo("first");
        assertThat(account.rows("select v from changes")).as("repeatable").containsExactly("first");
        assertThat(account.value(
                        "call asker('inner', '', 'select listagg(v, '' '') within group (order by v) from changes')"))
                .isEqualTo("first second");
        account.run("insert into copies select v from changes");
        account.run("commit");
        assertThat(account.rows("select v from changes")).containsExactly("second");
        assertThat(account.rows("select v from copies")).containsExactly("first");
    }

    @Test
    void aTimeoutInAScopedTransactionRollsItBackAndTheOuterGoesOn() throws SQLException {
        create("sleep_in_transaction()", "sleepInTransaction");
        account.run("begin");
        account.run("insert into st values ('outer')");
        account.run("alter session set statement_timeout_in_seconds = 2");
        Refusal stopped = account.failure("call sleep_in_transaction()");
        account.run("alter session unset statement_timeout_in_seconds");
        account.run("commit");
        assertThat(stopped.code()).isEqualTo(630);
        assertThat(account.rows("select * from st")).containsExactly("outer");
    }

    /** "When a DML statement or CALL statement in a transaction fails, the changes made by that failed statement are rolled back." */
    @Test
    void aCallThatFailsInATransactionIsUndoneButNotWhatItHasCommittedItself() throws SQLException {
        create("all_of(statements varchar)", "all");
        account.run("begin");
        account.run("insert into st values ('before')");
        assertThat(account.failure("call all_of('insert into st values (''undone'');"
                                + " begin; insert into st values (''committed''); commit; update st set v = random();"
                                + " select no_such_column')")
                        .message())
                .contains("NO_SUCH_COLUMN");
        account.run("insert into st values ('after')");
        account.run("commit");
        assertThat(account.rows("select * from st order by v")).containsExactly("after", "before", "committed");
    }

    /** "Do not change AUTOCOMMIT settings inside a stored procedure. You will get an error message." */
    @Test
    void noProcedureChangesAutocommit() throws SQLException {
        account.run(definition("as_caller(statements varchar)", "tryAll") + " EXECUTE AS CALLER");
        assertThat(account.value("call as_caller('alter session set autocommit = true; alter session unset autocommit;"
                        + " alter session set lock_timeout = 43200')"))
                .matches("(?s).*Unsupported statement type 'ALTER_SESSION'.*\n.*Unsupported statement type"
                        + " 'ALTER_SESSION'.*\naccepted\n");
    }

    /** "Failed statements within a transaction": the statements of the example, inside of procedures and outside. */
    @Test
    void whatStaysAfterAFailedStatementDependsOnWhoCatchesIt() throws SQLException {
        create("all_of(statements varchar)", "all");
        create("try_all(statements varchar)", "tryAll");
        account.run("create or replace table table1 (i int)");
        String first = "begin transaction; insert into table1 (i) values (1)";
        String wrong = "; insert into table1 (i) values (''This is not a valid integer.'')";
        String rest = "; insert into table1 (i) values (2); commit";

        assertThat(account.failure("call all_of('" + first + wrong + rest + "')")
                        .message())
                .contains("'This is not a valid integer.' is not recognized");
        assertThat(account.rows("select i from table1")).isEmpty();
        account.run("call try_all('" + first + wrong + "; commit')");
        assertThat(account.rows("select i from table1")).containsExactly("1");
        account.run("call try_all('" + first + wrong + rest + "')");
        assertThat(account.rows("select i from table1 order by i")).containsExactly("1", "1", "2");
    }

    private static void createAsker(String name, String rights) throws SQLException {
        String signature = name + "(transaction varchar, statements varchar, sql varchar)";
        account.run(definition(signature, "askInTransaction") + rights);
    }

    private static void create(String signature, String handler) throws SQLException {
        account.run(definition(signature, handler));
    }

    private static String definition(String signature, String handler) {
        return Account.definition(signature, "VARCHAR", JAR, handler);
    }
}
