package dev.inverterflow.deploy.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools' splitters were reported to do wrong with Snowflake's SQL, each under its public report. */
class OtherSplittersFailuresTest {
    /** flyway/flyway#2843: more than one dollar-quoted text in a script. */
    @Test
    void severalDollarQuotedTextsInOneStatementAndInOneScript() {
        assertThat(texts("select $$a;b$$, $$c;'d$$; create function F() returns int as $$ 1; $$; select 3"))
                .containsExactly("select $$a;b$$, $$c;'d$$", "create function F() returns int as $$ 1; $$", "select 3");
    }

    /** flyway/flyway#2846: a procedure in JavaScript, then a triggered task. */
    @Test
    void aProcedureInDollarsFollowedByATask() {
        String procedure = """
                CREATE OR REPLACE PROCEDURE P() RETURNS string LANGUAGE javascript AS
                $$
                try { snowflake.createStatement({sqlText:"truncate table T"}).execute(); return "ok"; }
                catch (err) { return "ERROR: " + err.message + ";"; }
                $$""";
        String task = """
                CREATE OR REPLACE task T1
                WAREHOUSE = W
                SCHEDULE = 'USING CRON 0 8,12,16 * * * Europe/London'
                WHEN SYSTEM$STREAM_HAS_DATA('S')
                AS CALL P()""";

        assertThat(texts(procedure + ";\n\n" + task + ";\n")).containsExactly(procedure, task);
    }

    /** flyway/flyway#2889 and snowflakedb/snowflake-connector-python#2942: // begins a comment, quotes in it are none. */
    @Test
    void anApostropheInADoubleSlashComment() {
        assertThat(texts("select 1; // issue's here?\nselect 2; // it's\nselect 3;"))
                .containsExactly("select 1", "select 2", "select 3");
    }

    /** flyway/flyway#4126: quoted names inside the strings of IDENTIFIER(). */
    @Test
    void quotesInsideQuotes() {
        String share = "CREATE SHARE IF NOT EXISTS IDENTIFIER('\"DEMO_1\"')";
        String grant = "GRANT USAGE ON DATABASE IDENTIFIER('\"DEMO\"') TO SHARE IDENTIFIER('\"DEMO_1\"')";

        assertThat(texts("USE ROLE R;\n\n" + share + ";\n" + grant + ";")).containsExactly("USE ROLE R", share, grant);
    }

    /** flyway/flyway#4248 and #3613: what a statement is, is the account's business. */
    @Test
    void statementsThatASplitterDoesNotKnow() {
        assertThat(texts("DROP AGENT IF EXISTS D.S.A;DROP  PIPE IF EXISTS  P;\nDROP STAGE IF EXISTS X;"))
                .containsExactly("DROP AGENT IF EXISTS D.S.A", "DROP  PIPE IF EXISTS  P", "DROP STAGE IF EXISTS X");
    }

    /** flyway/flyway#3620: properties in any order, a URL among them, the semicolon on a line of its own, ruled comments. */
    @Test
    void aStageWhoseCommentComesBeforeItsAddress() {
        String stage = "CREATE STAGE IF NOT EXISTS D.S.X\n  COMMENT = 'External stage; for ingestion'\n"
                + "  URL = 's3://bucket/CONFORMED'\n  STORAGE_INTEGRATION = I";

        assertThat(texts(stage + "\n;\n-- grant stage roles\nGRANT USAGE ON STAGE D.S.X TO ROLE R;\n"
                        + "----------------------------\n-- Resource Monitor\n----------------------------\n"
                        + "-- Create or alter 'IT_S'\n"))
                .containsExactly(stage, "GRANT USAGE ON STAGE D.S.X TO ROLE R");
    }

    /** dbt-labs/dbt-core#711: a semicolon in a comment. */
    @Test
    void aSemicolonInAComment() {
        assertThat(texts("select -- this is; only a test\n    1 as qux"))
                .containsExactly("select -- this is; only a test\n    1 as qux");
    }

