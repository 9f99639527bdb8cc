package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Operation.Binary;
import dev.inverterflow.snowflake.local.ast.Operation.Cast;
import dev.inverterflow.snowflake.local.ast.Operation.CastForm;
import dev.inverterflow.snowflake.local.ast.Operation.Unary;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.Predicate.QuantifiedComparison;
import dev.inverterflow.snowflake.local.ast.Predicate.Quantifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.DefaultValue;
import dev.inverterflow.snowflake.local.ast.UnaryOperator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions by precedence climbing (Pratt): a prefix, then infix and postfix operators as long as they bind tightly
 * enough. What begins an expression is {@link PrimaryParser}'s, LIKE and its kin are {@link PredicateParser}'s.
 */
final class ExpressionParser {
    private static final Map<String, BinaryOperator> OPERATORS = Map.ofEntries(
            Map.entry("OR", BinaryOperator.OR),
            Map.entry("AND", BinaryOperator.AND),
            Map.entry("=", BinaryOperator.EQUAL),
            Map.entry("<>", BinaryOperator.NOT_EQUAL),
            Map.entry("!=", BinaryOperator.NOT_EQUAL),
            Map.entry("<", BinaryOperator.LESS),
            Map.entry("<=", BinaryOperator.LESS_OR_EQUAL),
            Map.entry(">", BinaryOperator.GREATER),
            Map.entry(">=", BinaryOperator.GREATER_OR_EQUAL),
            Map.entry("||", BinaryOperator.CONCATENATE),
            Map.entry("+", BinaryOperator.ADD),
            Map.entry("-", BinaryOperator.SUBTRACT),
            Map.entry("*", BinaryOperator.MULTIPLY),
            Map.entry("/", BinaryOperator.DIVIDE),
            Map.entry("%", BinaryOperator.MODULO));

