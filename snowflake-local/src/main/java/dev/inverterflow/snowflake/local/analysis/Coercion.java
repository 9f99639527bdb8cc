package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Conversion;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Value;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.Accepts;
import dev.inverterflow.snowflake.local.function.Casts.Mode;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversions that nobody wrote. */
final class Coercion {
    private Coercion() {}

    /** The expression as a value of a type; none is added if it has the type already. */
    static TypedExpression to(TypedExpression expression, SnowflakeType type) {
        return expression.type().equals(type) || fitsUnchanged(expression.type(), type)
                ? expression
                : new Conversion(expression, type, Mode.CAST, maybeNull(expression, type));
    }

    /** A shorter text is stored like a longer one. */
    private static boolean fitsUnchanged(SnowflakeType from, SnowflakeType to) {
        return from.is(to.kind())
                && (from.is(TypeKind.TEXT) || from.is(TypeKind.BINARY))
                && from.length() <= to.length()
                && Objects.equals(from.collation(), to.collation());
    }

    static boolean maybeNull(TypedExpression expression, SnowflakeType type) {
        return expression.nullable()
                || (expression.type().kind().isSemiStructured() && !type.kind().isSemiStructured());
    }

    /** The expression as a condition. */
    static TypedExpression condition(TypedExpression expression, Expression written) {
        var kind = expression.type().kind();
        if (kind != TypeKind.BOOLEAN && kind != TypeKind.NULL && kind != TypeKind.VARIANT) {
            throw AnalysisErrors.notAPredicate(expression.type(), written.span().text());
        }
        return to(expression, SnowflakeType.BOOLEAN);
    }

    /** The expression as a boolean operand. */
    static TypedExpression bool(TypedExpression expression, String operator, Expression written) {
        var type = Accepts.BOOLEAN
                .accept(expression.type())
                .orElseThrow(() -> Errors.invalidArgumentTypes(
                        operator,
                        expression.type().displayName(),
                        written.position().line(),
                        written.position().column()));
        return to(expression, type);
    }

    /** Which of two values is the less is known of values of one type only; ORDER BY, MIN and MAX put them in some order. */
    static void requireOrder(TypedExpression expression, Position position) {
        if (expression.type().kind().isSemiStructured()) {
            throw Errors.notSupported(
                    "an order of " + expression.type() + " values; cast them", position.line(), position.column());
        }
    }

    /** The type in which values are compared; a VARIANT beside a typed value becomes of its type. */
    static Optional<SnowflakeType> comparable(List<SnowflakeType> types) {
        var typed = types.stream()
                .filter(type -> !type.is(TypeKind.VARIANT) && !type.is(TypeKind.NULL))
                .toList();
        if (typed.size() == types.size() || typed.isEmpty()) {
            return TypeRules.common(types);
        }
        return TypeRules.common(typed).map(type -> types.contains(SnowflakeType.VARIANT) ? besideVariant(type) : type);
    }

    /** A VARIANT may hold more digits, and longer texts, than what it is compared with. */
    private static SnowflakeType besideVariant(SnowflakeType type) {
        return switch (type.kind()) {
            case FIXED -> SnowflakeType.FLOAT;
            case TEXT -> SnowflakeType.VARCHAR.withCollation(type.collation());
            case BINARY -> SnowflakeType.BINARY;
            default -> type;
        };
    }

    /** The text of a constant, also one that was converted; null if it is none, or NULL. */
    static @Nullable String constantText(TypedExpression expression) {
        if (expression instanceof Value value) {
            return value.constant().text();
        }
        if (expression instanceof Conversion conversion && conversion.operand() instanceof Value value) {
            var from = value.type().kind();
            var to = conversion.type().kind();
            boolean sameText = to == TypeKind.TEXT && from == TypeKind.TEXT
                    || to == TypeKind.FIXED
                            && from == TypeKind.FIXED
                            && value.type().scale() == 0;
            return sameText ? value.constant().text() : null;
        }
        return null;
    }
}
