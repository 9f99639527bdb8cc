package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationAnalyzer.Found;
import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction.Given;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction.Overloads;
import dev.inverterflow.snowflake.local.analysis.tree.SortKey;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.ast.Window;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of user-defined table functions, with the partitions that OVER makes of the rows to their left. */
final class UserTableAnalyzer {
    private final Environment environment;
    private final ExpressionAnalyzer expressions;

    UserTableAnalyzer(Environment environment, ExpressionAnalyzer expressions) {
        this.environment = environment;
        this.expressions = expressions;
    }

    Found analyze(FunctionCall call, Overloads overloads, @Nullable TableAlias alias) {
        List<TypedExpression> given = new ArrayList<>();
        List<Given> types = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            var typed = expressions.analyze(argument.value());
            var name = argument.name();
            given.add(typed);
            types.add(new Given(name == null ? null : name.name(), typed.type()));
        }
        var function = overloads.taking(types);
        int number = environment.shared().nextRelation();
        @Nullable String shown = alias == null ? null : alias.name().name();
        var relation = new TypedRelation.Applied(
                number,
                shown == null ? "t" : shown,
                function.engineKey(),
                converted(function, given),
                partition(call.window()),
                order(call.window()),
                function.columns().stream().map(UserTableFunction.Output::type).toList());
        return new Found(
                relation,
                List.of(new Item(number, shown, null, RelationAnalyzer.renamed(columns(function), alias), null)));
    }

    private static List<TypedExpression> converted(UserTableFunction function, List<TypedExpression> given) {
        List<TypedExpression> converted = new ArrayList<>();
        for (int i = 0; i < function.order().size(); i++) {
            converted.add(Coercion.to(
                    given.get(function.order().get(i)), function.parameters().get(i)));
        }
        return converted;
    }

    private List<TypedExpression> partition(@Nullable Window window) {
        return window == null
                ? List.of()
                : window.partitionBy().stream().map(expressions::analyze).toList();
    }

    private List<SortKey> order(@Nullable Window window) {
        if (window == null) {
            return List.of();
        }
        if (window.frame() != null) {
            throw Errors.notSupported("a frame in OVER of a table function");
        }
        return window.orderBy().stream()
                .map(item -> CallAnalyzer.sortKey(item, expressions.analyze(item.expression())))
                .toList();
    }

    private static List<ScopeColumn> columns(UserTableFunction function) {
        return function.columns().stream()
                .map(column -> new ScopeColumn(column.name(), column.type(), true, Reach.LISTED))
                .toList();
    }
}
