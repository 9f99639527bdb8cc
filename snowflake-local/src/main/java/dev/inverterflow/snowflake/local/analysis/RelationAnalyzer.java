package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationSource.Physical;
import dev.inverterflow.snowflake.local.analysis.RelationSource.ViewSource;
import dev.inverterflow.snowflake.local.analysis.Scope.Item;
import dev.inverterflow.snowflake.local.analysis.Scope.Reach;
import dev.inverterflow.snowflake.local.analysis.Scope.ScopeColumn;
import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedQuery;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.RelationVisitor;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.TypeRules;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Relations after FROM: what they are and which names they bring into sight. */
final class RelationAnalyzer implements RelationVisitor<RelationAnalyzer.Found> {
    /** The hidden column of a GENERATOR; no identifier of SQL text can be this. */
    static final String SEQUENCE = "\u0000SEQUENCE";

    /** A relation and what of it is in sight. */
    record Found(TypedRelation relation, List<Item> items) {
        Found {
            items = List.copyOf(items);
        }
    }

    private final Environment environment;
    private final @Nullable Scope outer;
    private final List<Item> before;
    private final List<SelectItem> selected;

    /**
     * Relations of one FROM.
     *
     * @param outer what is in sight around the SELECT
     * @param before the relations to the left, which lateral ones see
     * @param selected the items of the SELECT, whose aliases the conditions of joins may use; none outside a SELECT
     */
    RelationAnalyzer(Environment environment, @Nullable Scope outer, List<Item> before, List<SelectItem> selected) {
        this.environment = environment;
        this.outer = outer;
        this.before = before;
        this.selected = selected;
    }

    Found analyze(Relation relation) {
        return relation.accept(this);
    }

    @Override
    public Found visitTable(Relation.TableReference table) {
        var alias = table.alias();
        if (table.name().size() == 1) {
            var common = environment.commonTable(table.name().last().name());
            if (common.isPresent()) {
                int number = environment.shared().nextRelation();
                var shown = alias == null
                        ? table.name().last().name()
                        : alias.name().name();
                return new Found(
                        new TypedRelation.Common(
                                number,
                                shown,
                                common.get().duckName(),
                                common.get().columns()),
                        List.of(item(number, shown, null, ofResult(common.get().columns()), alias)));
            }
        }
        var source = environment.catalog().relation(table.name());
        return source(source, alias, table.name().last().name());
    }

    private Found source(RelationSource source, @Nullable TableAlias alias, String ownName) {
        environment.shared().origins.add(source.origin());
        int number = environment.shared().nextRelation();
        var shown = alias == null ? ownName : alias.name().name();
        @Nullable Origin fullName = alias == null ? source.origin() : null;
        if (source instanceof Physical physical) {
            var columns = physical.columns().stream().map(ScopeColumn::of).toList();
            return new Found(
                    new TypedRelation.Stored(number, shown, physical),
                    List.of(item(number, shown, fullName, columns, alias)));
        }
        var view = (ViewSource) source;
        var query = expanded(view);
        if (query.columns().size() != view.columns().size()) {
            throw AnalysisErrors.viewColumns(
                    view.origin(), view.columns().size(), query.columns().size());
        }
        requireSameLabels(view, query);
        List<ScopeColumn> columns = new ArrayList<>();
        for (int i = 0; i < view.columns().size(); i++) {
            var column = query.columns().get(i);
            columns.add(new ScopeColumn(view.columns().get(i).name(), column.type(), column.nullable(), Reach.LISTED));
        }
        return new Found(
                new TypedRelation.Derived(number, shown, query, false),
                List.of(item(number, shown, fullName, columns, alias)));
    }

    /** Other columns, or the same ones in another order, come of a star over tables that were altered. */
    private static void requireSameLabels(ViewSource view, TypedQuery query) {
        var labels = view.labels();
        for (int i = 0; labels != null && i < labels.size(); i++) {
            var label = query.columns().get(i).label();
            if (!label.equals(labels.get(i))) {
                throw AnalysisErrors.viewColumn(view.origin(), labels.get(i), label);
            }
        }
    }

    private TypedQuery expanded(ViewSource view) {
        try {
            return new QueryAnalyzer(environment.inside(view.scope()), null).query(view.query());
        } catch (SnowflakeException error) {
            boolean own = view.origin().kind() == Origin.Kind.VIEW && !Errors.isNotSupported(error);
            throw own ? AnalysisErrors.viewExpansion(view.origin().name(), error) : error;
        }
    }

    private static List<ScopeColumn> ofResult(List<ResultColumn> columns) {
        return columns.stream()
                .map(column -> new ScopeColumn(column.label(), column.type(), column.nullable(), Reach.LISTED))
                .toList();
    }

    private static Item item(
            int number,
            @Nullable String shown,
            @Nullable Origin fullName,
            List<ScopeColumn> columns,
            @Nullable TableAlias alias) {
        return new Item(number, shown, fullName, renamed(columns, alias), null);
    }

