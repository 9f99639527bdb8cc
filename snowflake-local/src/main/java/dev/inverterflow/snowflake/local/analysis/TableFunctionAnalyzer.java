package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationAnalyzer.Found;
import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Relation.TableFunctionRelation;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FLATTEN, SPLIT_TO_TABLE and GENERATOR; every other table function is asked for in the catalog. */
final class TableFunctionAnalyzer {
    private static final List<ScopeColumn> FLATTEN_COLUMNS = List.of(
            new ScopeColumn("SEQ", SnowflakeType.INTEGER, false, Reach.LISTED),
            new ScopeColumn("KEY", SnowflakeType.VARCHAR, true, Reach.LISTED),
            new ScopeColumn("PATH", SnowflakeType.VARCHAR, true, Reach.LISTED),
            new ScopeColumn("INDEX", SnowflakeType.INTEGER, true, Reach.LISTED),
            new ScopeColumn("VALUE", SnowflakeType.VARIANT, true, Reach.LISTED),
            new ScopeColumn("THIS", SnowflakeType.VARIANT, true, Reach.LISTED));
    private static final List<ScopeColumn> SPLIT_COLUMNS = List.of(
            new ScopeColumn("SEQ", SnowflakeType.INTEGER, false, Reach.LISTED),
            new ScopeColumn("INDEX", SnowflakeType.INTEGER, false, Reach.LISTED),
            new ScopeColumn("VALUE", SnowflakeType.VARCHAR, false, Reach.LISTED));
    private static final Set<String> FLATTEN_ARGUMENTS = Set.of("INPUT", "PATH", "OUTER", "RECURSIVE", "MODE");

    private static final Set<String> MODES = Set.of("OBJECT", "ARRAY", "BOTH");

    /** Makes a relation of what the catalog gave. */
    interface Sources {
        Found found(RelationSource source, @Nullable TableAlias alias, String ownName);
    }

    private final Environment environment;
    private final ExpressionAnalyzer expressions;
    private final Sources sources;

    TableFunctionAnalyzer(Environment environment, Scope visible, Sources sources) {
        this.environment = environment;
        this.expressions = new ExpressionAnalyzer(environment, visible);
        this.sources = sources;
    }

    Found analyze(TableFunctionRelation function) {
        var call = function.call();
        var name = call.name().last().name();
        if (call.name().size() == 1) {
            switch (name) {
                case "FLATTEN" -> {
                    return flatten(call, function.alias());
                }
                case "SPLIT_TO_TABLE" -> {
                    return split(call, function.alias());
                }
                case "GENERATOR" -> {
                    return generator(call, function.alias());
                }
                default -> {}
            }
        }
        var user = environment.catalog().userTableFunction(call.name());
        if (user.isPresent()) {
            return new UserTableAnalyzer(environment, expressions).analyze(call, user.get(), function.alias());
        }
        UnsupportedFunctions.refuseTable(name, call.position());
        var arguments = call.arguments().stream().map(this::constant).toList();
        return sources.found(environment.catalog().tableFunction(call.name(), arguments), function.alias(), name);
    }

    private NamedValue constant(Argument argument) {
        var name = argument.name();
        return new NamedValue(name == null ? null : name.name(), evaluated(argument));
    }

    private Constant evaluated(Argument argument) {
        var typed = new ExpressionAnalyzer(environment, Scope.empty()).analyze(argument.value());
        if (TypedTrees.any(typed, TableFunctionAnalyzer::isQuery)) {
            throw AnalysisErrors.notConstant("The argument of a table function");
        }
        return typed instanceof TypedExpression.Value value
                ? value.constant()
                : environment.shared().constants.evaluate(typed);
    }

    private static boolean isQuery(TypedExpression expression) {
        return expression instanceof TypedExpression.Scalar
                || expression instanceof TypedExpression.Existence
                || expression instanceof TypedExpression.InRows;
    }

