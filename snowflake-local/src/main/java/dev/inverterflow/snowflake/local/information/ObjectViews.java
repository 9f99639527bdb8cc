package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Durability;
import dev.inverterflow.snowflake.local.catalog.FileFormat;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.Sequence;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.ViewsSchema;
import dev.inverterflow.snowflake.local.load.pipe.Pipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DATABASES, SCHEMATA, STAGES, FILE_FORMATS, SEQUENCES and PIPES. */
final class ObjectViews {

    private static final String RETENTION = "DATA_RETENTION_TIME_IN_DAYS";
    private static final String ROLE = "ROLE";

    private ObjectViews() {}

    static List<InformationView> all() {
        return List.of(catalogName(), databases(), schemata(), stages(), formats(), sequences(), pipes());
    }

    private static InformationView catalogName() {
        return InformationView.<String>of("INFORMATION_SCHEMA_CATALOG_NAME", look -> List.of(look.database()))
                .text("CATALOG_NAME", (name, look) -> name)
                .build();
    }

    private static InformationView databases() {
        return InformationView.<Database>of("DATABASES", look -> Shown.visible(AccountType.DATABASE, look.session()))
                .text("DATABASE_NAME", (database, look) -> database.name())
                .text("DATABASE_OWNER", (database, look) -> database.owner())
                .text("IS_TRANSIENT", (database, look) -> yes(database.durability() == Durability.TRANSIENT))
                .text("COMMENT", (database, look) -> comment(database.comment()))
                .time("CREATED", (database, look) -> Shown.time(database.createdOn()))
                .time("LAST_ALTERED", (database, look) -> Shown.time(database.createdOn()))
                .number(
                        "RETENTION_TIME",
                        (database, look) -> database.properties().getOrDefault(RETENTION, "1"))
                .text("TYPE", "STANDARD")
                .text("OWNER_ROLE_TYPE", ROLE)
                .build();
    }

    private static InformationView schemata() {
        return InformationView.<Schema>of("SCHEMATA", ObjectViews::schemas)
                .text("CATALOG_NAME", (schema, look) -> schema.name().database())
                .text("SCHEMA_NAME", (schema, look) -> schema.name().schema())
                .text("SCHEMA_OWNER", (schema, look) -> schema.owner().isEmpty() ? null : schema.owner())
                .text("IS_TRANSIENT", (schema, look) -> yes(schema.durability() == Durability.TRANSIENT))
                .text("IS_MANAGED_ACCESS", "NO")
                .number("RETENTION_TIME", (schema, look) -> schema.properties().getOrDefault(RETENTION, "1"))
                .empty("DEFAULT_CHARACTER_SET_CATALOG")
                .empty("DEFAULT_CHARACTER_SET_SCHEMA")
                .empty("DEFAULT_CHARACTER_SET_NAME")
                .empty("SQL_PATH")
                .time("CREATED", (schema, look) -> Shown.time(schema.createdOn()))
                .time("LAST_ALTERED", (schema, look) -> Shown.time(schema.createdOn()))
                .text("COMMENT", (schema, look) -> comment(schema.comment()))
                .text("OWNER_ROLE_TYPE", (schema, look) -> schema.owner().isEmpty() ? null : ROLE)
                .build();
    }

    private static InformationView stages() {
        return InformationView.<Stage>of("STAGES", look -> look.objects(ObjectType.STAGE))
                .text("STAGE_CATALOG", (stage, look) -> stage.name().database())
                .text("STAGE_SCHEMA", (stage, look) -> stage.name().schema())
                .text("STAGE_NAME", (stage, look) -> stage.name().name())
                .text("STAGE_URL", (stage, look) -> stage.url())
                .text("STAGE_REGION", (stage, look) -> null)
                .text("STAGE_TYPE", (stage, look) -> stage.external() ? "External Named" : "Internal Named")
                .text("STAGE_OWNER", (stage, look) -> stage.owner())
                .text("COMMENT", (stage, look) -> comment(stage.comment()))
                .time("CREATED", (stage, look) -> Shown.time(stage.createdOn()))
                .time("LAST_ALTERED", (stage, look) -> Shown.time(stage.createdOn()))
                .text("ENDPOINT", (stage, look) -> null)
                .text("OWNER_ROLE_TYPE", ROLE)
                .text(
                        "DIRECTORY_ENABLED",
                        (stage, look) -> yes(stage.property("DIRECTORY.ENABLE")
                                .filter(Boolean::parseBoolean)
                                .isPresent()))
                .text("STORAGE_INTEGRATION", (stage, look) -> stage.integration())
                .build();
    }

