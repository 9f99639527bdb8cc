package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.GroupBy;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.RelationVisitor;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query computes with: a SELECT without FROM needs nothing, but a subquery in it may. */
final class QueryCompute implements QueryBody.Visitor<Compute>, RelationVisitor<Compute> {
    private static final String RESULT_SCAN = "RESULT_SCAN";
    /** What Snowflake keeps of each column beside the rows. */
    private static final Set<String> KEPT = Set.of("COUNT", "MIN", "MAX");

    private final KnownNames names;
    private final ExpressionCompute expressions;
    /** Common table expressions by name, with what each computes with. */
    private final Map<String, Compute> common;

    QueryCompute(KnownNames names) {
        this(names, Map.of());
    }

    private QueryCompute(KnownNames names, Map<String, Compute> common) {
        this.names = names;
        this.common = common;
        this.expressions = new ExpressionCompute(this, names);
    }

    Compute of(Query query) {
        QueryCompute inner = query.with().isEmpty() ? this : new QueryCompute(names, commonOf(query));
        Compute body = query.body().accept(inner);
        return body.with(inner.expressions.ofAll(
                query.orderBy().stream().map(OrderItem::expression).toList()));
    }

    private Map<String, Compute> commonOf(Query query) {
        Map<String, Compute> known = new HashMap<>(common);
        for (Query.CommonTable table : query.with()) {
            // What refers to itself begins with something else, which decides.
            known.put(table.name().name(), Compute.NONE);
            known.put(table.name().name(), new QueryCompute(names, known).of(table.query()));
        }
        return known;
    }

    @Override
    public Compute visitSelect(QueryBody.Select select) {
        Relation from = select.from();
        if (from != null && isKeptBesideTheRows(select, from)) {
            return Compute.IF_ANY;
        }
        Compute read = from == null ? Compute.NONE : from.accept(this);
        return read == Compute.WAREHOUSE ? read : read.with(clauses(select));
    }

    private Compute clauses(QueryBody.Select select) {
        return Compute.NONE
                .with(expressions.ofAll(
                        select.items().stream().map(SelectItem::expression).toList()))
                .with(expressions.ofAny(select.where()))
                .with(keys(select.groupBy()))
                .with(expressions.ofAny(select.having()))
                .with(expressions.ofAny(select.qualify()));
    }

    /** Counts, least and greatest values of a whole table are known without its rows. */
    private boolean isKeptBesideTheRows(QueryBody.Select select, Relation from) {
        return from instanceof Relation.TableReference table
                && !isCommon(table)
                && select.where() == null
                && select.groupBy() == null
                && select.having() == null
                && select.qualify() == null
                && select.items().stream().allMatch(QueryCompute::isKept)
                && names.isTable(table.name());
    }

    private static boolean isKept(SelectItem item) {
        return item.expression() instanceof FunctionCall call
                && KEPT.contains(call.name().toString())
                && !call.distinct()
                && call.window() == null
                && call.arguments().size() == 1
                && (call.arguments().get(0).value() instanceof Reference.ColumnReference
                        || call.arguments().get(0).value() instanceof Reference.Star);
    }

    private Compute keys(@Nullable GroupBy groupBy) {
        return groupBy instanceof GroupBy.Elements keys
                ? expressions.ofAll(keys.elements().stream()
                        .flatMap(element -> element.sets().stream())
                        .flatMap(List::stream)
                        .toList())
                : Compute.NONE;
    }

    @Override
    public Compute visitSetOperation(QueryBody.SetOperation operation) {
        return operation.left().accept(this).with(operation.right().accept(this));
    }

    @Override
    public Compute visitParenthesised(QueryBody.Parenthesised parenthesised) {
        return of(parenthesised.query());
    }

    @Override
    public Compute visitTable(Relation.TableReference table) {
        return isCommon(table) ? common.getOrDefault(table.name().last().name(), Compute.WAREHOUSE) : Compute.WAREHOUSE;
    }

    private boolean isCommon(Relation.TableReference table) {
        return table.name().size() == 1
                && common.containsKey(table.name().last().name());
    }

    @Override
    public Compute visitSubquery(Relation.SubqueryRelation subquery) {
        return of(subquery.query());
    }

    @Override
    public Compute visitTableFunction(Relation.TableFunctionRelation function) {
        return function.call().name().toString().equals(RESULT_SCAN) ? Compute.IF_ANY : Compute.WAREHOUSE;
    }

    @Override
    public Compute visitStage(Relation.StageRelation stage) {
        return Compute.WAREHOUSE;
    }

    @Override
    public Compute visitValues(Relation.ValuesRelation values) {
        return Compute.IF_ANY.with(
                expressions.ofAll(values.rows().stream().flatMap(List::stream).toList()));
    }

    @Override
    public Compute visitJoin(Relation.Join join) {
        return join.left().accept(this).with(join.right().accept(this));
    }

    @Override
    public Compute visitPivot(Relation.Pivot pivot) {
        return pivot.input().accept(this);
    }

    @Override
    public Compute visitUnpivot(Relation.Unpivot unpivot) {
        return unpivot.input().accept(this);
    }

    @Override
    public Compute visitSample(Relation.Sample sample) {
        return sample.input().accept(this);
    }
}
