package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.NumberLiteral;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Operation.Cast;
import dev.inverterflow.snowflake.local.ast.Operation.CastForm;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a COPY makes of a value of a file for the column that it fills.
 *
 * @param forms how texts are read
 * @param truncates whether texts that are too long lose their end instead of being refused
 */
record ColumnValue(ValueForms forms, boolean truncates) {
    /** A field of a delimited file: JSON for a semi-structured column. */
    Expression ofText(Expression field, Column column, Span span) {
        return switch (column.type().kind()) {
            case VARIANT -> call("PARSE_JSON", field, null, span);
            case ARRAY, OBJECT ->
                cast(call("PARSE_JSON", field, null, span), column.type().kind().name(), List.of(), span);
            default -> ofString(field, column.type(), span);
        };
    }

    /** A member of a JSON value. */
    Expression ofVariant(Expression member, Column column, Span span) {
        var type = column.type();
        if (type.kind() == TypeKind.VARIANT) {
            return member;
        }
        return type.kind() == TypeKind.TEXT || hasForm(type)
                ? ofString(cast(member, "VARCHAR", List.of(), span), type, span)
                : cast(member, type, span);
    }

    /** What a transformation gives: a field that it takes as it is, or anything else. */
    Expression ofTransformed(Expression value, Column column, boolean asItIs, Span span) {
        if (asItIs) {
            return ofString(value, column.type(), span);
        }
        return truncates && column.type().kind() == TypeKind.TEXT
                ? shortened(call("TO_VARCHAR", value, null, span), column.type(), span)
                : value;
    }

    /** Whether the format says how texts are read for a column of that type. */
    boolean hasForm(SnowflakeType type) {
        return form(type.kind()) != null;
    }

    private Expression ofString(Expression text, SnowflakeType type, Span span) {
        String form = form(type.kind());
        return switch (type.kind()) {
            case TEXT -> truncates ? shortened(text, type, span) : text;
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, BINARY ->
                form == null ? text : call("TO_" + type.kind().name(), text, form, span);
            default -> text;
        };
    }

    private @Nullable String form(TypeKind kind) {
        return switch (kind) {
            case DATE -> forms.date();
            case TIME -> forms.time();
            case TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> forms.timestamp();
            case BINARY -> forms.binary();
            default -> null;
        };
    }

    /** A column of the greatest length takes no longer text, so there is nothing to cut there. */
    private static Expression shortened(Expression text, SnowflakeType type, Span span) {
        if (type.length() >= SnowflakeType.MAX_TEXT_LENGTH) {
            return text;
        }
        return call(
                "LEFT",
                List.of(
                        new Argument(null, text),
                        new Argument(null, new NumberLiteral(String.valueOf(type.length()), span))),
                span);
    }

    /** A value as a column of the type holds it. */
    static Expression cast(Expression value, SnowflakeType type, Span span) {
        return switch (type.kind()) {
            case FIXED -> cast(value, "NUMBER", List.of(type.precision(), type.scale()), span);
            case REAL -> cast(value, "FLOAT", List.of(), span);
            case TEXT -> cast(value, "VARCHAR", List.of(type.length()), span);
            case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ ->
                cast(value, type.kind().name(), List.of(type.scale()), span);
            default -> cast(value, type.kind().name(), List.of(), span);
        };
    }

    private static Expression cast(Expression value, String type, List<Integer> parameters, Span span) {
        return new Cast(CastForm.OPERATOR, value, new TypeName(type, parameters, span), span);
    }

    private static Expression call(String name, Expression value, @Nullable String form, Span span) {
        List<Argument> arguments = new ArrayList<>(List.of(new Argument(null, value)));
        if (form != null) {
            arguments.add(new Argument(null, new StringLiteral(form, span)));
        }
        return call(name, arguments, span);
    }

    static Expression call(String name, List<Argument> arguments, Span span) {
        return new FunctionCall(QualifiedName.of(Identifier.of(name)), arguments, false, List.of(), null, null, span);
    }
}