    /** dbt-labs/dbt-core#2731: a comment after the semicolon on the same line must not swallow what stands before it. */
    @Test
    void aCommentBehindEachStatement() {
        assertThat(texts("select 1; -- comment\nselect 2; -- comment\nselect 3; -- comment\n"))
                .containsExactly("select 1", "select 2", "select 3");
    }

    /** snowplow/sql-runner#119: a comment at the end is no empty statement. */
    @Test
    void aCommentAfterTheLastStatement() {
        assertThat(texts("SELECT * FROM events;\n\n-- Select all data\n")).containsExactly("SELECT * FROM events");
        assertThat(texts("SELECT 1; /* x */; SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
    }

    /** rocky-data/rocky#1366: semicolons in block comments; block comments do not nest in Snowflake. */
    @Test
    void blockCommentsWithSemicolonsThatDoNotNest() {
        assertThat(texts("/* note; */ SELECT 1; select 2")).containsExactly("SELECT 1", "select 2");
        assertThat(texts("/* a /* b */ SELECT 1; select 2 /* c */")).containsExactly("SELECT 1", "select 2");
    }

    /** andialbrecht/sqlparse#118: markup in a string. */
    @Test
    void markupWithASemicolonInAString() {
        String update = "UPDATE foo SET\n  description='<br/>my name is E; your name is Y<br/>'\nWHERE id=417";

        assertThat(texts(update + ";")).containsExactly(update);
    }

    /** dbt-labs/dbt-snowflake#147: BEGIN of a transaction is a statement by itself. */
    @Test
    void aTransactionWrittenOut() {
        assertThat(texts("begin;\ninsert into T select 1;\ncommit;"))
                .containsExactly("begin", "insert into T select 1", "commit");
    }

    /**
     * Snowflake-Labs/schemachange#444, dbt-labs/dbt-snowflake#875 and #1052, flyway/flyway#3552, #3948, #4179, #4273: bare
     * scripting blocks were cut at one of their semicolons and the halves sent. They are refused as a whole, with the
     * place and the remedy, since SnowSQL cuts them too.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE foo() RETURNS VARCHAR LANGUAGE SQL AS\nBEGIN TRUNCATE TABLE t1; RETURN 'OK'; END;",
                "CREATE PROCEDURE P() RETURNS NUMBER LANGUAGE SQL AS\nDECLARE v NUMBER; BEGIN v := 1; RETURN :v; END;",
                "CREATE TASK T SCHEDULE = '5 MINUTE' AS\nBEGIN LET f := 1; BEGIN SELECT 1; EXCEPTION WHEN OTHER THEN"
                        + " RETURN 1; END; END;",
                "select 1;\nDECLARE a BOOLEAN; BEGIN IF (a) THEN IF (a) THEN SELECT 1; END IF; END IF; END;",
                "select 1;\nDECLARE sql STRING; BEGIN SELECT CONCAT('BEGIN', 'END;') INTO :sql; EXECUTE IMMEDIATE :sql; END;",
                "CREATE ALERT A IF (EXISTS (SELECT 1)) THEN\nBEGIN INSERT INTO T SELECT 1; CALL P(); END;"
            })
    void bareScriptingBlocks(String script) {
        assertThatThrownBy(() -> texts(script))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("x.sql:2: a bare scripting block")
                .hasMessageContaining("put it between $$ and $$");
    }

    /** The same blocks between dollars, which every runner keeps whole. */
    @Test
    void theSameBlocksBetweenDollars() {
        String block =
                "EXECUTE IMMEDIATE $$\nDECLARE a BOOLEAN;\nBEGIN\n  IF (a) THEN SELECT 'it''s;'; END IF;\nEND;\n$$";

        assertThat(texts(block + ";\nselect 2;")).containsExactly(block, "select 2");
    }

    private static List<String> texts(String script) {
        return StatementSplitter.split("x.sql", script).stream()
                .map(SqlStatement::text)
                .toList();
    }
}
