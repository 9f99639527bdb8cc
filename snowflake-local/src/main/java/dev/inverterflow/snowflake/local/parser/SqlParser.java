package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Snowflake SQL. Every method fails with a {@link dev.inverterflow.snowflake.local.error.SnowflakeException}
 * and nothing else: 001003 with line and position for what is no SQL, 000002 for what Snowflake knows and this parser
 * does not.
 *
 * <p>Immutable and safe to share, as far as its {@link NameSource} is.
 */
public final class SqlParser {
    private final NameSource nameSource;

    /** A parser that refuses {@code IDENTIFIER($variable)} and {@code IDENTIFIER(?)}. */
    public SqlParser() {
        this(new NoNames());
    }

    /** A parser that asks for the values inside {@code IDENTIFIER(…)} while it reads. */
    public SqlParser(NameSource nameSource) {
        this.nameSource = nameSource;
    }

    /**
     * Reads one statement; a semicolon may end it.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 000900 for a text without a statement, 000008
     *     for a text with several
     */
    public Statement parse(String sql) {
        List<Statement> statements = parseAll(sql);
        if (statements.size() != 1) {
            throw Errors.statementCountMismatch(statements.size(), 1);
        }
        return statements.get(0);
    }

    /**
     * Reads statements separated by semicolons; empty ones count for nothing. Question marks are counted through the
     * whole text, spans are offsets in it.
     *
     * @return at least one statement
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 000900 for a text without a statement
     */
    public List<Statement> parseAll(String sql) {
        List<Statement> statements = statements(new Grammar(sql, nameSource));
        if (statements.isEmpty()) {
            throw Errors.emptyStatement();
        }
        return List.copyOf(statements);
    }

    /** Reads one expression and nothing behind it. */
    public Expression parseExpression(String sql) {
        Grammar grammar = new Grammar(sql, nameSource);
        Expression expression = grammar.expressions().parse();
        if (!grammar.tokens().atEnd()) {
            throw grammar.tokens().unexpected();
        }
        return expression;
    }

    /**
     * Reads a place on a stage and nothing behind it.
     *
     * @param text with its at sign, such as an entry of IMPORTS
     */
    public StageLocation parseStageLocation(String text) {
        String literal = "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
        return new StageLocationParser(new Grammar(literal, nameSource)).parse();
    }

    /** How many values a text of statements wants: its question marks, or the highest {@code :n}. */
    public int countBinds(String sql) {
        Grammar grammar = new Grammar(sql, nameSource);
        statements(grammar);
        return grammar.tokens().highestBind();
    }

    private static List<Statement> statements(Grammar grammar) {
        Tokens tokens = grammar.tokens();
        List<Statement> statements = new ArrayList<>();
        while (true) {
            while (tokens.acceptSymbol(";")) {}
            if (tokens.atEnd()) {
                return statements;
            }
            statements.add(grammar.statements().statement());
            if (!tokens.atEnd() && !tokens.atSymbol(";")) {
                throw tokens.unexpected();
            }
        }
    }

    /** What {@code IDENTIFIER($variable)} and {@code IDENTIFIER(?)} stand for. */
    public interface NameSource {
        /**
         * The text of a session variable.
         *
         * @param name upper case
         * @return null if it is not set
         */
        @Nullable
        String variable(String name);

        /**
         * The text bound to a question mark.
         *
         * @param index 1-based
         * @return null if nothing is bound yet, as when a statement is described
         */
        @Nullable
        String bind(int index);
    }

    private static final class NoNames implements NameSource {
        @Override
        public @Nullable String variable(String name) {
            return null;
        }

        @Override
        public @Nullable String bind(int index) {
            return null;
        }
    }
}