    private final Grammar grammar;
    private final Tokens tokens;
    private final PrimaryParser primaries;
    private final PredicateParser predicates;
    private final PathParser paths;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.primaries = new PrimaryParser(grammar, this);
        this.predicates = new PredicateParser(grammar, this);
        this.paths = new PathParser(tokens, this);
    }

    /** A whole expression. */
    Expression parse() {
        return tokens.nesting().nested(() -> parse(Precedence.OR));
    }

    /** An expression whose operators all bind at least this tightly. */
    Expression parse(Precedence loosest) {
        return tokens.nesting().level(() -> climb(loosest));
    }

    /** {@code expression, …}. */
    List<Expression> list() {
        return tokens.commaSeparated(this::parse);
    }

    /** {@code (expression, …)}. */
    List<Expression> parenthesisedList() {
        return tokens.parenthesised(this::parse);
    }

    /** An expression or DEFAULT. */
    Expression valueOrDefault() {
        if (tokens.atWord("DEFAULT")
                && (tokens.peek(1).isSymbol(",") || tokens.peek(1).isSymbol(")") || endsValue(tokens.peek(1)))) {
            return new DefaultValue(tokens.spanOf(tokens.next()));
        }
        return parse();
    }

    /** {@code key [ASC | DESC] [NULLS FIRST | LAST], …}. */
    List<OrderItem> orderItems() {
        return tokens.commaSeparated(this::orderItem);
    }

    /** What can stand where a call can, for TABLE(…) and LATERAL. */
    PrimaryParser primaries() {
        return primaries;
    }

    private static boolean endsValue(Token token) {
        return token.kind() == TokenKind.END
                || token.isSymbol(";")
                || token.isWord("WHERE")
                || token.isWord("FROM")
                || token.isWord("WHEN");
    }

    private OrderItem orderItem() {
        if (tokens.atWord("ALL")) {
            throw tokens.notSupported("ORDER BY ALL in a window or an aggregate");
        }
        return orderItem(parse());
    }

    /** What follows the key of an ORDER BY. */
    OrderItem orderItem(Expression key) {
        OrderItem.Direction direction = OrderItem.Direction.ASCENDING;
        if (tokens.accept("DESC")) {
            direction = OrderItem.Direction.DESCENDING;
        } else {
            tokens.accept("ASC");
        }
        return new OrderItem(key, direction, nullOrder());
    }

    private OrderItem.@Nullable NullOrder nullOrder() {
        if (tokens.accept("NULLS", "FIRST")) {
            return OrderItem.NullOrder.FIRST;
        }
        return tokens.accept("NULLS", "LAST") ? OrderItem.NullOrder.LAST : null;
    }

    private Expression climb(Precedence loosest) {
        Token first = tokens.peek();
        Expression left = prefix(loosest);
        while (true) {
            Precedence next = nextOperator();
            if (next == null || next.compareTo(loosest) < 0) {
                return left;
            }
            left = continued(left, first, next);
            tokens.nesting().grow();
        }
    }

    private Expression prefix(Precedence loosest) {
        Token first = tokens.peek();
        if (tokens.atWord("NOT") && loosest.compareTo(Precedence.NOT) <= 0) {
            return unary(first, UnaryOperator.NOT, Precedence.NOT);
        }
        if (tokens.atSymbol("-")) {
            return unary(first, UnaryOperator.MINUS, Precedence.SIGN);
        }
        if (tokens.atSymbol("+")) {
            return unary(first, UnaryOperator.PLUS, Precedence.SIGN);
        }
        return primaries.parse();
    }

    private Expression unary(Token first, UnaryOperator operator, Precedence operandPrecedence) {
        tokens.next();
        Expression operand = tokens.nesting().nested(() -> parse(operandPrecedence));
        return new Unary(operator, operand, tokens.spanFrom(first));
    }

    private @Nullable Precedence nextOperator() {
        Token token = tokens.peek();
        if (token.kind() == TokenKind.WORD) {
            return switch (token.text()) {
                case "OR" -> Precedence.OR;
                case "AND" -> Precedence.AND;
                case "COLLATE" -> tokens.peek(1).kind() == TokenKind.STRING ? Precedence.POSTFIX : null;
                default -> predicates.atPredicate() ? Precedence.COMPARISON : null;
            };
        }
        if (token.kind() != TokenKind.SYMBOL) {
            return null;
        }
        return switch (token.text()) {
            case "=", "<>", "!=", "<", "<=", ">", ">=" -> Precedence.COMPARISON;
            case "||" -> Precedence.CONCATENATION;
            case "+", "-" -> Precedence.ADDITION;
            case "*", "/", "%" -> Precedence.MULTIPLICATION;
            case "::", ":", "[", "." -> Precedence.POSTFIX;
            default -> null;
        };
    }

    private Expression continued(Expression left, Token first, Precedence operator) {
        if (operator == Precedence.POSTFIX) {
            return postfix(left, first);
        }
        BinaryOperator binary = OPERATORS.get(tokens.peek().text());
        if (binary == null) {
            return predicates.parse(left, first);
        }
        tokens.next();
        if (binary.isComparison() && atQuantifier()) {
            return quantified(left, first, binary);
        }
        Expression right = parse(operator.tighter());
        return new Binary(binary, left, right, tokens.spanFrom(first));
    }

    private Expression postfix(Expression left, Token first) {
        if (tokens.acceptSymbol("::")) {
            return new Cast(CastForm.OPERATOR, left, grammar.types().parse(), tokens.spanFrom(first));
        }
        if (tokens.accept("COLLATE")) {
            return collated(left, first);
        }
        return paths.parse(left, first);
    }

    /** {@code x COLLATE 'en'} as the call that it is another form of. */
    private Expression collated(Expression left, Token first) {
        Token written = tokens.peek();
        Expression specification = new StringLiteral(tokens.expectString(), tokens.spanOf(written));
        List<Argument> arguments = List.of(new Argument(null, left), new Argument(null, specification));
        QualifiedName name = QualifiedName.of(Identifier.of("COLLATE"));
        return new FunctionCall(name, arguments, false, List.of(), null, null, tokens.spanFrom(first));
    }

    private boolean atQuantifier() {
        return tokens.atWord("ANY") || tokens.atWord("SOME") || tokens.atWord("ALL");
    }

    private Expression quantified(Expression left, Token first, BinaryOperator operator) {
        Quantifier quantifier = tokens.next().isWord("ALL") ? Quantifier.ALL : Quantifier.ANY;
        return new QuantifiedComparison(
                left, operator, quantifier, grammar.queries().parenthesised(), tokens.spanFrom(first));
    }
}
