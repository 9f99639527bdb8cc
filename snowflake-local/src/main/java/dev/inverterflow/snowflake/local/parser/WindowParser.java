package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.Window;
import dev.inverterflow.snowflake.local.ast.Window.Bound;
import dev.inverterflow.snowflake.local.ast.Window.BoundKind;
import dev.inverterflow.snowflake.local.ast.Window.Frame;
import dev.inverterflow.snowflake.local.ast.Window.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code OVER (…)}. */
final class WindowParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    WindowParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Window parse() {
        Token first = tokens.peek();
        tokens.expect("OVER");
        tokens.expectSymbol("(");
        List<Expression> partitionBy = tokens.accept("PARTITION", "BY") ? expressions.list() : List.of();
        List<OrderItem> orderBy = tokens.accept("ORDER", "BY") ? expressions.orderItems() : List.of();
        Frame frame = frame();
        tokens.expectSymbol(")");
        return new Window(partitionBy, orderBy, frame, tokens.spanFrom(first));
    }

    private @Nullable Frame frame() {
        if (tokens.accept("ROWS")) {
            return bounds(Unit.ROWS);
        }
        return tokens.accept("RANGE") ? bounds(Unit.RANGE) : null;
    }

    private Frame bounds(Unit unit) {
        if (!tokens.accept("BETWEEN")) {
            return new Frame(unit, bound(), new Bound(BoundKind.CURRENT_ROW, null));
        }
        Bound start = bound();
        tokens.expect("AND");
        return new Frame(unit, start, bound());
    }

    private Bound bound() {
        if (tokens.accept("UNBOUNDED", "PRECEDING")) {
            return new Bound(BoundKind.UNBOUNDED_PRECEDING, null);
        }
        if (tokens.accept("UNBOUNDED", "FOLLOWING")) {
            return new Bound(BoundKind.UNBOUNDED_FOLLOWING, null);
        }
        if (tokens.accept("CURRENT", "ROW")) {
            return new Bound(BoundKind.CURRENT_ROW, null);
        }
        Expression offset = expressions.parse(Precedence.CONCATENATION);
        if (tokens.accept("PRECEDING")) {
            return new Bound(BoundKind.PRECEDING, offset);
        }
        tokens.expect("FOLLOWING");
        return new Bound(BoundKind.FOLLOWING, offset);
    }
}
