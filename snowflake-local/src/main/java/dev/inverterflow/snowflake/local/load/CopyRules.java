package dev.inverterflow.snowflake.local.load;

import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;

/** What Snowflake refuses in a COPY INTO a table before it looks at any file. */
final class CopyRules {
    private final StageNames stages;

    CopyRules(StageNames stages) {
        this.stages = stages;
    }

    /**
     * Checks a statement: its table and stage are there, its format and options are known, its transformation is allowed.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException with the first thing that is wrong
     */
    void check(CopyIntoTable copy, SessionContext session) {
        var table = table(copy, session);
        var stage = stages.require(copy.source().location(), session);
        FileFormats.of(copy.options(), stage, session);
        if (copy.source() instanceof CopySource.Transform transform) {
            if (copy.options().has("MATCH_BY_COLUMN_NAME")) {
                throw LoadErrors.matchByColumnNameWithTransform();
            }
            TransformRules.check(transform.items());
        }
        CopyOptions.of(copy.options(), CopyOptions.OnError.ABORT_STATEMENT);
        if (copy.source() instanceof CopySource.Plain) {
            int columns = copy.columns().isEmpty()
                    ? table.columns().size()
                    : copy.columns().size();
            if (columns != 1) {
                throw LoadErrors.oneColumnOnly();
            }
        }
    }

    /** The table that is loaded; a temporary one hides a permanent one of the same name. */
    Table table(CopyIntoTable copy, SessionContext session) {
        var name = session.resolve(copy.target());
        return session.temporaryTables()
                .find(name)
                .orElseGet(() -> SchemaObjects.require(ObjectType.TABLE, name, session));
    }
}
