package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import java.util.List;

/** What Snowflake refuses in a COPY INTO a table before it looks at any file. */
public final class CopyRules {
    private final StageNames stages;
    private final StageRelations relations;

    public CopyRules(StageNames stages, StageRelations relations) {
        this.stages = stages;
        this.relations = relations;
    }

    /**
     * Checks a statement: its table and stage are there, its format and options are known, its transformation is allowed.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException with the first thing that is wrong
     */
    public void check(CopyIntoTable copy, SessionContext session) {
        var table = table(copy, session);
        var stage = stages.open(copy.source().location(), session);
        var format = FileFormats.of(copy.options(), stage.stage(), session);
        if (copy.source() instanceof CopySource.Transform transform) {
            if (ColumnMatch.of(copy.options()).isPresent()) {
                throw LoadErrors.matchByColumnNameWithTransform();
            }
            TransformRules.check(transform.items());
        }
        CopyOptions.of(copy.options(), OnError.ABORT_STATEMENT);
        if (ValidationMode.of(copy.options()).isPresent()) {
            if (copy.source() instanceof CopySource.Transform) {
                throw LoadErrors.validationOfTransform();
            }
            if (ColumnMatch.of(copy.options()).isPresent()) {
                throw LoadErrors.validationOfMatch();
            }
        }
        if (copy.source() instanceof CopySource.Plain
                && ColumnMatch.of(copy.options()).isEmpty()
                && format.fields() == RowFormat.Fields.ONE_VARIANT
                && columns(copy, table) != 1) {
            throw LoadErrors.oneColumnOnly();
        }
    }

    /** Whether the records of a file must have as many fields as the table has columns; a list of columns asks for no number. */
    public static boolean countsFields(CopyIntoTable copy) {
        return copy.source() instanceof CopySource.Plain && copy.columns().isEmpty();
    }

    /** How many columns of the table a statement fills. */
    public static int columns(CopyIntoTable copy, Table table) {
        return copy.columns().isEmpty()
                ? table.columns().size()
                : copy.columns().size();
    }

    /** Refuses a statement whose names or types do not fit, without a look at any file. */
    public void compile(CopyIntoTable copy, SessionContext session) {
        var stage = stages.open(copy.source().location(), session);
        new StagedInsert(copy, relations, CopyPlan.of(copy, table(copy, session), stage.stage(), session))
                .run(List.of(), insert -> Compiler.of(session).analyze(insert));
    }

    /** The table that is loaded; a temporary one hides a permanent one of the same name. */
    Table table(CopyIntoTable copy, SessionContext session) {
        var name = session.resolve(copy.target());
        return session.temporaryTables()
                .find(name)
                .orElseGet(() -> SchemaObjects.require(ObjectType.TABLE, name, session));
    }
}
