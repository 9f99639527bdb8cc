package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Set;

/**
 * Gives statements their meaning. Nothing is executed, so that this is all a describe-only request needs; the exception
 * is a computed argument of a table function, see {@link ConstantEvaluator}.
 *
 * <p>Every refusal is a {@link dev.inverterflow.snowflake.local.error.SnowflakeException}. One analyzer serves one
 * statement.
 */
public final class Analyzer {
    private final Environment.Shared shared;
    private final Environment environment;

    /**
     * An analyzer for one statement.
     *
     * @param binds types of the values that come with the request, by position; a bind without a type counts as VARCHAR
     */
    public Analyzer(
            FunctionRegistry functions,
            RelationCatalog catalog,
            SessionFacts facts,
            SystemFunctions systemFunctions,
            ConstantEvaluator constants,
            List<SnowflakeType> binds) {
        this.shared = new Environment.Shared(functions, facts, systemFunctions, binds, constants);
        this.environment = Environment.of(shared, catalog);
    }

    /** A query, as a statement or inside one. */
    public TypedQuery query(Query query) {
        return new QueryAnalyzer(environment, null).query(query);
    }

    /** A statement that changes rows; those that load, unload or truncate belong to others. */
    public TypedDml dml(DmlStatement statement) {
        var analyzer = new DmlAnalyzer(environment);
        return statement.acceptDml(new DmlStatement.Visitor<>() {
            @Override
            public TypedDml visitInsert(DmlStatement.Insert insert) {
                return analyzer.insert(insert);
            }

            @Override
            public TypedDml visitMultiTableInsert(DmlStatement.MultiTableInsert insert) {
                return new MultiInsertAnalyzer(environment).insert(insert);
            }

            @Override
            public TypedDml visitUpdate(DmlStatement.Update update) {
                return analyzer.update(update);
            }

            @Override
            public TypedDml visitDelete(DmlStatement.Delete delete) {
                return analyzer.delete(delete);
            }

            @Override
            public TypedDml visitMerge(DmlStatement.Merge merge) {
                return analyzer.merge(merge);
            }

            @Override
            public TypedDml visitTruncate(DmlStatement.Truncate truncate) {
                throw Errors.notSupported("TRUNCATE as a query");
            }

            @Override
            public TypedDml visitCopyIntoTable(DmlStatement.CopyIntoTable copy) {
                throw Errors.notSupported("COPY INTO as a query");
            }

            @Override
            public TypedDml visitCopyIntoLocation(DmlStatement.CopyIntoLocation copy) {
                throw Errors.notSupported("COPY INTO as a query");
            }
        });
    }

    /** Whether VALUES stood after FROM. */
    public boolean readsValues() {
        return shared.readsValues;
    }

    /** INSERT of a query's rows into a table that the catalog does not know yet. */
    public TypedDml filling(TargetTable table, Query query) {
        return new DmlAnalyzer(environment).insert(table, query);
    }

    /** An expression without columns, such as an argument of CALL or a default. */
    public TypedExpression constant(Expression expression) {
        return new ExpressionAnalyzer(environment, Scope.empty()).analyze(expression);
    }

    /** An expression without columns, converted as Snowflake converts by itself. */
    public TypedExpression constant(Expression expression, SnowflakeType type) {
        return Coercion.to(constant(expression), type);
    }

    /** An expression that a DEFAULT may be: without columns, subqueries, aggregates and windows. */
    public TypedExpression simple(Expression expression) {
        TypedExpression typed = constant(expression);
        ClauseRules.refuseAggregates(typed, expression, "default");
        if (TypedTrees.hasSubquery(typed)) {
            throw AnalysisErrors.subqueryNotAllowed(expression.span().text(), "DEFAULT");
        }
        return typed;
    }

    /** An expression over the columns of one table, without subqueries, aggregates and windows. */
    public TypedExpression overColumns(Expression expression, List<RelationColumn> columns) {
        var item = new Scope.Item(
                0, null, null, columns.stream().map(Scope.ScopeColumn::of).toList(), null);
        TypedExpression typed = new ExpressionAnalyzer(environment, new Scope(null, List.of(item))).analyze(expression);
        ClauseRules.refuseAggregates(typed, expression, "cluster by");
        if (TypedTrees.hasSubquery(typed)) {
            throw AnalysisErrors.subqueryNotAllowed(expression.span().text(), "CLUSTER BY");
        }
        return typed;
    }

    /** What the statement reads, views and what they read included; complete once the statement is analysed. */
    public Set<Origin> origins() {
        return Set.copyOf(shared.origins);
    }
}