    private Found flatten(FunctionCall call, @Nullable TableAlias alias) {
        Map<String, TypedExpression> given = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            var argument = call.arguments().get(i);
            var name = argument.name();
            var key = name == null && i == 0 ? "INPUT" : name == null ? "" : name.name();
            if (!FLATTEN_ARGUMENTS.contains(key)) {
                throw Errors.invalidParameter(key);
            }
            given.put(key, expressions.analyze(argument.value()));
        }
        @Nullable TypedExpression input = given.get("INPUT");
        if (input == null) {
            throw Errors.notEnoughArguments(
                    "FLATTEN", 1, 0, call.position().line(), call.position().column());
        }
        if (!input.type().kind().isSemiStructured()) {
            throw Errors.invalidArgumentTypes(
                    "FLATTEN",
                    input.type().displayName(),
                    call.position().line(),
                    call.position().column());
        }
        int number = environment.shared().nextRelation();
        var used = new BitSet();
        @Nullable String shown = alias == null ? null : alias.name().name();
        var relation = new TypedRelation.Flattened(
                number,
                shown == null ? "f" : shown,
                input,
                text(given.get("PATH"), ""),
                bool(given.get("OUTER")),
                bool(given.get("RECURSIVE")),
                mode(given.get("MODE")),
                used);
        return new Found(
                relation,
                List.of(new Item(number, shown, null, RelationAnalyzer.renamed(FLATTEN_COLUMNS, alias), used)));
    }

    private static TypedExpression text(@Nullable TypedExpression given, String absent) {
        return given == null ? Literals.text(absent) : Coercion.to(given, SnowflakeType.VARCHAR);
    }

    private static TypedExpression mode(@Nullable TypedExpression given) {
        @Nullable String constant = given == null ? null : Coercion.constantText(given);
        if (constant != null && !MODES.contains(constant.toUpperCase(Locale.ROOT))) {
            throw Errors.invalidValue(constant, "MODE");
        }
        return text(given, "BOTH");
    }

    private static TypedExpression bool(@Nullable TypedExpression given) {
        return given == null ? Literals.bool(false) : Coercion.to(given, SnowflakeType.BOOLEAN);
    }

    private Found split(FunctionCall call, @Nullable TableAlias alias) {
        if (call.arguments().size() != 2) {
            throw Errors.notEnoughArguments(
                    "SPLIT_TO_TABLE",
                    2,
                    call.arguments().size(),
                    call.position().line(),
                    call.position().column());
        }
        var text = expressions.analyze(call.arguments().get(0).value());
        var separator = expressions.analyze(call.arguments().get(1).value());
        CollatedCalls.check("SPLIT_TO_TABLE", "SPLIT_TO_TABLE", List.of(text, separator));
        int number = environment.shared().nextRelation();
        @Nullable String shown = alias == null ? null : alias.name().name();
        var relation = new TypedRelation.Split(
                number,
                shown == null ? "s" : shown,
                Coercion.to(text, SnowflakeType.VARCHAR),
                Coercion.to(separator, SnowflakeType.VARCHAR));
        return new Found(
                relation, List.of(new Item(number, shown, null, RelationAnalyzer.renamed(SPLIT_COLUMNS, alias), null)));
    }

    private Found generator(FunctionCall call, @Nullable TableAlias alias) {
        long rows = -1;
        for (var argument : call.arguments()) {
            var name = argument.name();
            if (name != null && !name.name().equals("ROWCOUNT")) {
                throw Errors.notSupported("GENERATOR with " + name.name());
            }
            var text = evaluated(argument).text();
            if (text != null && !text.matches("-?\\d{1,18}")) {
                throw Errors.invalidValue(text, "ROWCOUNT");
            }
            rows = text == null ? 0 : Long.parseLong(text);
        }
        if (rows < 0) {
            throw Errors.notSupported("GENERATOR without ROWCOUNT");
        }
        int number = environment.shared().nextRelation();
        @Nullable String shown = alias == null ? null : alias.name().name();
        var sequence = new ScopeColumn(RelationAnalyzer.SEQUENCE, SnowflakeType.number(18, 0), false, Reach.NAMED);
        return new Found(
                new TypedRelation.Generated(number, shown == null ? "g" : shown, rows),
                List.of(new Item(number, shown, null, List.of(sequence), null)));
    }
}
