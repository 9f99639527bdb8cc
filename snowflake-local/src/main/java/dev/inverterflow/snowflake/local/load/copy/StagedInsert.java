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
import java.util.List;
import java.util.function.Consumer;

/**
 * A COPY as the INSERT … SELECT it comes to: its transformation, over rows that were read already, into its table. So names,
 * types and casts mean in a COPY what they mean anywhere.
 */
public final class StagedInsert {
    private final CopyIntoTable copy;
    private final StageRelations relations;

    public StagedInsert(CopyIntoTable copy, StageRelations relations) {
        this.copy = copy;
        this.relations = relations;
    }

    /** Runs the statement over these rows. */
    public void run(List<StagedRow> rows, Consumer<Insert> session) {
        var from = copy.source().accept(new Relations());
        var name = String.valueOf(copy.source().location().name());
        relations.offer(from, rows, new Origin(Origin.Kind.STAGE, "", "", name));
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
        var items = copy.source().accept(new Items());
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

    private static final class Items implements CopySource.Visitor<List<SelectItem>> {
        @Override
        public List<SelectItem> visitPlain(CopySource.Plain plain) {
            var span = plain.location().span();
            return List.of(new SelectItem(new PositionalColumn(null, 1, span), null, span));
        }

        @Override
        public List<SelectItem> visitTransform(CopySource.Transform transform) {
            return transform.items();
        }
    }
}
