package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Command.Explain;
import dev.inverterflow.snowflake.local.ast.Command.ExplainFormat;
import dev.inverterflow.snowflake.local.ast.Command.ExplainLocal;
import dev.inverterflow.snowflake.local.ast.Statement;

/** EXPLAIN, and EXPLAIN LOCAL of the stand-in. */
final class ExplainParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    ExplainParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("EXPLAIN");
        if (tokens.accept("LOCAL")) {
            return new ExplainLocal(grammar.statements().statement(), tokens.spanFrom(first));
        }
        ExplainFormat format = tokens.accept("USING") ? format() : ExplainFormat.TABULAR;
        return new Explain(format, grammar.statements().statement(), tokens.spanFrom(first));
    }

    private ExplainFormat format() {
        for (ExplainFormat format : ExplainFormat.values()) {
            if (tokens.accept(format.name())) {
                return format;
            }
        }
        throw tokens.unexpected();
    }
}
