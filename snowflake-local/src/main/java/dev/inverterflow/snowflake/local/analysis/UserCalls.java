package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.function.UserFunctionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of user-defined functions. */
final class UserCalls {
    private final ExpressionAnalyzer expressions;
    private final CallAnalyzer calls;

    UserCalls(ExpressionAnalyzer expressions, CallAnalyzer calls) {
        this.expressions = expressions;
        this.calls = calls;
    }

    /** The call with its arguments as the function takes them; empty if there is no such function. */
    Optional<TypedExpression> find(FunctionCall call) {
        boolean plain = !call.distinct()
                && call.window() == null
                && call.arguments().stream().map(Argument::name).allMatch(name -> name == null);
        if (!plain || calls.hasStar(call)) {
            return Optional.empty();
        }
        var arguments = calls.values(call);
        return expressions
                .environment()
                .catalog()
                .function(
                        call.name(),
                        arguments.stream().map(TypedExpression::type).toList())
                .map(function -> typed(function, arguments));
    }

    private static TypedExpression typed(UserFunction function, List<TypedExpression> arguments) {
        List<TypedExpression> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            converted.add(Coercion.to(arguments.get(i), function.parameters().get(i)));
        }
        var row = UserFunctionRows.row(
                function.name(),
                function.engineKey(),
                function.parameters(),
                function.returns(),
                function.nullForNull());
        return new TypedExpression.Call(row, converted, function.returns(), true);
    }
}
