package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Call.Lambda;
import dev.inverterflow.snowflake.local.ast.Call.LambdaParameter;
import dev.inverterflow.snowflake.local.ast.Call.NullTreatment;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.ast.Window;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of functions: arguments and what may follow them. */
final class CallParser {
    /** @see <a href="https://docs.snowflake.com/en/sql-reference/functions-file">File functions</a> */
    private static final Set<String> STAGE_FUNCTIONS = Set.of(
            "BUILD_SCOPED_FILE_URL",
            "BUILD_STAGE_FILE_URL",
            "GET_ABSOLUTE_PATH",
            "GET_PRESIGNED_URL",
            "GET_RELATIVE_PATH",
            "GET_STAGE_LOCATION");

    private final Grammar grammar;
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final WindowParser windows;
    private final StarParser stars;

    CallParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
        this.windows = new WindowParser(tokens, expressions);
        this.stars = new StarParser(grammar);
    }

    /** A call whose name is already read. */
    FunctionCall parse(QualifiedName name, Token first) {
        tokens.expectSymbol("(");
        if (name.last().name().equals("DATE_PART") && tokens.peek(1).isWord("FROM")) {
            return partFrom(name, first);
        }
        boolean distinct = tokens.accept("DISTINCT");
        List<Argument> arguments =
                !distinct && tokens.atSymbol(")") ? List.of() : tokens.commaSeparated(() -> argumentOf(name));
        tokens.expectSymbol(")");
        List<OrderItem> withinGroup = withinGroup();
        if (name.last().name().equals("NTH_VALUE")) {
            skipFromFirst();
        }
        NullTreatment nulls = nullTreatment();
        Window window = tokens.atWord("OVER") && tokens.peek(1).isSymbol("(") ? windows.parse() : null;
        return new FunctionCall(name, arguments, distinct, withinGroup, nulls, window, tokens.spanFrom(first));
    }

    /** {@code DATE_PART(year FROM d)}, whose parenthesis is already read. */
    private FunctionCall partFrom(QualifiedName name, Token first) {
        Token part = tokens.next();
        if (part.kind() != TokenKind.WORD && part.kind() != TokenKind.STRING) {
            throw tokens.unexpected(part);
        }
        tokens.expect("FROM");
        Expression value = expressions.parse();
        tokens.expectSymbol(")");
        return new FunctionCall(
                name,
                List.of(
                        new Argument(null, new StringLiteral(part.text(), tokens.spanOf(part))),
                        new Argument(null, value)),
                false,
                List.of(),
                null,
                null,
                tokens.spanFrom(first));
    }

    /** {@code ()} or {@code (a, name => b)}. */
    List<Argument> arguments() {
        tokens.expectSymbol("(");
        List<Argument> arguments = tokens.atSymbol(")") ? List.of() : tokens.commaSeparated(this::argument);
        tokens.expectSymbol(")");
        return arguments;
    }

    /** As {@link #argument}, or a stage where the function takes one: its text with the at sign. */
    private Argument argumentOf(QualifiedName function) {
        if (tokens.at(TokenKind.STAGE)
                && STAGE_FUNCTIONS.contains(function.last().name())) {
            Token stage = tokens.next();
            return new Argument(null, new StringLiteral("@" + stage.text(), tokens.spanOf(stage)));
        }
        return argument();
    }

    private Argument argument() {
        if (stars.follows()) {
            return new Argument(null, stars.parse());
        }
        if (tokens.peek(1).isSymbol("=>") && grammar.names().atName()) {
            Identifier name = grammar.names().identifier();
            tokens.next();
            return new Argument(name, expressions.parse());
        }
        return new Argument(null, lambdaFollows() ? lambda() : expressions.parse());
    }

    private boolean lambdaFollows() {
        return tokens.peek(1).isSymbol("->")
                || grammar.names().atName() && tokens.peek(2).isSymbol("->")
                || tokens.atSymbol("(") && tokens.afterClosing(0).isSymbol("->");
    }

    private Expression lambda() {
        Token first = tokens.peek();
        List<LambdaParameter> parameters =
                tokens.atSymbol("(") ? tokens.parenthesised(this::lambdaParameter) : List.of(lambdaParameter());
        tokens.expectSymbol("->");
        return new Lambda(parameters, expressions.parse(), tokens.spanFrom(first));
    }

    private LambdaParameter lambdaParameter() {
        Identifier name = grammar.names().identifier();
        TypeName type = tokens.atSymbol(",") || tokens.atSymbol(")") || tokens.atSymbol("->")
                ? null
                : grammar.types().parse();
        return new LambdaParameter(name, type);
    }

    private List<OrderItem> withinGroup() {
        if (!tokens.accept("WITHIN", "GROUP")) {
            return List.of();
        }
        tokens.expectSymbol("(");
        tokens.expect("ORDER", "BY");
        List<OrderItem> items = expressions.orderItems();
        tokens.expectSymbol(")");
        return items;
    }

    /** Rows are counted from the first unless FROM LAST is written. */
    private void skipFromFirst() {
        if (tokens.atWords("FROM", "LAST")) {
            throw tokens.notSupported("NTH_VALUE … FROM LAST");
        }
        tokens.accept("FROM", "FIRST");
    }

    private @Nullable NullTreatment nullTreatment() {
        if (tokens.accept("IGNORE", "NULLS")) {
            return NullTreatment.IGNORE;
        }
        return tokens.accept("RESPECT", "NULLS") ? NullTreatment.RESPECT : null;
    }
}
