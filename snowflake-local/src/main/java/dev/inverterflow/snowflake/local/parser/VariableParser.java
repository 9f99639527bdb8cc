package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Command.SetVariables;
import dev.inverterflow.snowflake.local.ast.Command.UnsetVariables;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** SET and UNSET of session variables. */
final class VariableParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    VariableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.next();
        return first.isWord("SET") ? set(first) : unset(first);
    }

    private Statement set(Token first) {
        if (!tokens.atSymbol("(")) {
            Identifier name = grammar.names().identifier();
            tokens.expectSymbol("=");
            Expression value = grammar.expressions().parse();
            return new SetVariables(List.of(name), List.of(value), tokens.spanFrom(first));
        }
        List<Identifier> names = names();
        tokens.expectSymbol("=");
        List<Expression> values = grammar.expressions().parenthesisedList();
        if (values.size() != names.size()) {
            throw tokens.unexpected(tokens.last());
        }
        return new SetVariables(names, values, tokens.spanFrom(first));
    }

    private Statement unset(Token first) {
        List<Identifier> names =
                tokens.atSymbol("(") ? names() : List.of(grammar.names().identifier());
        return new UnsetVariables(names, tokens.spanFrom(first));
    }

    private List<Identifier> names() {
        return tokens.parenthesised(() -> grammar.names().identifier());
    }
}
