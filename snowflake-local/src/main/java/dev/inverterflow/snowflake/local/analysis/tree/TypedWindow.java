package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.ast.Window.BoundKind;
import dev.inverterflow.snowflake.local.ast.Window.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands after OVER.
 *
 * @param frame null if none was written: the emitter knows the default
 */
public record TypedWindow(
        List<TypedExpression> partition,
        List<SortKey> order,
        @Nullable TypedFrame frame) {
    public TypedWindow {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
    }

    /** A frame. */
    public record TypedFrame(Unit unit, TypedBound start, TypedBound end) {}

    /** An end of a frame. */
    public record TypedBound(BoundKind kind, @Nullable TypedExpression offset) {}
}
