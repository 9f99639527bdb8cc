package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedWindow;
import dev.inverterflow.snowflake.local.analysis.tree.TypedWindow.TypedBound;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Window.BoundKind;
import dev.inverterflow.snowflake.local.ast.Window.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which clauses aggregates and windows may stand, and of what a window may be made. */
final class ClauseRules {
    private static final List<BoundKind> IN_ORDER = List.of(
            BoundKind.UNBOUNDED_PRECEDING,
            BoundKind.PRECEDING,
            BoundKind.CURRENT_ROW,
            BoundKind.FOLLOWING,
            BoundKind.UNBOUNDED_FOLLOWING);

    private ClauseRules() {}

    /**
     * Refuses aggregates and windows.
     *
     * @param clause what messages call the place, in lower case
     */
    static void refuseAggregates(TypedExpression typed, @Nullable Expression written, String clause) {
        refuseWindows(typed, written);
        if (TypedTrees.hasAggregate(typed)) {
            throw AnalysisErrors.aggregateNotAllowed(text(written), clause);
        }
    }

    static void refuseWindows(TypedExpression typed, @Nullable Expression written) {
        if (TypedTrees.hasWindow(typed)) {
            throw AnalysisErrors.windowNotAllowed(text(written));
        }
    }

    /** Refuses a frame that no row can be in, and one without an order. */
    static void checkFrame(String function, TypedWindow window) {
        var frame = window.frame();
        if (frame == null) {
            return;
        }
        if (window.order().isEmpty()) {
            throw AnalysisErrors.orderRequired(function);
        }
        int start = IN_ORDER.indexOf(frame.start().kind());
        int end = IN_ORDER.indexOf(frame.end().kind());
        boolean endless = frame.start().kind() == BoundKind.UNBOUNDED_FOLLOWING
                || frame.end().kind() == BoundKind.UNBOUNDED_PRECEDING;
        if (endless || start > end || start == end && isReversed(frame)) {
            throw AnalysisErrors.invalidFrame(function);
        }
        checkOffset(function, frame.start(), window);
        checkOffset(function, frame.end(), window);
    }

    /** Whether of two rows or values on the same side of the current one the later begins the frame. */
    private static boolean isReversed(TypedWindow.TypedFrame frame) {
        var start = number(frame.start());
        var end = number(frame.end());
        if (start == null || end == null) {
            return false;
        }
        int order = start.compareTo(end);
        return frame.start().kind() == BoundKind.PRECEDING ? order < 0 : order > 0;
    }

    private static @Nullable BigDecimal number(TypedBound bound) {
        var offset = bound.offset();
        var text = offset == null ? null : Coercion.constantText(offset);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException interval) {
            return null;
        }
    }

    /** An offset is not negative; one of RANGE counts along the one key of the order, a number. */
    private static void checkOffset(String function, TypedBound bound, TypedWindow window) {
        var offset = bound.offset();
        if (offset == null) {
            return;
        }
        var text = Coercion.constantText(offset);
        if (text != null && text.startsWith("-")) {
            throw AnalysisErrors.invalidArgument("A frame's offset is negative");
        }
        var frame = window.frame();
        boolean range = frame != null && frame.unit() == Unit.RANGE;
        boolean numeric = window.order().size() == 1
                && window.order().get(0).expression().type().kind().isNumeric()
                && offset.type().kind().isNumeric();
        if (range && !numeric) {
            throw AnalysisErrors.invalidFrame(function);
        }
    }

    private static String text(@Nullable Expression written) {
        return written == null ? "" : written.span().text();
    }
}
