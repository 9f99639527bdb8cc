package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.DescribeResult;
import dev.inverterflow.snowflake.local.ast.Inspection.DescribeTransaction;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.Statement;

/** DESCRIBE and DESC. */
final class DescribeParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    DescribeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.next();
        if (tokens.accept("RESULT")) {
            Expression query = grammar.expressions().parse();
            return new DescribeResult(query, tokens.spanFrom(first));
        }
        if (tokens.accept("TRANSACTION")) {
            return new DescribeTransaction(transaction(), tokens.spanFrom(first));
        }
        ObjectTargetParser objects = new ObjectTargetParser(grammar);
        ObjectKind kind = objects.kind("DESCRIBE");
        ObjectTarget object = objects.target(kind);
        if (kind == ObjectKind.TABLE && tokens.accept("TYPE")) {
            tokens.expectSymbol("=");
            if (tokens.atWord("STAGE")) {
                throw tokens.notSupported("DESCRIBE TABLE … TYPE = STAGE");
            }
            tokens.expect("COLUMNS");
        }
        return new Describe(object, tokens.spanFrom(first));
    }

    /** The number of a transaction, which must be a literal. */
    private long transaction() {
        Token number = tokens.expect(TokenKind.NUMBER);
        try {
            return Long.parseLong(number.text());
        } catch (NumberFormatException other) {
            throw tokens.unexpected(number);
        }
    }
}
