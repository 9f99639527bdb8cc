package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.TimeTravel;
import dev.inverterflow.snowflake.local.ast.TimeTravel.Edge;
import dev.inverterflow.snowflake.local.ast.TimeTravel.Reckoning;
import org.jspecify.annotations.Nullable;

/** {@code AT (…)} and {@code BEFORE (…)}. */
final class TimeTravelParser {
    private final Grammar grammar;
    private final Tokens tokens;

    TimeTravelParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** The moment, if one comes next. */
    @Nullable
    TimeTravel optional() {
        if (!tokens.atWord("AT") && !tokens.atWord("BEFORE")) {
            return null;
        }
        Edge edge = tokens.next().isWord("AT") ? Edge.AT : Edge.BEFORE;
        tokens.expectSymbol("(");
        Reckoning reckoning = reckoning();
        tokens.expectSymbol("=>");
        Expression value = grammar.expressions().parse();
        tokens.expectSymbol(")");
        return new TimeTravel(edge, reckoning, value);
    }

    private Reckoning reckoning() {
        for (Reckoning candidate : Reckoning.values()) {
            if (tokens.accept(candidate.name())) {
                return candidate;
            }
        }
        throw tokens.unexpected();
    }
}
