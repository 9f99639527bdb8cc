package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Predicate.Between;
import dev.inverterflow.snowflake.local.ast.Predicate.InList;
import dev.inverterflow.snowflake.local.ast.Predicate.InQuery;
import dev.inverterflow.snowflake.local.ast.Predicate.IsBoolean;
import dev.inverterflow.snowflake.local.ast.Predicate.IsDistinctFrom;
import dev.inverterflow.snowflake.local.ast.Predicate.IsNull;
import dev.inverterflow.snowflake.local.ast.Predicate.Like;
import dev.inverterflow.snowflake.local.ast.Predicate.LikeOperator;
import dev.inverterflow.snowflake.local.ast.Predicate.Quantifier;
import java.util.List;

/** What follows a value and asks something about it: IS, IN, BETWEEN, LIKE and its kin. */
final class PredicateParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final ExpressionParser expressions;

    PredicateParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
    }

    /** Whether a predicate comes next. */
    boolean atPredicate() {
        Token token = tokens.peek();
        return token.isWord("IS") || isNegatable(token.isWord("NOT") ? tokens.peek(1) : token);
    }

    /** The predicate over a value that is already read. */
    Expression parse(Expression value, Token first) {
        if (tokens.accept("IS")) {
            return is(value, first);
        }
        boolean negated = tokens.accept("NOT");
        Token word = tokens.next();
        return switch (word.text()) {
            case "BETWEEN" -> between(value, first, negated);
            case "IN" -> in(value, first, negated);
            case "LIKE" -> like(value, first, LikeOperator.LIKE, negated);
            case "ILIKE" -> like(value, first, LikeOperator.ILIKE, negated);
            case "RLIKE", "REGEXP" -> like(value, first, LikeOperator.RLIKE, negated);
            default -> throw tokens.unexpected(word);
        };
    }

    private static boolean isNegatable(Token token) {
        return token.kind() == TokenKind.WORD
                && switch (token.text()) {
                    case "BETWEEN", "IN", "LIKE", "ILIKE", "RLIKE", "REGEXP" -> true;
                    default -> false;
                };
    }

    private Expression is(Expression value, Token first) {
        boolean negated = tokens.accept("NOT");
        if (tokens.accept("NULL")) {
            return new IsNull(value, negated, tokens.spanFrom(first));
        }
        if (tokens.accept("TRUE")) {
            return new IsBoolean(value, true, negated, tokens.spanFrom(first));
        }
        if (tokens.accept("FALSE")) {
            return new IsBoolean(value, false, negated, tokens.spanFrom(first));
        }
        tokens.expect("DISTINCT", "FROM");
        Expression other = expressions.parse(Precedence.CONCATENATION);
        return new IsDistinctFrom(value, other, negated, tokens.spanFrom(first));
    }

    private Expression between(Expression value, Token first, boolean negated) {
        Expression low = expressions.parse(Precedence.CONCATENATION);
        tokens.expect("AND");
        Expression high = expressions.parse(Precedence.CONCATENATION);
        return new Between(value, low, high, negated, tokens.spanFrom(first));
    }

    private Expression in(Expression value, Token first, boolean negated) {
        if (tokens.atSymbol("(") && grammar.queries().queryFollows(1)) {
            return new InQuery(value, grammar.queries().parenthesised(), negated, tokens.spanFrom(first));
        }
        return new InList(value, expressions.parenthesisedList(), negated, tokens.spanFrom(first));
    }

    /**
     * {@code LIKE(value, pattern)} and {@code LIKE(value, pattern, escape)}, ILIKE likewise
     * (docs.snowflake.com/en/sql-reference/functions/like).
     */
    Expression call() {
        Token first = tokens.next();
        List<Expression> arguments = expressions.parenthesisedList();
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw tokens.unexpected(first);
        }
        return new Like(
                LikeOperator.valueOf(first.text()),
                Quantifier.SINGLE,
                arguments.get(0),
                List.of(arguments.get(1)),
                arguments.size() == 3 ? arguments.get(2) : null,
                false,
                tokens.spanFrom(first));
    }

    private Expression like(Expression value, Token first, LikeOperator operator, boolean negated) {
        Quantifier quantifier = quantifier(operator);
        List<Expression> patterns = quantifier == Quantifier.SINGLE
                ? List.of(expressions.parse(Precedence.CONCATENATION))
                : expressions.parenthesisedList();
        Expression escape = operator != LikeOperator.RLIKE && tokens.accept("ESCAPE")
                ? expressions.parse(Precedence.CONCATENATION)
                : null;
        return new Like(operator, quantifier, value, patterns, escape, negated, tokens.spanFrom(first));
    }

    private Quantifier quantifier(LikeOperator operator) {
        if (operator != LikeOperator.RLIKE && tokens.accept("ANY")) {
            return Quantifier.ANY;
        }
        return operator == LikeOperator.LIKE && tokens.accept("ALL") ? Quantifier.ALL : Quantifier.SINGLE;
    }
}
