package dev.inverterflow.deploy.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {
    @Test
    void cutsAtSemicolonsAndKeepsTheLineOfEachStatement() {
        List<SqlStatement> statements = split("select 1;\n\nselect\n  2;select 3");

        assertThat(statements)
                .containsExactly(
                        new SqlStatement("select 1", 1),
                        new SqlStatement("select\n  2", 3),
                        new SqlStatement("select 3", 4));
    }

    @Test
    void keepsSemicolonsAndDashesInsideAJavaBody() {
        String procedure = """
                create or replace procedure P()
                returns varchar
                language java
                handler = 'X.run'
                as $$
                class X {
                    // it's; a comment -- with everything
                    static String run(com.snowflake.snowpark_java.Session s) { int i = 2; i--; return "a;b//'" + i; }
                }
                $$""";

        assertThat(texts(procedure + ";\nselect 1;")).containsExactly(procedure, "select 1");
    }

    @Test
    void keepsAnExecutedBlockWhole() {
        String block = "execute immediate $$\nbegin\n  let a := 1;\n  return a;\nend;\n$$";

        assertThat(texts(block + ";")).containsExactly(block);
    }

    @Test
    void takesDoubleSlashForACommentToTheEndOfTheLine() {
        assertThat(texts("select 1 // it's; one\n;select 2")).containsExactly("select 1", "select 2");
    }

    @Test
    void takesDoubleSlashAfterAColonForAnAddress() {
        assertThat(texts("put file:///tmp/x.jar @S auto_compress=false; select 2"))
                .containsExactly("put file:///tmp/x.jar @S auto_compress=false", "select 2");
        assertThat(texts("create stage S url = 's3://bucket/path/'; select 2"))
                .containsExactly("create stage S url = 's3://bucket/path/'", "select 2");
    }

    @Test
    void readsQuotesInStringsDoubledOrEscaped() {
        assertThat(texts("select 'it''s; one', 'it\\'s; two', '\\\\'; select '--', '/*', '$$'"))
                .containsExactly("select 'it''s; one', 'it\\'s; two', '\\\\'", "select '--', '/*', '$$'");
    }

    @Test
    void readsQuotedNames() {
        assertThat(texts("select 1 as \"a;b--\"\"c\"; select 2"))
                .containsExactly("select 1 as \"a;b--\"\"c\"", "select 2");
    }

    @Test
    void keepsCaseExpressionsOfAViewWhole() {
        String view = "create view V as select case when X = 'BEGIN;' then 1 else 2 end as Y from T";

        assertThat(texts(view + ";" + view)).containsExactly(view, view);
    }

    @Test
    void leavesOutCommentsAroundStatementsButNotInside() {
        assertThat(split("-- head; it's\n/* a; 'b */ select /* in; */ 1 -- in\n, 2 /* tail; */ -- more;\n"))
                .containsExactly(new SqlStatement("select /* in; */ 1 -- in\n, 2", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", ";", ";;\n;", "-- only a comment", "/* only */ ;", "// only; this", "\uFEFF"})
    void findsNoStatementWhereThereIsNone(String text) {
        assertThat(split(text)).isEmpty();
    }

    @Test
    void readsAScriptThatBeginsWithAByteOrderMark() {
        assertThat(split("\uFEFFselect 1;")).containsExactly(new SqlStatement("select 1", 1));
    }

    @Test
    void keepsLinesWithWindowsLineEnds() {
        assertThat(split("select 1;\r\n-- x\r\nselect 2;\r\n"))
                .containsExactly(new SqlStatement("select 1", 1), new SqlStatement("select 2", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"begin; insert into T select 1; commit", "begin transaction; commit", "BEGIN WORK; commit;"})
    void takesATransactionsBeginForAStatement(String text) {
        assertThat(texts(text).get(0).toLowerCase(Locale.ROOT)).startsWith("begin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\nbegin insert into T select 1; end;",
                "\ndeclare x int; begin x := 1; end;",
                "\ncreate task T as begin insert into A select 1; insert into B select 1; end;",
                "\ncreate procedure P() returns int language sql as\ndeclare x int; begin return 1; end;"
            })
    void refusesAScriptingBlockThatStandsBare(String text) {
        assertThatThrownBy(() -> split(text))
                .isInstanceOf(DeployException.class)
                .hasMessageMatching(
                        "versioned/V001__x\\.sql:[23]: a bare scripting block .* put it between \\$\\$ and \\$\\$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1;\n\nselect 'a", "\n\nselect \"a", "\n\ncreate x as $$ a", "\n\n/* a", "\n\n'a\\"})
    void namesTheLineWhereSomethingBeginsThatIsNeverClosed(String text) {
        assertThatThrownBy(() -> split(text))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("versioned/V001__x.sql:3: ")
                .hasMessageContaining("never closed");
    }

    @Test
    void showsTheHeadOfALongStatementOnOneLine() {
        SqlStatement statement = split("create table T (\n  A int,\n" + "  B int,\n".repeat(20) + "  C int)")
                .get(0);

        assertThat(statement.head())
                .startsWith("create table T ( A int, B int")
                .endsWith("…")
                .hasSize(81);
    }

    @Test
    void knowsWhatMovesTheSession() {
        assertThat(split("USE ROLE X").get(0).changesSession()).isTrue();
        assertThat(split("use\nschema X").get(0).changesSession()).isTrue();
        assertThat(split("user_defined()").get(0).changesSession()).isFalse();
        assertThat(split("use").get(0).changesSession()).isFalse();
    }

    private static List<SqlStatement> split(String text) {
        return StatementSplitter.split("versioned/V001__x.sql", text);
    }

    private static List<String> texts(String text) {
        return split(text).stream().map(SqlStatement::text).toList();
    }
}
