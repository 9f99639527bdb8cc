package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Numbering;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From column definitions to the catalog's columns and the engine's. */
final class TableColumns {

    private TableColumns() {}

    /** The columns of a list of definitions. */
    static List<Column> of(
            List<ColumnDefinition> definitions, SchemaName schema, long tableId, SessionContext session) {
        List<Column> columns = definitions.stream()
                .map(definition -> of(definition, schema, tableId, session))
                .toList();
        requireDistinct(columns);
        return columns;
    }

    static Column of(ColumnDefinition definition, SchemaName schema, long tableId, SessionContext session) {
        TypeName type = definition.type();
        if (type == null) {
            throw Errors.notSupported("a column without a type");
        }
        Expression defaultValue = definition.defaultValue();
        String name = definition.name().name();
        SnowflakeType columnType = Shown.type(type, definition.collation());
        return new Column(
                name,
                columnType,
                !definition.notNull(),
                defaultValue == null ? null : checkedDefault(defaultValue, name, columnType, session),
                identity(definition, columnType, schema, tableId),
                definition.comment() == null ? "" : definition.comment());
    }

    /**
     * A default as it is kept: a sequence is named in full, since it means the one in sight now wherever a row is inserted
     * from later.
     */
    static Expression checkedDefault(Expression written, String column, SnowflakeType type, SessionContext session) {
        DefaultRules.check(written, column, type, session);
        return SequenceNames.isNextValue(written) ? SequenceNames.qualified(written, session) : written;
    }

    /** The default that ALTER COLUMN … SET DEFAULT may set: a sequence's next number in place of another's. */
    static Expression sequenceDefault(Column column, Expression written, SessionContext session) {
        Expression old = column.defaultValue();
        if (old == null || !SequenceNames.isNextValue(old) || !SequenceNames.isNextValue(written)) {
            throw new SnowflakeException(
                    2, "0A000", "SQL compilation error:\nUnsupported feature 'Alter Column Set Default'.");
        }
        return checkedDefault(written, column.name(), column.type(), session);
    }

    /** The statement that makes the engine's table, or puts it in the place of the one there. */
    static String engineTable(String engineName, List<Column> columns) {
        String definitions =
                columns.stream().map(TableColumns::engineDefinition).collect(Collectors.joining(", "));
        return "CREATE OR REPLACE TABLE " + engineName + " (" + definitions + ", " + HiddenColumns.definition() + ")";
    }

    /** Refuses names that occur twice, and names the engine cannot tell apart. */
    static void requireDistinct(List<Column> columns) {
        Set<String> names = new HashSet<>();
        Set<String> folded = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new SnowflakeException(
                        2025, "42S21", "SQL compilation error:\nduplicate column name '" + column.name() + "'");
            }
            if (!folded.add(column.name().toLowerCase(Locale.ROOT))) {
                throw Errors.notSupported("columns whose names differ only in case: " + column.name());
            }
        }
    }

    /** The definition of a column in the engine. */
    static String engineDefinition(Column column) {
        return Identifiers.quote(column.name()) + " " + column.type().duckType()
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** The columns of a table as those of another, which counts its identity columns by itself. */
    static List<Column> copied(List<Column> columns, SchemaName schema, long tableId) {
        return columns.stream()
                .map(column -> {
                    Column.Identity identity = column.identity();
                    return identity == null
                            ? column
                            : column.withIdentity(new Column.Identity(
                                    identity.start(), identity.step(), sequence(schema, tableId, column.name())));
                })
                .toList();
    }

    /** The statements that drop the sequences of identity columns. */
    static List<String> droppedSequences(List<Column> columns) {
        List<String> statements = new ArrayList<>();
        for (Column column : columns) {
            Column.Identity identity = column.identity();
            if (identity != null) {
                statements.add("DROP SEQUENCE " + identity.sequence());
            }
        }
        return statements;
    }

    /** The statements that make the sequences of identity columns. */
    static List<String> sequences(List<Column> columns) {
        List<String> statements = new ArrayList<>();
        for (Column column : columns) {
            Column.Identity identity = column.identity();
            if (identity != null) {
                statements.add(sequence(identity, identity.start()));
            }
        }
        return statements;
    }

    /** The statements that let the identity columns of a clone go on where those of its original are. */
    static List<String> continued(List<Column> originals, List<Column> copies, SessionContext session)
            throws SQLException {
        List<String> statements = new ArrayList<>();
        for (int index = 0; index < copies.size(); index++) {
            Column.Identity original = originals.get(index).identity();
            Column.Identity copy = copies.get(index).identity();
            if (original != null && copy != null) {
                statements.add(sequence(copy, nextValue(original, session)));
            }
        }
        return statements;
    }

    private static long nextValue(Column.Identity identity, SessionContext session) throws SQLException {
        try (PreparedStatement statement = session.connection()
                .prepareStatement(
                        "SELECT last_value FROM duckdb_sequences()"
                                + " WHERE '\"' || replace(schema_name, '\"', '\"\"') || '\".\"' || replace(sequence_name, '\"', '\"\"') || '\"' = ?")) {
            statement.setString(1, identity.sequence());
            try (ResultSet rows = statement.executeQuery()) {
                long last = rows.next() ? rows.getLong(1) : 0;
                return rows.wasNull() ? identity.start() : last + identity.step();
            }
        }
    }

    private static String sequence(Column.Identity identity, long start) {
        return "CREATE OR REPLACE SEQUENCE " + identity.sequence() + " " + EngineDdl.counting(start, identity.step());
    }

    private static Column.@Nullable Identity identity(
            ColumnDefinition definition, SnowflakeType type, SchemaName schema, long tableId) {
        Numbering numbering = definition.identity();
        if (numbering == null) {
            return null;
        }
        DefaultRules.checkIdentity(definition.name().name(), type, numbering.increment());
        String sequence = sequence(schema, tableId, definition.name().name());
        return new Column.Identity(numbering.start(), numbering.increment(), sequence);
    }

    private static String sequence(SchemaName schema, long tableId, String column) {
        return EngineNames.schema(schema) + "." + Identifiers.quote("#" + tableId + "." + column);
    }
}
