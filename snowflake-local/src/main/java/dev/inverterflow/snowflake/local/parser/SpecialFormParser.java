package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Operation.ArrayConstructor;
import dev.inverterflow.snowflake.local.ast.Operation.Case;
import dev.inverterflow.snowflake.local.ast.Operation.Cast;
import dev.inverterflow.snowflake.local.ast.Operation.CastForm;
import dev.inverterflow.snowflake.local.ast.Operation.ObjectConstructor;
import dev.inverterflow.snowflake.local.ast.Operation.ObjectEntry;
import dev.inverterflow.snowflake.local.ast.Operation.When;
import dev.inverterflow.snowflake.local.ast.Predicate.Exists;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import dev.inverterflow.snowflake.local.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Expressions with a syntax of their own: CASE, CAST, EXISTS, EXTRACT, POSITION, array and object constants. */
final class SpecialFormParser {
    /** What follows the brace of an escape. */
    private static final Set<String> ESCAPES = Set.of("CALL", "D", "FN", "OJ", "T", "TS");

    private final Grammar grammar;
    private final Tokens tokens;
    private final ExpressionParser expressions;

    SpecialFormParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
    }

    /** Whether the word that comes next begins a special form and is not just a name. */
    boolean follows() {
        return tokens.atWord("CASE") || tokens.peek(1).isSymbol("(");
    }

    /** The form that the next word begins. */
    Expression parse() {
        Token first = tokens.next();
        return switch (first.text()) {
            case "CASE" -> caseExpression(first);
            case "CAST" -> cast(first, CastForm.CAST);
            case "TRY_CAST" -> cast(first, CastForm.TRY_CAST);
            case "EXISTS" -> new Exists(grammar.queries().parenthesised(), tokens.spanFrom(first));
            case "EXTRACT" -> extract(first);
            case "POSITION" -> position(first);
            default -> throw tokens.unexpected(first);
        };
    }

    /** {@code [a, b]}. */
    Expression array() {
        Token first = tokens.next();
        List<Expression> items = tokens.atSymbol("]") ? List.of() : expressions.list();
        tokens.expectSymbol("]");
        return new ArrayConstructor(items, tokens.spanFrom(first));
    }

    /** {@code {'key': value}}, or all columns: {@code {*}}, {@code {t.* EXCLUDE c}}. */
    Expression object() {
        Token first = tokens.next();
        if (tokens.at(TokenKind.WORD) && ESCAPES.contains(tokens.peek().text())) {
            throw tokens.notSupported(
                    "escapes of ODBC and JDBC ({" + tokens.peek().text() + " …})");
        }
        StarParser stars = new StarParser(grammar);
        if (stars.follows()) {
            return objectOfColumns(stars.parse(), first);
        }
        List<ObjectEntry> entries = tokens.atSymbol("}") ? List.of() : tokens.commaSeparated(this::objectEntry);
        tokens.expectSymbol("}");
        return new ObjectConstructor(entries, tokens.spanFrom(first));
    }

    private Expression objectOfColumns(Star star, Token first) {
        if (!star.replace().isEmpty() || !star.rename().isEmpty()) {
            throw tokens.notSupported("REPLACE and RENAME in an object constant");
        }
        tokens.expectSymbol("}");
        return new FunctionCall(
                QualifiedName.of(Identifier.of("OBJECT_CONSTRUCT")),
                List.of(new Argument(null, star)),
                false,
                List.of(),
                null,
                null,
                tokens.spanFrom(first));
    }

    private ObjectEntry objectEntry() {
        String key = tokens.expectString();
        tokens.expectSymbol(":");
        return new ObjectEntry(key, expressions.parse());
    }

    private Expression caseExpression(Token first) {
        Expression operand = tokens.atWord("WHEN") ? null : expressions.parse();
        List<When> whens = new ArrayList<>();
        do {
            tokens.expect("WHEN");
            Expression condition = expressions.parse();
            tokens.expect("THEN");
            whens.add(new When(condition, expressions.parse()));
        } while (tokens.atWord("WHEN"));
        Expression otherwise = tokens.accept("ELSE") ? expressions.parse() : null;
        tokens.expect("END");
        return new Case(operand, whens, otherwise, tokens.spanFrom(first));
    }

    private Expression cast(Token first, CastForm form) {
        tokens.expectSymbol("(");
        Expression operand = expressions.parse();
        tokens.expect("AS");
        TypeName type = grammar.types().parse();
        tokens.expectSymbol(")");
        return new Cast(form, operand, type, tokens.spanFrom(first));
    }

    private Expression extract(Token first) {
        tokens.expectSymbol("(");
        Token part = tokens.next();
        if (part.kind() != TokenKind.WORD && part.kind() != TokenKind.STRING) {
            throw tokens.unexpected(part);
        }
        if (!tokens.acceptSymbol(",")) {
            tokens.expect("FROM");
        }
        Expression value = expressions.parse();
        tokens.expectSymbol(")");
        return call("DATE_PART", first, List.of(new StringLiteral(part.text(), tokens.spanOf(part)), value));
    }

    // POSITION(a IN b) or POSITION(a, b [, start]); the first is told by its IN, which is no predicate here.
    private Expression position(Token first) {
        tokens.expectSymbol("(");
        List<Expression> arguments = new ArrayList<>();
        arguments.add(expressions.parse(Precedence.CONCATENATION));
        if (tokens.accept("IN")) {
            arguments.add(expressions.parse());
        } else {
            while (tokens.acceptSymbol(",")) {
                arguments.add(expressions.parse());
            }
        }
        tokens.expectSymbol(")");
        return call("POSITION", first, arguments);
    }

    private Expression call(String function, Token first, List<Expression> arguments) {
        QualifiedName name = QualifiedName.of(Identifier.unquoted(function, tokens.spanOf(first)));
        List<Argument> byPosition =
                arguments.stream().map(value -> new Argument(null, value)).toList();
        return new FunctionCall(name, byPosition, false, List.of(), null, null, tokens.spanFrom(first));
    }
}