    /** The columns under the names of an alias. */
    static List<ScopeColumn> renamed(List<ScopeColumn> columns, @Nullable TableAlias alias) {
        if (alias == null || alias.columns().isEmpty()) {
            return columns;
        }
        if (alias.columns().size() != columns.size()) {
            throw AnalysisErrors.aliasCount(columns.size(), alias.columns().size());
        }
        List<ScopeColumn> renamed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            renamed.add(new ScopeColumn(
                    alias.columns().get(i).name(), column.type(), column.nullable(), column.reach(), column.merged()));
        }
        return renamed;
    }

    @Override
    public Found visitSubquery(Relation.SubqueryRelation subquery) {
        @Nullable Scope around = subquery.lateral() ? new Scope(outer, before) : outer;
        var query = new QueryAnalyzer(environment, around).query(subquery.query());
        int number = environment.shared().nextRelation();
        @Nullable String alias = name(subquery.alias());
        return new Found(
                new TypedRelation.Derived(number, shown(alias), query, subquery.lateral()),
                List.of(item(number, alias, null, ofResult(query.columns()), subquery.alias())));
    }

    private static @Nullable String name(@Nullable TableAlias alias) {
        return alias == null ? null : alias.name().name();
    }

    private static String shown(@Nullable String alias) {
        return alias == null ? "q" : alias;
    }

    @Override
    public Found visitTableFunction(Relation.TableFunctionRelation function) {
        return new TableFunctionAnalyzer(environment, new Scope(outer, before), this::source).analyze(function);
    }

    @Override
    public Found visitStage(Relation.StageRelation stage) {
        var source = environment.catalog().stage(stage);
        return source(source, stage.alias(), source.origin().name());
    }

    @Override
    public Found visitValues(Relation.ValuesRelation values) {
        environment.shared().readsValues = true;
        var expressions = new ExpressionAnalyzer(environment, new Scope(outer, List.of()));
        List<List<TypedExpression>> rows =
                values.rows().stream().map(expressions::analyzeAll).toList();
        int width = rows.get(0).size();
        List<SnowflakeType> types = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            types.add(columnType(rows, column, width));
        }
        var converted = rows.stream().map(row -> converted(row, types)).toList();
        List<ScopeColumn> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int place = column;
            boolean nullable = rows.stream().anyMatch(row -> row.get(place).nullable());
            columns.add(new ScopeColumn("COLUMN" + (column + 1), types.get(column), nullable, Reach.LISTED));
        }
        int number = environment.shared().nextRelation();
        @Nullable String alias = name(values.alias());
        return new Found(
                new TypedRelation.Rows(number, shown(alias), types, converted),
                List.of(item(number, alias, null, columns, values.alias())));
    }

    private static SnowflakeType columnType(List<List<TypedExpression>> rows, int column, int width) {
        List<SnowflakeType> types = new ArrayList<>();
        for (var row : rows) {
            if (row.size() != width) {
                throw AnalysisErrors.valueCount(width, row.size());
            }
            types.add(row.get(column).type());
        }
        return TypeRules.common(types)
                .map(type -> type.equals(SnowflakeType.NULL) ? SnowflakeType.VARCHAR : type)
                .orElseThrow(() ->
                        AnalysisErrors.columnType(types.get(0), types.get(types.size() - 1), "COLUMN" + (column + 1)));
    }

    private static List<TypedExpression> converted(List<TypedExpression> row, List<SnowflakeType> types) {
        List<TypedExpression> converted = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            converted.add(Coercion.to(row.get(i), types.get(i)));
        }
        return converted;
    }

    @Override
    public Found visitJoin(Relation.Join join) {
        var left = analyze(join.left());
        List<Item> seen = new ArrayList<>(before);
        seen.addAll(left.items());
        var right = new RelationAnalyzer(environment, outer, seen, selected).analyze(join.right());
        return new JoinAnalyzer(environment, outer, selected).join(join, left, right);
    }

    @Override
    public Found visitPivot(Relation.Pivot pivot) {
        return new PivotAnalyzer(environment, outer).pivot(pivot, analyze(pivot.input()));
    }

    @Override
    public Found visitUnpivot(Relation.Unpivot unpivot) {
        return new PivotAnalyzer(environment, outer).unpivot(unpivot, analyze(unpivot.input()));
    }

    @Override
    public Found visitSample(Relation.Sample sample) {
        var found = analyze(sample.input());
        var expressions = new ExpressionAnalyzer(environment, Scope.empty());
        var seed = sample.seed();
        var amount = constant(expressions.analyze(sample.amount()));
        @Nullable String start = seed == null ? null : constant(expressions.analyze(seed));
        SampleRules.check(sample.method(), amount, start);
        var relation = new TypedRelation.Sampled(found.relation(), sample.method(), amount, start);
        return new Found(relation, found.items());
    }

    private String constant(TypedExpression expression) {
        var value = expression instanceof TypedExpression.Value known
                ? known.constant()
                : environment.shared().constants.evaluate(expression);
        if (value.text() == null || !value.type().kind().isNumeric()) {
            throw AnalysisErrors.notConstant("The argument of SAMPLE");
        }
        return value.text();
    }
}
