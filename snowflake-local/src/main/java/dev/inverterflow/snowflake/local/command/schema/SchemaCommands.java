package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateDatabase;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateFileFormat;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSchema;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSequence;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStage;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTable;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateView;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Comment;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.command.DdlCommand;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.TableBytes;
import java.util.function.Consumer;

/** The commands of databases, schemas, tables, views, sequences, stages and file formats. */
public final class SchemaCommands implements CommandSet {

    private final StageDdl stages;
    private final Consumer<Stage> droppedStage;
    private final TableBytes bytes;

    /**
     * @param droppedStage told each internal stage whose files can go
     * @param bytes how much tables store
     */
    public SchemaCommands(Consumer<Stage> droppedStage, TableBytes bytes) {
        this.stages = new StageDdl(droppedStage);
        this.droppedStage = droppedStage;
        this.bytes = bytes;
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registerContainers(registry);
        registerTables(registry);
        registerViews(registry);
        registerSequences(registry);
        registerStages(registry);
        CommentCommand comment = new CommentCommand();
        for (ObjectKind kind : CommentCommand.KINDS) {
            registry.comment(kind, DdlCommand.<Comment>of(comment::run));
        }
    }

    private void registerContainers(CommandRegistry.Builder registry) {
        SchemaContents contents = new SchemaContents(droppedStage);
        DatabaseDdl databases = new DatabaseDdl(contents);
        SchemaDdl schemas = new SchemaDdl(contents);
        registry.add(CreateDatabase.class, DdlCommand.of(databases::create))
                .alter(ObjectKind.DATABASE, DdlCommand.of(databases::alter))
                .drop(ObjectKind.DATABASE, DdlCommand.of(databases::drop))
                .show(ShowKind.DATABASES, ListCommand.of(DatabaseDdl.COLUMNS, ListCommand.TERSE, databases::show))
                .describe(ObjectKind.DATABASE, ListCommand.describing(DatabaseDdl.CONTENTS, databases::describe))
                .add(CreateSchema.class, DdlCommand.of(schemas::create))
                .alter(ObjectKind.SCHEMA, DdlCommand.of(schemas::alter))
                .drop(ObjectKind.SCHEMA, DdlCommand.of(schemas::drop))
                .show(ShowKind.SCHEMAS, ListCommand.of(SchemaDdl.COLUMNS, ListCommand.TERSE, schemas::show))
                .describe(ObjectKind.SCHEMA, ListCommand.describing(DatabaseDdl.CONTENTS, schemas::describe));
    }

    private void registerTables(CommandRegistry.Builder registry) {
        TableListing listing = new TableListing(bytes);
        KeyListing keys = new KeyListing();
        registry.add(CreateTable.class, new CreateTableCommand())
                .alter(ObjectKind.TABLE, DdlCommand.of(new AlterTable()::run))
                .drop(ObjectKind.TABLE, new DropTableCommand())
                .show(ShowKind.TABLES, ListCommand.of(TableListing.TABLES, ListCommand.TERSE, listing::tables))
                .show(ShowKind.OBJECTS, ListCommand.of(TableListing.OBJECTS, ListCommand.TERSE, listing::objects))
                .show(ShowKind.COLUMNS, ListCommand.of(ColumnListing.COLUMNS, ColumnListing::rows))
                .show(ShowKind.PRIMARY_KEYS, ListCommand.alike(KeyListing.PRIMARY_KEYS, keys::primaryKeys))
                .show(ShowKind.UNIQUE_KEYS, ListCommand.alike(KeyListing.PRIMARY_KEYS, keys::uniqueKeys))
                .show(ShowKind.IMPORTED_KEYS, ListCommand.alike(KeyListing.FOREIGN_KEYS, keys::importedKeys))
                .show(ShowKind.EXPORTED_KEYS, ListCommand.alike(KeyListing.FOREIGN_KEYS, keys::exportedKeys))
                .describe(ObjectKind.TABLE, ListCommand.describing(DescribeTable.COLUMNS, DescribeTable::rows));
    }

    private static void registerViews(CommandRegistry.Builder registry) {
        ViewDdl views = new ViewDdl();
        registry.add(CreateView.class, DdlCommand.of(views::create))
                .alter(ObjectKind.VIEW, DdlCommand.of(views::alter))
                .drop(ObjectKind.VIEW, DdlCommand.of(views::drop))
                .show(ShowKind.VIEWS, ListCommand.of(ViewDdl.COLUMNS, ListCommand.TERSE, views::show))
                .describe(ObjectKind.VIEW, ListCommand.describing(DescribeTable.COLUMNS, DescribeTable::rows));
    }

    private static void registerSequences(CommandRegistry.Builder registry) {
        SequenceDdl sequences = new SequenceDdl();
        registry.add(CreateSequence.class, DdlCommand.of(sequences::create))
                .alter(ObjectKind.SEQUENCE, DdlCommand.of(sequences::alter))
                .drop(ObjectKind.SEQUENCE, DdlCommand.of(sequences::drop))
                .show(ShowKind.SEQUENCES, ListCommand.of(SequenceDdl.COLUMNS, sequences::show))
                .describe(ObjectKind.SEQUENCE, ListCommand.describing(SequenceDdl.COLUMNS, sequences::describe));
    }

    private void registerStages(CommandRegistry.Builder registry) {
        FileFormatDdl formats = new FileFormatDdl();
        registry.add(CreateStage.class, DdlCommand.of(stages::create))
                .alter(ObjectKind.STAGE, DdlCommand.of(stages::alter))
                .drop(
                        ObjectKind.STAGE,
                        DdlCommand.of(
                                (drop, session) -> SchemaObjects.drop(drop, ObjectType.STAGE, session, droppedStage)))
                .show(ShowKind.STAGES, ListCommand.of(StageDdl.COLUMNS, stages::show))
                .describe(ObjectKind.STAGE, ListCommand.describing(StageDdl.PROPERTIES, stages::describe))
                .add(CreateFileFormat.class, DdlCommand.of(formats::create))
                .alter(ObjectKind.FILE_FORMAT, DdlCommand.of(formats::alter))
                .drop(
                        ObjectKind.FILE_FORMAT,
                        DdlCommand.of((drop, session) ->
                                SchemaObjects.drop(drop, ObjectType.FILE_FORMAT, session, dropped -> {})))
                .show(ShowKind.FILE_FORMATS, ListCommand.of(FileFormatDdl.COLUMNS, formats::show))
                .describe(ObjectKind.FILE_FORMAT, ListCommand.describing(FileFormatDdl.PROPERTIES, formats::describe));
    }
}
