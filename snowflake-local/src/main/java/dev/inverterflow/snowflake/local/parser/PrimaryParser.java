package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.BooleanLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.IntervalLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.NullLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.NumberLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.TypedLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.TypedLiteralKind;
import dev.inverterflow.snowflake.local.ast.Operation.RowValue;
import dev.inverterflow.snowflake.local.ast.Operation.ScalarSubquery;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.Bind;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Reference.PositionalColumn;
import dev.inverterflow.snowflake.local.ast.Reference.SessionVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression can begin with. */
final class PrimaryParser {
    private static final int MAX_COLUMN_PARTS = 4;

    /**
     * Behind the text of an interval they make it a value of an interval data type.
     *
     * @see <a href="https://docs.snowflake.com/en/sql-reference/data-types-datetime">Interval literals</a>
     */
    private static final Set<String> INTERVAL_QUALIFIERS = Set.of(
            "YEAR", "YEARS", "MONTH", "MONTHS", "DAY", "DAYS", "HOUR", "HOURS", "MINUTE", "MINUTES", "SECOND",
            "SECONDS");

    private final Grammar grammar;
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final CallParser calls;
    private final SpecialFormParser specialForms;

    PrimaryParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
        this.calls = new CallParser(grammar, expressions);
        this.specialForms = new SpecialFormParser(grammar, expressions);
    }

    Expression parse() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> new NumberLiteral(token.text(), tokens.spanOf(tokens.next()));
            case STRING -> new StringLiteral(token.text(), tokens.spanOf(tokens.next()));
            case BIND -> bind(Integer.parseInt(token.text()), tokens.next());
            case VARIABLE -> new SessionVariable(token.text(), tokens.spanOf(tokens.next()));
            case POSITION -> positional(null, token);
            case QUOTED_NAME -> named();
            case WORD -> word(token);
            case SYMBOL -> symbol(token);
            case STAGE, FILE_URL, END -> throw tokens.unexpected();
        };
    }

    /** A call, where nothing else may stand. */
    FunctionCall call() {
        Token first = tokens.peek();
        Expression call = named();
        if (call instanceof FunctionCall function) {
            return function;
        }
        throw tokens.at(TokenKind.END) ? tokens.unexpected() : tokens.unexpected(first);
    }

    /** The arguments of a call without its name: {@code (a, name => b)}. */
    List<Argument> arguments() {
        return calls.arguments();
    }

    private Expression word(Token token) {
        switch (token.text()) {
            case "NULL":
                return new NullLiteral(tokens.spanOf(tokens.next()));
            case "TRUE":
                return new BooleanLiteral(true, tokens.spanOf(tokens.next()));
            case "FALSE":
                return new BooleanLiteral(false, tokens.spanOf(tokens.next()));
            case "DATE", "TIME", "TIMESTAMP", "INTERVAL":
                return tokens.peek(1).kind() == TokenKind.STRING ? typedLiteral(token) : named();
            case "X":
                return binaryLiteralFollows(token) ? binaryLiteral(token) : named();
            case "LIKE", "ILIKE":
                return tokens.peek(1).isSymbol("(") ? new PredicateParser(grammar, expressions).call() : named();
            case "CONNECT_BY_ROOT", "PRIOR":
                return tokens.peek(1).kind() == TokenKind.WORD ? hierarchical() : named();
            case "CASE", "CAST", "TRY_CAST", "EXISTS", "EXTRACT", "POSITION":
                return specialForms.follows() ? specialForms.parse() : named();
            default:
                return ReservedWords.CONTEXT_FUNCTIONS.contains(token.text()) ? contextFunction() : named();
        }
    }

    private Expression hierarchical() {
        throw tokens.notSupported("hierarchical queries: " + tokens.peek().text());
    }

    private Expression typedLiteral(Token kind) {
        tokens.next();
        String value = tokens.expectString();
        if (kind.isWord("INTERVAL")
                && INTERVAL_QUALIFIERS.contains(tokens.peek().text())
                && tokens.at(TokenKind.WORD)) {
            throw tokens.notSupported("interval data types (INTERVAL '" + value + "' "
                    + tokens.peek().text() + ")");
        }
        return kind.isWord("INTERVAL")
                ? new IntervalLiteral(value, tokens.spanFrom(kind))
                : new TypedLiteral(TypedLiteralKind.valueOf(kind.text()), value, tokens.spanFrom(kind));
    }

    /** Nothing may stand between the X and its quotes. */
    private boolean binaryLiteralFollows(Token token) {
        Token text = tokens.peek(1);
        return text.kind() == TokenKind.STRING && text.start() == token.end();
    }

    private Expression binaryLiteral(Token token) {
        tokens.next();
        return new TypedLiteral(TypedLiteralKind.BINARY, tokens.expectString(), tokens.spanFrom(token));
    }

    private Expression contextFunction() {
        Token token = tokens.next();
        QualifiedName name = QualifiedName.of(Identifier.unquoted(token.text(), tokens.spanOf(token)));
        return tokens.atSymbol("(")
                ? calls.parse(name, token)
                : new FunctionCall(name, List.of(), false, List.of(), null, null, tokens.spanOf(token));
    }

    // A column, a positional column of a table, or a call.
    private Expression named() {
        Token first = tokens.peek();
        if (grammar.names().atDynamicName()) {
            return named(grammar.names().dynamicName().parts(), first);
        }
        if (first.kind() == TokenKind.WORD && tokens.peek(1).isSymbol("(") && isFunctionName(first)) {
            tokens.next();
            Identifier name = Identifier.unquoted(first.text(), tokens.spanOf(first));
            return calls.parse(QualifiedName.of(name), first);
        }
        if (!NameParser.isNameBut(first, ReservedWords.IN_EXPRESSION)) {
            throw tokens.unexpected();
        }
        List<Identifier> parts = new ArrayList<>(2);
        parts.add(grammar.names().identifier());
        while (tokens.atSymbol(".") && parts.size() < MAX_COLUMN_PARTS) {
            tokens.next();
            if (tokens.at(TokenKind.POSITION)) {
                return positional(new QualifiedName(parts, tokens.spanFrom(first)), first);
            }
            parts.add(grammar.names().identifier());
        }
        return named(parts, first);
    }

    private Expression named(List<Identifier> parts, Token first) {
        return tokens.atSymbol("(")
                ? calls.parse(new QualifiedName(parts, tokens.spanFrom(first)), first)
                : new ColumnReference(parts, tokens.spanFrom(first));
    }

    private static boolean isFunctionName(Token token) {
        return ReservedWords.FUNCTIONS.contains(token.text())
                || NameParser.isNameBut(token, ReservedWords.IN_EXPRESSION);
    }

    private Expression positional(@Nullable QualifiedName qualifier, Token first) {
        Token token = tokens.next();
        if (token.text().length() > 5 || token.text().startsWith("0")) {
            throw tokens.unexpected(token);
        }
        return new PositionalColumn(qualifier, Integer.parseInt(token.text()), tokens.spanFrom(first));
    }

    private Expression symbol(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesised(token);
            case "[" -> specialForms.array();
            case "{" -> specialForms.object();
            case ":" -> numberedBind(token);
            case "**" -> throw tokens.notSupported("the expansion operator **");
            default -> throw tokens.unexpected();
        };
    }

    private Expression parenthesised(Token first) {
        if (grammar.queries().queryFollows(1)) {
            return new ScalarSubquery(grammar.queries().parenthesised(), tokens.spanFrom(first));
        }
        List<Expression> items = expressions.parenthesisedList();
        return items.size() == 1 ? items.get(0) : new RowValue(items, tokens.spanFrom(first));
    }

    private Expression numberedBind(Token first) {
        tokens.next();
        if (tokens.at(TokenKind.WORD)) {
            throw tokens.notSupported(
                    "variables of Snowflake Scripting (:" + tokens.peek().text() + ")");
        }
        Token number = tokens.peek();
        int index = tokens.expectInt();
        if (index < 1) {
            throw tokens.unexpected(number);
        }
        return bind(index, first);
    }

    private Expression bind(int index, Token first) {
        tokens.noteBind(index);
        return new Bind(index, tokens.spanFrom(first));
    }
}
