package dev.inverterflow.snowflake.local.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inverterflow.snowflake.local.ast.CreateStatement.CreatePipe;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTask;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateView;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.ast.QueryBody.Select;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlParserTest {
    private final SqlParser parser = new SqlParser();

    @Test
    void statementsAreSeparatedBySemicolonsAndKnowTheirOwnText() {
        List<Statement> statements = parser.parseAll("""
                ;; -- nothing yet
                select ';' as a ;
                /* between */ commit;;
                  call p()  -- no semicolon at the end
                """);

        assertThat(statements)
                .extracting(statement -> statement.span().text())
                .containsExactly("select ';' as a", "commit", "call p()");
        assertThat(statements)
                .extracting(statement -> statement.span().position())
                .containsExactly(new Position(2, 0), new Position(3, 14), new Position(4, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t", ";", "-- only a comment", "/* only */ ; // comments"})
    void textWithoutAStatementIsRefused(String sql) {
        SnowflakeException error = refusal(sql);

        assertThat(error.code()).isEqualTo(900);
        assertThat(error).hasMessage("SQL compilation error:\nEmpty SQL statement.");
    }

    @Test
    void severalStatementsAreRefusedWhereOneIsWanted() {
        assertThat(refusal("select 1; select 2;").code()).isEqualTo(8);
        assertThat(parser.parse("select 1;;").span().text()).isEqualTo("select 1");
    }

    @Test
    void errorsNameTheLineAndPositionAmongAllStatements() {
        SnowflakeException error = refusal("select 1;\n\n  selec 2");

        assertThat(error.code()).isEqualTo(1003);
        assertThat(error.sqlState()).isEqualTo("42000");
        assertThat(error).hasMessage("SQL compilation error:\nsyntax error line 3 at position 2 unexpected 'selec'.");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.position()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 'it''s'            | it's",
                "select 'it\\'s'           | it's",
                "select 'a\\\\b'           | a\\b",
                "select 'a\\x41\\u00e4\\101' | aA\u00e4A",
                "select 'a\\qb\\xZZ'       | aqbxZZ",
                "select '-- // /* $$ \"'   | -- // /* $$ \"",
                "select $$it's \\n 'raw'$$ | it's \\n 'raw'",
            })
    void textConstantsAreReadWithTheirEscapes(String sql, String value) {
        assertThat(((StringLiteral) firstItem(sql).expression()).value()).isEqualTo(value);
    }

    @Test
    void textConstantsMayHoldControlCharacters() {
        Expression text = firstItem("select 'a\\n\\t\\r\\b\\f\\0\nb'").expression();

        assertThat(((StringLiteral) text).value()).isEqualTo("a\n\t\r\b\f\0\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 'a", "select 'a\\'", "select \"a", "select $$a", "select /* a", "select \"\"", "select $"
            })
    void unfinishedTokensAreRefusedWhereTheyBegin(String sql) {
        SnowflakeException error = refusal(sql);

        assertThat(error.code()).isEqualTo(1003);
        assertThat(error.position()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select a                    | A",
                "select t.\"low\"            | low",
                "select a as \"My Label\"    | My Label",
                "select count(*)             | COUNT(*)",
                "select sum( x ) over ()     | SUM( X ) OVER ()",
                "select v:a.b                | V:A.B",
                "select $1                   | $1",
                "select (1 + 2)              | (1 + 2)",
                "select 'abc', 2             | 'ABC'",
            })
    void selectItemsAreLabelledAsSnowflakeLabelsThem(String sql, String label) {
        assertThat(firstItem(sql).label()).isEqualTo(label);
    }

    @Test
    void bodiesOfObjectsKeepTheirExactText() {
        CreatePipe pipe = (CreatePipe) parser.parse("create pipe p as  copy into t\n  from @s -- files\n ;");
        CreateTask task = (CreateTask) parser.parse("create task t when f( 1 ) as  call  p( )");
        CreateView view = (CreateView) parser.parse("create view v as  select 1  as A ");

        assertThat(pipe.copy().span().text()).isEqualTo("copy into t\n  from @s");
        assertThat(task.when().span().text()).isEqualTo("f( 1 )");
        assertThat(task.body().span().text()).isEqualTo("call  p( )");
        assertThat(view.query().span().text()).isEqualTo("select 1  as A");
    }

    @Test
    void equalExpressionsAreEqualWhereverTheyStand() {
        assertThat(parser.parseExpression("a +\n\n B::int")).isEqualTo(parser.parseExpression("\"A\"+b :: INT"));
        assertThat(parser.parseExpression("v:a")).isEqualTo(parser.parseExpression("v['a']"));
        assertThat(parser.parseExpression("v:a")).isNotEqualTo(parser.parseExpression("v:A"));
        assertThat(parser.parseExpression("\"a\"")).isNotEqualTo(parser.parseExpression("a"));
    }

    @Test
    void bindsAreCountedThroughTheWholeText() {
        assertThat(parser.countBinds("select ?, '?', /* ? */ v:a, ? from t where x = ?; delete from t where y = ?"))
                .isEqualTo(4);
        assertThat(parser.countBinds("insert into t values (:1, :3, :1)")).isEqualTo(3);
        assertThat(parser.countBinds("select {'a':1}, 2")).isZero();
    }

    @Test
    void identifierFunctionIsReplacedByTheNameItStandsFor() {
        SqlParser withNames = new SqlParser(names(Map.of("TARGET", "db.\"s\".t"), List.of("u")));

        assertThat(TreePrinter.print(withNames.parse("delete from identifier($target) where identifier('c') = 1")))
                .isEqualTo("(Delete (TableReference DB.\"s\".T) where=(Binary EQUAL C 1))");
        assertThat(TreePrinter.print(withNames.parse("drop table identifier(?)")))
                .isEqualTo("(Drop (ObjectTarget TABLE name=U))");
        assertThat(TreePrinter.print(withNames.parse("select identifier from t")))
                .isEqualTo("(QueryStatement (Query (Select items=[IDENTIFIER] from=(TableReference T))))");
    }

    @Test
    void identifierFunctionWithoutAValueOrWithABadNameIsRefused() {
        assertThatThrownBy(() -> parser.parse("select * from identifier($target)"))
                .hasMessage("SQL compilation error: error line 1 at position 25\n"
                        + "Session variable '$TARGET' does not exist");
        assertThatThrownBy(() -> parser.parse("select * from identifier('a b')"))
                .hasMessage("SQL compilation error: error line 1 at position 25\ninvalid identifier 'a b'");
        assertThatThrownBy(() -> parser.parse("select * from identifier(upper('a'))"))
                .hasMessage("SQL compilation error:\nsyntax error line 1 at position 25 unexpected 'upper'.");
    }

    @ParameterizedTest
    @MethodSource("reservedWords")
    void reservedWordsAreNamesInQuotesOnly(String word) {
        assertThat(parser.parse("create table \"" + word + "\" (\"" + word + "\" int)"))
                .isNotNull();
        assertThat(refusal("create table x (" + word + " int)").code()).isEqualTo(1003);
        assertThat(refusal("create table " + word + " (x int)").code()).isEqualTo(1003);
    }

    static Iterable<String> reservedWords() {
        return ReservedWords.EVERYWHERE.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "f(", "[", "not ", "case when ", "x in (", "(select ", "v[", "cast(", "- "})
    void deepNestingIsRefusedBeforeItOverflowsTheStack(String opening) {
        assertThat(refusal("select " + opening.repeat(100_000)))
                .hasMessageStartingWith("not supported by snowflake-local: nesting of more than");
    }

    @Test
    void longChainsAreReadUpToTheirLimit() {
        assertThat(parser.parse("select 1" + " + 1".repeat(900))).isNotNull();
        assertThat(refusal("select 1" + " + 1".repeat(1_100)))
                .hasMessageStartingWith("not supported by snowflake-local: nesting of more than");
        assertThat(parser.parse("select x in (1" + ", 1".repeat(20_000) + ")")).isNotNull();
        assertThat(parser.parse("select 1" + ", a and b or c = d".repeat(2_000)))
                .isNotNull();
    }

    private SnowflakeException refusal(String sql) {
        return catchThrowableOfType(SnowflakeException.class, () -> parser.parse(sql));
    }

    private SelectItem firstItem(String sql) {
        QueryStatement statement = (QueryStatement) parser.parse(sql);
        return ((Select) statement.query().body()).items().get(0);
    }

    private static SqlParser.NameSource names(Map<String, String> variables, List<String> binds) {
        return new SqlParser.NameSource() {
            @Override
            public @Nullable String variable(String name) {
                return variables.get(name);
            }

            @Override
            public String bind(int index) {
                return binds.get(index - 1);
            }
        };
    }
}
