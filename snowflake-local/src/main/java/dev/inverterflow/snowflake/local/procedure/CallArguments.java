package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Operation.Cast;
import dev.inverterflow.snowflake.local.ast.Operation.CastForm;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a CALL. They are SQL expressions, so the session evaluates them: once as written, which tells their
 * types, and once cast to the parameters of the overload that those types chose, together with the defaults.
 */
final class CallArguments {

    private final CallProcedure call;
    private final SessionContext session;

    CallArguments(CallProcedure call, SessionContext session) {
        this.call = call;
        this.session = session;
    }

    List<Argument> written() {
        return call.arguments();
    }

    /** The types of the arguments as written. */
    List<SnowflakeType> types() {
        if (written().isEmpty()) {
            return List.of();
        }
        return Evaluation.of(written().stream().map(Argument::value).toList(), session.binds(), session)
                .columns()
                .stream()
                .map(ResultColumn::type)
                .toList();
    }

    /** The values for the chosen overload. */
    List<HandlerArgument> values(Procedure procedure) {
        List<Parameter> parameters = procedure.parameters();
        if (parameters.isEmpty()) {
            return List.of();
        }
        List<Expression> casts = IntStream.range(0, parameters.size())
                .mapToObj(i ->
                        cast(expression(parameters.get(i), i), parameters.get(i).type()))
                .toList();
        List<@Nullable String> row =
                Evaluation.of(casts, session.binds(), session).rows().get(0);
        ZoneId zone = session.parameters().timeZone();
        List<HandlerArgument> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(argument(parameters.get(i), row.get(i), zone));
        }
        return values;
    }

    private Expression expression(Parameter parameter, int position) {
        List<Argument> written = written();
        if (position < written.size() && written.get(position).name() == null) {
            return written.get(position).value();
        }
        return written.stream()
                .filter(argument -> isNamed(argument, parameter))
                .map(Argument::value)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(parameter.defaultValue()));
    }

    static boolean isNamed(Argument argument, Parameter parameter) {
        @Nullable Identifier name = argument.name();
        return name != null && name.name().equals(parameter.name());
    }

    private static Expression cast(Expression expression, SnowflakeType type) {
        return new Cast(CastForm.CAST, expression, typeName(type), expression.span());
    }

    /** A length given for a text parameter is not enforced by Snowflake. */
    private static TypeName typeName(SnowflakeType type) {
        List<Integer> sizes = switch (type.kind()) {
            case FIXED -> List.of(type.precision(), type.scale());
            case TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ -> List.of(type.scale());
            default -> List.of();
        };
        return new TypeName(Signatures.plain(type), sizes, Span.of(type.displayName()));
    }

    private static HandlerArgument argument(Parameter parameter, @Nullable String text, ZoneId zone) {
        SqlKind kind = WireValues.kind(parameter.type().kind());
        return new HandlerArgument(parameter.name(), kind, text == null ? null : WireValues.decode(kind, text, zone));
    }
}
