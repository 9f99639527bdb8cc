package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Insert;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.InsertSource;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A COPY as the INSERT … SELECT it comes to: its transformation, over rows that were read already, into its table. So names,
 * types and casts mean in a COPY what they mean anywhere.
 */
public final class StagedInsert {
    private static final int NULL_IN_COLUMN = 100072;

    private final CopyIntoTable copy;
    private final StageRelations relations;
    private final CopyPlan plan;

    public StagedInsert(CopyIntoTable copy, StageRelations relations, CopyPlan plan) {
        this.copy = copy;
        this.relations = relations;
        this.plan = plan;
    }

    /** Runs the statement over these rows. */
    public void run(List<StagedRow> rows, Consumer<Insert> session) {
        var from = copy.source().accept(new Relations());
        var name = String.valueOf(copy.source().location().name());
        relations.offer(from, rows, plan.format().fields(), new Origin(Origin.Kind.STAGE, "", "", name));
        try {
            session.accept(statement(from));
        } finally {
            relations.withdraw(from);
        }
    }

    /**
     * The column by which the statement fails, told by filling each column apart; empty if none of them fails so, or if
     * a column that is left out fails so, too.
     *
     * @param row what it fails with
     * @param fault how the statement fails
     * @param tryOut how a statement fails
     */
    public Optional<FaultyColumn> faultyColumn(
            Table table,
            StagedRow row,
            SnowflakeException fault,
            Function<StagedInsert, Optional<SnowflakeException>> tryOut) {
        var names = plan.targets(table);
        var items = plan.items();
        if (items.size() != names.size()) {
            return Optional.empty();
        }
        if (fault.code() == NULL_IN_COLUMN) {
            return withoutValue(table, names, row).or(() -> onlyOneWithoutNull(table, names));
        }
        return IntStream.range(0, items.size())
                .filter(index -> tryOut.apply(new StagedInsert(copy, relations, plan.only(names.get(index), index)))
                        .filter(failure -> String.valueOf(failure.getMessage()).equals(fault.getMessage()))
                        .isPresent())
                .mapToObj(index -> faulty(table, names, index))
                .findFirst();
    }

    private FaultyColumn faulty(Table table, List<Identifier> names, int index) {
        var column = table.column(names.get(index).name());
        boolean asItIs = copy.source() instanceof CopySource.Plain;
        return new FaultyColumn(
                printed(table, names, index),
                plan.fields().get(index),
                asItIs && column.isPresent() && column.get().type().kind() == TypeKind.TEXT
                        ? column.get().type().size()
                        : null);
    }

    /** The first column that refuses NULL and is filled from an empty field; empty if what fills one before it cannot be told. */
    private Optional<FaultyColumn> withoutValue(Table table, List<Identifier> names, StagedRow row) {
        for (int index = 0; index < names.size(); index++) {
            var column = table.column(names.get(index).name());
            if (column.isPresent() && !column.get().nullable()) {
                int field = plan.fields().get(index);
                if (field == 0 || plan.format().fields() == RowFormat.Fields.ONE_VARIANT) {
                    return Optional.empty();
                }
                if (field > row.values().size() || row.values().get(field - 1) == null) {
                    return Optional.of(faulty(table, names, index));
                }
            }
        }
        return Optional.empty();
    }

    /** The column that a field fills without a transformation, as COPY prints it; one that the table does not have by its number. */
    public Optional<String> column(Table table, int field) {
        var names = plan.targets(table);
        if (!(copy.source() instanceof CopySource.Plain) || field < 1) {
            return Optional.empty();
        }
        return Optional.of(
                field <= names.size()
                        ? printed(table, names, field - 1)
                        : Identifiers.quote(table.name().name()) + "[" + field + "]");
    }

    /** Trying columns one by one tells nothing here: those that are left out would be NULL, too. */
    private Optional<FaultyColumn> onlyOneWithoutNull(Table table, List<Identifier> names) {
        List<String> withoutNull = table.columns().stream()
                .filter(column -> !column.nullable())
                .map(Column::name)
                .toList();
        return withoutNull.size() != 1
                ? Optional.empty()
                : IntStream.range(0, names.size())
                        .filter(index -> names.get(index).name().equals(withoutNull.get(0)))
                        .mapToObj(index -> faulty(table, names, index))
                        .findFirst();
    }

    private static String printed(Table table, List<Identifier> names, int index) {
        return Identifiers.quote(table.name().name()) + "["
                + Identifiers.quote(names.get(index).name()) + ":" + (index + 1) + "]";
    }

    /** The rows as the columns of the table would hold them. */
    Result shown(List<StagedRow> rows, Table table, SessionContext session) {
        var from = copy.source().accept(new Relations());
        relations.offer(from, rows, plan.format().fields(), new Origin(Origin.Kind.STAGE, "", "", ""));
        try {
            var targets = plan.targets(table);
            var items = IntStream.range(0, plan.items().size())
                    .mapToObj(index -> shown(plan.items().get(index), table, targets.get(index)))
                    .toList();
            var select = new QueryBody.Select(false, null, items, from, null, null, null, null, copy.span());
            var query = new Query(List.of(), select, List.of(), null, copy.span());
            return session.execute(new QueryStatement(query, copy.span()), text(), Binds.NONE);
        } finally {
            relations.withdraw(from);
        }
    }

    private static SelectItem shown(SelectItem item, Table table, Identifier name) {
        return table.column(name.name())
                .map(column -> new SelectItem(
                        ColumnValue.cast(item.expression(), column.type(), item.span()), name, item.span()))
                .orElse(item);
    }

    /** The COPY as written. */
    public String text() {
        return copy.span().text();
    }

    private Insert statement(StageRelation from) {
        var select = new QueryBody.Select(false, null, plan.items(), from, null, null, null, null, copy.span());
        var query = new Query(List.of(), select, List.of(), null, copy.span());
        return new Insert(copy.target(), false, plan.columns(), new InsertSource.FromQuery(query), copy.span());
    }

    private static final class Relations implements CopySource.Visitor<StageRelation> {
        @Override
        public StageRelation visitPlain(CopySource.Plain plain) {
            return new StageRelation(
                    plain.location(), Properties.none(), null, plain.location().span());
        }

        @Override
        public StageRelation visitTransform(CopySource.Transform transform) {
            var alias = transform.alias();
            return new StageRelation(
                    transform.location(),
                    Properties.none(),
                    alias == null ? null : new TableAlias(alias, List.of()),
                    transform.span());
        }
    }
}
