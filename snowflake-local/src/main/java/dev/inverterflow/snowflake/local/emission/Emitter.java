package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.ConstantEvaluator;
import dev.inverterflow.snowflake.local.analysis.SessionFacts;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.function.Casts;
import dev.inverterflow.snowflake.local.function.Settings;
import java.util.List;

/**
 * Writes typed trees as DuckDB SQL. System functions are called while a tree is written: write only what is executed.
 */
public final class Emitter {
    private final Emission emission;

    /**
     * An emitter for one statement.
     *
     * @param constants computes arguments of system functions that are no plain constants
     */
    public Emitter(SessionFacts facts, SystemFunctions systemFunctions, ConstantEvaluator constants) {
        var casts = new Casts(new Settings(facts.timeZone(), facts.parameters()));
        this.emission = new Emission(casts, systemFunctions, expression -> constant(expression, constants));
    }

    private static Constant constant(TypedExpression expression, ConstantEvaluator constants) {
        return expression instanceof TypedExpression.Value value ? value.constant() : constants.evaluate(expression);
    }

    public DuckSql query(TypedQuery query) {
        var text = new QueryEmitter(emission, new Addresses()).query(query);
        return new DuckSql(text, query.columns());
    }

    public DuckDml dml(TypedDml dml) {
        return dml.accept(new DmlEmitter(emission));
    }

    /** A query of one row and one column for an expression without columns. */
    public DuckSql value(TypedExpression expression) {
        var text = "SELECT " + new ExpressionEmitter(emission, new Addresses()).emit(expression) + " AS \"value\"";
        return new DuckSql(text, List.of(new ResultColumn("VALUE", "value", expression.type(), expression.nullable())));
    }
}
