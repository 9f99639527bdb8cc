package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedWindow;
import dev.inverterflow.snowflake.local.analysis.tree.TypedWindow.TypedBound;
import dev.inverterflow.snowflake.local.ast.Window.BoundKind;
import dev.inverterflow.snowflake.local.function.FunctionRow;
import dev.inverterflow.snowflake.local.function.FunctionRow.Role;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.type.SnowflakeType;

/** What stands in the parentheses after OVER. */
final class WindowText {
    private static final String WHOLE_PARTITION = "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";

    private final ExpressionEmitter expressions;

    WindowText(ExpressionEmitter expressions) {
        this.expressions = expressions;
    }

    String of(TypedWindow window, FunctionRow row) {
        var text = new StringBuilder();
        if (!window.partition().isEmpty()) {
            text.append("PARTITION BY ").append(expressions.orderings(window.partition()));
        }
        if (!window.order().isEmpty()) {
            text.append(" ORDER BY ").append(expressions.order(window.order()));
        }
        var frame = window.frame();
        if (frame != null) {
            text.append(' ').append(frame.unit().name()).append(" BETWEEN ");
            text.append(bound(frame.start())).append(" AND ").append(bound(frame.end()));
        } else if (seesWholePartition(row)) {
            text.append(' ').append(WHOLE_PARTITION);
        }
        return text.toString().strip();
    }

    /** FIRST_VALUE, LAST_VALUE and NTH_VALUE without a frame see the whole partition (their usage notes). */
    private static boolean seesWholePartition(FunctionRow row) {
        return row.role() == Role.NAVIGATION && row.name().endsWith("_VALUE");
    }

    private String bound(TypedBound bound) {
        return switch (bound.kind()) {
            case UNBOUNDED_PRECEDING -> "UNBOUNDED PRECEDING";
            case UNBOUNDED_FOLLOWING -> "UNBOUNDED FOLLOWING";
            case CURRENT_ROW -> "CURRENT ROW";
            case PRECEDING, FOLLOWING ->
                offset(bound) + (bound.kind() == BoundKind.PRECEDING ? " PRECEDING" : " FOLLOWING");
        };
    }

    private String offset(TypedBound bound) {
        var offset = bound.offset();
        if (offset == null) {
            throw new IllegalStateException("a bound without an offset");
        }
        return offset.type().kind().isNumeric()
                ? "CAST(" + expressions.emit(offset) + " AS BIGINT)"
                : Sql.cast(expressions.emit(offset), SnowflakeType.VARCHAR);
    }
}
