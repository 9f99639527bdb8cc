package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What goes with a schema. */
final class SchemaContents {

    private final Consumer<Stage> droppedStage;

    SchemaContents(Consumer<Stage> droppedStage) {
        this.droppedStage = droppedStage;
    }

    /**
     * Drops the schema with everything in it.
     *
     * @param afterwards what the engine is to do in the same transaction
     */
    void drop(SchemaName name, List<String> afterwards, SessionContext session) throws SQLException {
        List<String> ddl = new ArrayList<>();
        session.catalog()
                .objects(ObjectType.SEQUENCE)
                .in(name)
                .forEach(sequence -> ddl.add("DROP SEQUENCE " + EngineNames.sequence(sequence)));
        ddl.add("DROP SCHEMA " + EngineNames.schema(name) + " CASCADE");
        ddl.addAll(afterwards);
        for (Table table : session.catalog().objects(ObjectType.TABLE).in(name)) {
            session.transaction().drops(table);
        }
        EngineDdl.run(session, ddl);
        List<Stage> stages = session.catalog().objects(ObjectType.STAGE).in(name);
        session.catalog().removeSchema(name);
        stages.forEach(droppedStage);
    }
}