    private static InformationView formats() {
        return InformationView.<FileFormat>of("FILE_FORMATS", look -> look.objects(ObjectType.FILE_FORMAT))
                .text("FILE_FORMAT_CATALOG", (format, look) -> format.name().database())
                .text("FILE_FORMAT_SCHEMA", (format, look) -> format.name().schema())
                .text("FILE_FORMAT_NAME", (format, look) -> format.name().name())
                .text("FILE_FORMAT_OWNER", (format, look) -> format.owner())
                .text("FILE_FORMAT_TYPE", (format, look) -> format.type())
                .text("RECORD_DELIMITER", (format, look) -> option(format, "RECORD_DELIMITER", "\\n"))
                .text("FIELD_DELIMITER", (format, look) -> option(format, "FIELD_DELIMITER", ","))
                .number("SKIP_HEADER", (format, look) -> option(format, "SKIP_HEADER", "0"))
                .text("DATE_FORMAT", (format, look) -> format.options().getOrDefault("DATE_FORMAT", "AUTO"))
                .text("TIME_FORMAT", (format, look) -> format.options().getOrDefault("TIME_FORMAT", "AUTO"))
                .text("TIMESTAMP_FORMAT", (format, look) -> format.options().getOrDefault("TIMESTAMP_FORMAT", "AUTO"))
                .text("BINARY_FORMAT", (format, look) -> format.options().getOrDefault("BINARY_FORMAT", "HEX"))
                .text("ESCAPE", (format, look) -> option(format, "ESCAPE", "NONE"))
                .text("ESCAPE_UNENCLOSED_FIELD", (format, look) -> option(format, "ESCAPE_UNENCLOSED_FIELD", "\\\\"))
                .text("TRIM_SPACE", (format, look) -> format.options().getOrDefault("TRIM_SPACE", "false"))
                .text(
                        "FIELD_OPTIONALLY_ENCLOSED_BY",
                        (format, look) -> option(format, "FIELD_OPTIONALLY_ENCLOSED_BY", "NONE"))
                .text("NULL_IF", (format, look) -> format.options().get("NULL_IF"))
                .text("COMPRESSION", (format, look) -> format.options().getOrDefault("COMPRESSION", "AUTO"))
                .text(
                        "ERROR_ON_COLUMN_COUNT_MISMATCH",
                        (format, look) -> option(format, "ERROR_ON_COLUMN_COUNT_MISMATCH", "true"))
                .time("CREATED", (format, look) -> Shown.time(format.createdOn()))
                .time("LAST_ALTERED", (format, look) -> Shown.time(format.createdOn()))
                .text("COMMENT", (format, look) -> comment(format.comment()))
                .build();
    }

    private static InformationView sequences() {
        return InformationView.<Sequence>of("SEQUENCES", look -> look.objects(ObjectType.SEQUENCE))
                .text("SEQUENCE_CATALOG", (sequence, look) -> sequence.name().database())
                .text("SEQUENCE_SCHEMA", (sequence, look) -> sequence.name().schema())
                .text("SEQUENCE_NAME", (sequence, look) -> sequence.name().name())
                .text("SEQUENCE_OWNER", (sequence, look) -> sequence.owner())
                .text("DATA_TYPE", "NUMBER")
                .number("NUMERIC_PRECISION", (sequence, look) -> "38")
                .number("NUMERIC_PRECISION_RADIX", (sequence, look) -> "10")
                .number("NUMERIC_SCALE", (sequence, look) -> "0")
                .text("START_VALUE", (sequence, look) -> String.valueOf(sequence.start()))
                .empty("MINIMUM_VALUE")
                .empty("MAXIMUM_VALUE")
                .number("NEXT_VALUE", (sequence, look) -> null)
                .text("INCREMENT", (sequence, look) -> String.valueOf(sequence.increment()))
                .text("CYCLE_OPTION", "NO")
                .time("CREATED", (sequence, look) -> Shown.time(sequence.createdOn()))
                .time("LAST_ALTERED", (sequence, look) -> Shown.time(sequence.createdOn()))
                .text("ORDERED", (sequence, look) -> yes(sequence.ordered()))
                .text("COMMENT", (sequence, look) -> comment(sequence.comment()))
                .build();
    }

    private static InformationView pipes() {
        return InformationView.<SchemaObject>of("PIPES", look -> List.copyOf(look.objects("PIPE")))
                .text("PIPE_CATALOG", (pipe, look) -> pipe.name().database())
                .text("PIPE_SCHEMA", (pipe, look) -> pipe.name().schema())
                .text("PIPE_NAME", (pipe, look) -> pipe.name().name())
                .text("PIPE_OWNER", (pipe, look) -> pipe.owner())
                .text(
                        "DEFINITION",
                        (pipe, look) ->
                                pipe instanceof Pipe known ? known.copy().span().text() : null)
                .text("IS_AUTOINGEST_ENABLED", "YES")
                .text(
                        "NOTIFICATION_CHANNEL_NAME",
                        (pipe, look) -> pipe instanceof Pipe known ? known.notificationChannel() : null)
                .time("CREATED", (pipe, look) -> Shown.time(pipe.createdOn()))
                .time("LAST_ALTERED", (pipe, look) -> Shown.time(pipe.createdOn()))
                .text("COMMENT", (pipe, look) -> comment(pipe.comment()))
                .empty("PATTERN")
                .build();
    }

    private static List<Schema> schemas(Look look) {
        return ViewsSchema.among(look.database(), look.session()).stream()
                .filter(schema -> ViewsSchema.isOne(schema)
                        || look.session()
                                .access()
                                .sees(schema, "SCHEMA", schema.name().toString()))
                .toList();
    }

    /** An option that only CSV has. */
    private static @Nullable String option(FileFormat format, String name, String defaultValue) {
        return format.type().equals("CSV") ? format.options().getOrDefault(name, defaultValue) : null;
    }

    private static @Nullable String comment(String comment) {
        return comment.isEmpty() ? null : comment;
    }

    private static String yes(boolean value) {
        return value ? "YES" : "NO";
    }
}
