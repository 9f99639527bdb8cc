package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Insert;
import dev.inverterflow.snowflake.local.ast.InsertSource;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Reference.PositionalColumn;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A COPY as the INSERT … SELECT it comes to: its transformation, over rows that were read already, into its table. So names,
 * types and casts mean in a COPY what they mean anywhere.
 */
public final class StagedInsert {
    private final CopyIntoTable copy;
    private final StageRelations relations;
    private final RowFormat.Fields fields;
    private final int columns;

    /**
     * The statement as an INSERT.
     *
     * @param fields what the rows are made of
     * @param columns how many columns it fills; a COPY without transformation takes as many fields
     */
    public StagedInsert(CopyIntoTable copy, StageRelations relations, RowFormat.Fields fields, int columns) {
        this.copy = copy;
        this.relations = relations;
        this.fields = fields;
        this.columns = columns;
    }

    /** Runs the statement over these rows. */
    public void run(List<StagedRow> rows, Consumer<Insert> session) {
        var from = copy.source().accept(new Relations());
        var name = String.valueOf(copy.source().location().name());
        relations.offer(from, rows, fields, new Origin(Origin.Kind.STAGE, "", "", name));
        try {
            session.accept(statement(from));
        } finally {
            relations.withdraw(from);
        }
    }

    /** The COPY as written. */
    public String text() {
        return copy.span().text();
    }

    private Insert statement(StageRelation from) {
        var items = copy.source().accept(new Items(columns));
        var select = new QueryBody.Select(false, null, items, from, null, null, null, null, copy.span());
        var query = new Query(List.of(), select, List.of(), null, copy.span());
        return new Insert(copy.target(), false, copy.columns(), new InsertSource.FromQuery(query), copy.span());
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

    private record Items(int columns) implements CopySource.Visitor<List<SelectItem>> {
        @Override
        public List<SelectItem> visitPlain(CopySource.Plain plain) {
            var span = plain.location().span();
            return IntStream.rangeClosed(1, columns)
                    .mapToObj(index -> new SelectItem(new PositionalColumn(null, index, span), null, span))
                    .toList();
        }

        @Override
        public List<SelectItem> visitTransform(CopySource.Transform transform) {
            return transform.items();
        }
    }
}
