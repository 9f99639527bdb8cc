package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal.NumberLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Operation.PathAccess;
import dev.inverterflow.snowflake.local.ast.PathStep;
import java.util.ArrayList;
import java.util.List;

/** Ways into a VARIANT, in either writing. */
final class PathParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    PathParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Reads {@code :name}, {@code .name} and {@code [key]} as long as they follow. */
    Expression parse(Expression value, Token first) {
        List<PathStep> steps = new ArrayList<>();
        if (tokens.atSymbol(".")) {
            throw tokens.unexpected();
        }
        while (true) {
            if (tokens.acceptSymbol(":") || tokens.acceptSymbol(".")) {
                steps.add(field());
            } else if (tokens.acceptSymbol("[")) {
                steps.add(subscript());
            } else {
                return new PathAccess(value, steps, tokens.spanFrom(first));
            }
            tokens.nesting().grow();
        }
    }

    // Any word may name a field; unlike other names it keeps its case.
    private PathStep field() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case WORD -> new PathStep.Field(tokens.raw(token));
            case QUOTED_NAME -> new PathStep.Field(token.text());
            default -> throw tokens.unexpected(token);
        };
    }

    private PathStep subscript() {
        Expression key = expressions.parse();
        tokens.expectSymbol("]");
        if (key instanceof StringLiteral name) {
            return new PathStep.Field(name.value());
        }
        if (key instanceof NumberLiteral number && number.text().matches("\\d{1,9}")) {
            return new PathStep.Element(Integer.parseInt(number.text()));
        }
        return new PathStep.Computed(key);
    }
}
