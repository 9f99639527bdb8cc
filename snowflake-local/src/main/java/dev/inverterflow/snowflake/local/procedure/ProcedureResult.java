package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Operation.Cast;
import dev.inverterflow.snowflake.local.ast.Operation.CastForm;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what a handler returned to the declared type and to the form in which results go over the wire. */
final class ProcedureResult {

    private static final Span OF_NO_CLIENT = Span.of("PARSE_JSON(?)");

    private ProcedureResult() {}

    /** The text on the wire, null for SQL NULL. */
    static @Nullable String encode(Procedure procedure, @Nullable Object value, SessionContext session) {
        if (value == null) {
            if (procedure.notNull()) {
                throw Errors.nullInNonNullableColumn();
            }
            return null;
        }
        SnowflakeType type = procedure.returns();
        if (type.kind().isSemiStructured()) {
            return asEveryOther(type, (String) value, session);
        }
        return WireValues.encode(WireValues.kind(type.kind()), fitted(type, value));
    }

    /** The session lays JSON out, so that a procedure's result looks like that of any query. */
    private static @Nullable String asEveryOther(SnowflakeType type, String json, SessionContext session) {
        Expression bind = new Reference.Bind(1, OF_NO_CLIENT);
        Expression parsed = new FunctionCall(
                QualifiedName.of(Identifier.of("PARSE_JSON")),
                List.of(new Argument(null, bind)),
                false,
                List.of(),
                null,
                null,
                OF_NO_CLIENT);
        TypeName name = new TypeName(type.displayName(), List.of(), OF_NO_CLIENT);
        Expression cast = new Cast(CastForm.CAST, parsed, name, OF_NO_CLIENT);
        return Evaluation.of(List.of(cast), Binds.of(List.of(Bind.of("TEXT", json))), session)
                .scalar();
    }

    private static Object fitted(SnowflakeType type, Object value) {
        if (value instanceof BigDecimal number) {
            return fitted(type, number);
        }
        if (value instanceof String text) {
            return fitted(type, text);
        }
        return value;
    }

    private static Object fitted(SnowflakeType type, BigDecimal number) {
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() > type.precision()) {
            throw new SnowflakeException(
                    100039,
                    "22003",
                    "Number out of representable range: type %s, value %s"
                            .formatted(type.displayName(), number.toPlainString()));
        }
        return rounded;
    }

    private static Object fitted(SnowflakeType type, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > type.length()) {
            throw new SnowflakeException(
                    100078, "22000", "String of %d characters is too long and would be truncated".formatted(length));
        }
        return text;
    }
}
