package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.Accepts;
import dev.inverterflow.snowflake.local.function.Argument;
import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.function.FunctionRow;
import dev.inverterflow.snowflake.local.function.FunctionRow.Role;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the form of a function that takes given arguments, and converts them to what it takes. */
final class Overloads {
    private final FunctionRegistry functions;

    Overloads(FunctionRegistry functions) {
        this.functions = functions;
    }

    /** A form with its arguments converted, and what it gives. */
    record Chosen(FunctionRow row, List<TypedExpression> arguments, SnowflakeType type, boolean nullable) {}

    /** Where a function may stand; all its forms agree. */
    Role role(String name, Expression written) {
        return rows(name).get(0).role();
    }

    boolean takesDatePart(String name, int index) {
        var rows = rows(name);
        return index < rows.get(0).parameters().size() && rows.get(0).parameter(index) == Accepts.DATE_PART;
    }

    private List<FunctionRow> rows(String name) {
        var rows = functions.find(name);
        if (rows.isEmpty()) {
            throw Errors.unknownFunction(name);
        }
        return rows;
    }

    TypedExpression call(String name, String shown, List<TypedExpression> arguments, Expression written) {
        var chosen = choose(name, shown, arguments, written);
        return new TypedExpression.Call(chosen.row(), chosen.arguments(), chosen.type(), chosen.nullable());
    }

    Chosen choose(String name, String shown, List<TypedExpression> arguments, Expression written) {
        CollatedCalls.check(name, shown, arguments);
        var rows = rows(name);
        var fitting = rows.stream().filter(row -> row.takes(arguments.size())).toList();
        if (fitting.isEmpty()) {
            throw wrongCount(shown, rows, arguments.size(), written.position());
        }
        for (var row : fitting) {
            var converted = convert(row, arguments);
            if (converted.isPresent()) {
                return chosen(row, converted.get(), arguments);
            }
        }
        throw Errors.invalidArgumentTypes(
                shown,
                arguments.stream()
                        .map(argument -> argument.type().displayName())
                        .collect(Collectors.joining(", ")),
                written.position().line(),
                written.position().column());
    }

    private static Chosen chosen(FunctionRow row, List<TypedExpression> arguments, List<TypedExpression> given) {
        var described = arguments.stream()
                .map(argument -> new Argument("", argument.type(), Coercion.constantText(argument)))
                .toList();
        var type = CollatedCalls.result(row.name(), row.result().of(described), given);
        return new Chosen(row, arguments, type, nullable(row, arguments));
    }

    private static boolean nullable(FunctionRow row, List<TypedExpression> arguments) {
        return switch (row.nulls()) {
            case IF_AN_ARGUMENT_IS -> arguments.stream().anyMatch(TypedExpression::nullable);
            case IF_ALL_ARGUMENTS_ARE -> arguments.stream().allMatch(TypedExpression::nullable);
            case NEVER -> false;
            case ALWAYS -> true;
        };
    }

    private static Optional<List<TypedExpression>> convert(FunctionRow row, List<TypedExpression> arguments) {
        var same = IntStream.range(0, arguments.size())
                .filter(i -> row.parameter(i) == Accepts.SAME)
                .mapToObj(i -> arguments.get(i).type())
                .toList();
        var common = row.name().equals("EQUAL_NULL") || row.name().equals("NULLIF")
                ? Coercion.comparable(same)
                : TypeRules.common(same);
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<TypedExpression> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            var accepts = row.parameter(i);
            var target = accepts == Accepts.SAME
                    ? common
                    : accepts.accept(arguments.get(i).type());
            if (target.isEmpty()) {
                return Optional.empty();
            }
            converted.add(Coercion.to(arguments.get(i), target.get()));
        }
        return Optional.of(converted);
    }

    private static SnowflakeException wrongCount(String name, List<FunctionRow> rows, int actual, Position position) {
        int least = rows.stream().mapToInt(FunctionRow::required).min().orElse(0);
        if (actual < least) {
            return Errors.notEnoughArguments(name, least, actual, position.line(), position.column());
        }
        if (rows.stream().anyMatch(row -> row.repeating() > 1)) {
            // Pairs, of which one is not whole.
            return Errors.notEnoughArguments(name, actual + 1, actual, position.line(), position.column());
        }
        int most = rows.stream()
                .mapToInt(row -> row.most() == null ? row.parameters().size() : row.most())
                .max()
                .orElse(0);
        return Errors.tooManyArguments(name, most, actual, position.line(), position.column());
    }
}
