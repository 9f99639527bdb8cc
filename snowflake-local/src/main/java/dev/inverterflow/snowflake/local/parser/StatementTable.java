package dev.inverterflow.snowflake.local.parser;

import static java.util.Map.entry;

import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Map;
import java.util.function.Function;

/** Which parser reads a statement that begins with which word. */
final class StatementTable {
    private static final Map<String, Function<Grammar, StatementParser>> BY_FIRST_WORD = Map.ofEntries(
            entry("SELECT", QueryStatementParser::new),
            entry("WITH", QueryStatementParser::new),
            entry("INSERT", InsertParser::new),
            entry("UPDATE", UpdateParser::new),
            entry("DELETE", DeleteParser::new),
            entry("MERGE", MergeParser::new),
            entry("TRUNCATE", TruncateParser::new),
            entry("COPY", CopyParser::new),
            entry("CREATE", CreateParser::new),
            entry("ALTER", AlterParser::new),
            entry("DROP", DropParser::new),
            entry("GRANT", GrantParser::new),
            entry("REVOKE", RevokeParser::new),
            entry("COMMENT", CommentParser::new),
            entry("USE", UseParser::new),
            entry("SHOW", ShowParser::new),
            entry("DESCRIBE", DescribeParser::new),
            entry("DESC", DescribeParser::new),
            entry("BEGIN", TransactionParser::new),
            entry("START", TransactionParser::new),
            entry("COMMIT", TransactionParser::new),
            entry("ROLLBACK", TransactionParser::new),
            entry("PUT", FileCommandParser::new),
            entry("GET", FileCommandParser::new),
            entry("LIST", FileCommandParser::new),
            entry("LS", FileCommandParser::new),
            entry("REMOVE", FileCommandParser::new),
            entry("RM", FileCommandParser::new),
            entry("CALL", CallStatementParser::new),
            entry("EXECUTE", ExecuteParser::new),
            entry("SET", VariableParser::new),
            entry("UNSET", VariableParser::new),
            entry("EXPLAIN", ExplainParser::new));

    private static final PhraseTable UNSUPPORTED = new PhraseTable("DECLARE", "UNDROP");

    /** What may stand outside of a block, too: loops, branches and assignments. */
    private static final PhraseTable SCRIPTING = new PhraseTable("FOR", "WHILE", "REPEAT", "LOOP", "IF", "CASE", "LET");

    private final Grammar grammar;
    private final Tokens tokens;

    StatementTable(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** The statement that comes next, which may hold others. */
    Statement statement() {
        return tokens.nesting().nested(() -> parser().parse());
    }

    private StatementParser parser() {
        Token first = tokens.peek();
        if (first.isSymbol("(")) {
            return new QueryStatementParser(grammar);
        }
        Function<Grammar, StatementParser> parser =
                first.kind() == TokenKind.WORD ? BY_FIRST_WORD.get(first.text()) : null;
        if (parser == null) {
            UNSUPPORTED.refuse(tokens, "");
            SCRIPTING.refuse(tokens, "Snowflake Scripting's ");
            throw tokens.unexpected();
        }
        return parser.apply(grammar);
    }
}
