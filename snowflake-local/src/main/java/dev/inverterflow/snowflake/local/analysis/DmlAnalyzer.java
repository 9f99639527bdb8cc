package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationAnalyzer.Found;
import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.Clause;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.ClauseKind;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.InsertSource;
import dev.inverterflow.snowflake.local.ast.MergeClause;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** INSERT, UPDATE, DELETE and MERGE. */
final class DmlAnalyzer {
    private final Environment environment;

    DmlAnalyzer(Environment environment) {
        this.environment = environment;
    }

    TypedDml insert(DmlStatement.Insert insert) {
        var target = environment.catalog().target(insert.target());
        var columns = new TargetColumns(environment, target, insert.columns());
        return insert.source().accept(new InsertSource.Visitor<>() {
            @Override
            public TypedDml visitRows(InsertSource.Rows rows) {
                var expressions = new ExpressionAnalyzer(environment, Scope.empty());
                return new TypedDml.InsertRows(
                        target, insert.overwrite(), new InsertedRows(columns, expressions).all(rows.rows()));
            }

            @Override
            public TypedDml visitFromQuery(InsertSource.FromQuery source) {
                return inserted(target, columns, insert.overwrite(), source.query());
            }
        });
    }

    /** INSERT of a query's rows into all columns of a table. */
    TypedDml insert(TargetTable target, Query query) {
        return inserted(target, new TargetColumns(environment, target, List.of()), false, query);
    }

    private TypedDml inserted(TargetTable target, TargetColumns columns, boolean overwrite, Query source) {
        var query = new QueryAnalyzer(environment, null).query(source);
        int relation = environment.shared().nextRelation();
        return new TypedDml.Insert(target, overwrite, columns.ofQuery(query, relation), query, relation);
    }

    TypedDml update(DmlStatement.Update update) {
        var target = target(update.target());
        @Nullable Found from = source(update.from());
        var scope = scope(target, from);
        var expressions = new ExpressionAnalyzer(environment, scope);
        var columns = new TargetColumns(environment, target.table(), List.of());
        return new TypedDml.Update(
                target.table(),
                target.item().number(),
                columns.assignments(update.assignments(), target.item(), expressions),
                from == null ? null : from.relation(),
                condition(update.where(), expressions));
    }

    TypedDml delete(DmlStatement.Delete delete) {
        var target = target(delete.target());
        @Nullable Found using = source(delete.using());
        var expressions = new ExpressionAnalyzer(environment, scope(target, using));
        return new TypedDml.Delete(
                target.table(),
                target.item().number(),
                using == null ? null : using.relation(),
                condition(delete.where(), expressions));
    }

    TypedDml merge(DmlStatement.Merge merge) {
        var target = target(merge.target());
        var source = new RelationAnalyzer(environment, null, List.of(), List.of()).analyze(merge.source());
        var both = new ExpressionAnalyzer(environment, scope(target, source));
        var sourceOnly = new ExpressionAnalyzer(environment, new Scope(null, source.items()));
        var condition = both.condition(merge.condition());
        ClauseRules.refuseAggregates(condition, merge.condition(), "on");
        requireReachable(merge.clauses());
        List<Clause> clauses = new ArrayList<>();
        for (var clause : merge.clauses()) {
            clauses.add(clause(clause, target, source, both, sourceOnly));
        }
        return new TypedDml.Merge(
                target.table(),
                target.item().number(),
                source.relation(),
                condition,
                clauses,
                environment.flag("ERROR_ON_NONDETERMINISTIC_MERGE", true));
    }

    private Clause clause(
            MergeClause clause, Target target, Found source, ExpressionAnalyzer both, ExpressionAnalyzer sourceOnly) {
        var table = target.table();
        return clause.accept(new MergeClause.Visitor<>() {
            @Override
            public Clause visitMatchedUpdate(MergeClause.MatchedUpdate update) {
                var columns = new TargetColumns(environment, table, List.of());
                return new Clause(
                        ClauseKind.UPDATE,
                        condition(update.condition(), both),
                        columns.assignments(update.assignments(), target.item(), both));
            }

            @Override
            public Clause visitMatchedUpdateByName(MergeClause.MatchedUpdateByName update) {
                return new Clause(
                        ClauseKind.UPDATE,
                        condition(update.condition(), both),
                        TargetColumns.byName(table, source.items()));
            }

            @Override
            public Clause visitMatchedDelete(MergeClause.MatchedDelete delete) {
                return new Clause(ClauseKind.DELETE, condition(delete.condition(), both), List.of());
            }

            @Override
            public Clause visitNotMatchedInsert(MergeClause.NotMatchedInsert insert) {
                var columns = new TargetColumns(environment, table, insert.columns());
                var values = columns.row(insert.values(), sourceOnly);
                List<TypedDml.Assignment> assignments = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    assignments.add(new TypedDml.Assignment(table.columns().get(i), values.get(i)));
                }
                return new Clause(ClauseKind.INSERT, condition(insert.condition(), sourceOnly), assignments);
            }

            @Override
            public Clause visitNotMatchedInsertByName(MergeClause.NotMatchedInsertByName insert) {
                return new Clause(
                        ClauseKind.INSERT,
                        condition(insert.condition(), sourceOnly),
                        TargetColumns.byName(table, source.items()));
            }
        });
    }

    /** docs.snowflake.com/en/sql-reference/sql/merge, "Usage notes". */
    private static void requireReachable(List<MergeClause> clauses) {
        Set<String> ended = new HashSet<>();
        for (var clause : clauses) {
            if (ended.contains(clause.when())) {
                throw AnalysisErrors.unreachableClause(clause.when());
            }
            if (clause.condition() == null) {
                ended.add(clause.when());
            }
        }
    }

    private static @Nullable TypedExpression condition(
            @Nullable Expression expression, ExpressionAnalyzer expressions) {
        if (expression == null) {
            return null;
        }
        var typed = expressions.condition(expression);
        ClauseRules.refuseAggregates(typed, expression, "where");
        return typed;
    }

    private record Target(TargetTable table, Item item) {}

    private Target target(TableReference reference) {
        var table = environment.catalog().target(reference.name());
        var alias = reference.alias();
        var columns = table.columns().stream()
                .map(column -> new ScopeColumn(column.name(), column.type(), column.nullable(), Reach.LISTED))
                .toList();
        var shown =
                alias == null ? reference.name().last().name() : alias.name().name();
        var item = new Item(
                environment.shared().nextRelation(), shown, alias == null ? table.origin() : null, columns, null);
        return new Target(table, item);
    }

    private @Nullable Found source(@Nullable Relation relation) {
        return relation == null
                ? null
                : new RelationAnalyzer(environment, null, List.of(), List.of()).analyze(relation);
    }

    private static Scope scope(Target target, @Nullable Found others) {
        List<Item> items = new ArrayList<>(List.of(target.item()));
        if (others != null) {
            items.addAll(others.items());
        }
        return new Scope(null, items);
    }
}
