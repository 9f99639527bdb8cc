package dev.inverterflow.snowflake.local.storage;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.stream.Collectors;

/**
 * What a value is taken to store, in bytes: texts, JSON and binaries what they are long, all others what their kind takes, NULL
 * nothing. Snowflake compresses columns, by how much depends on what is in them; that is not modelled, so its own figures are
 * smaller.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/cost-understanding-data-storage">Understanding storage cost</a>
 */
final class ColumnBytes {
    private static final int WORD = 8;
    private static final int WORD_AND_OFFSET = 12;
    private static final int DAYS = 4;
    private static final int FLAG = 1;

    private ColumnBytes() {}

    /** The bytes of all values of a relation with the columns of the table, as an expression of the engine. */
    static String sum(Table table) {
        return table.columns().stream().map(ColumnBytes::sum).collect(Collectors.joining(" + "));
    }

    private static String sum(Column column) {
        var name = Identifiers.quote(column.name());
        return switch (column.type().kind()) {
            case TEXT, VARIANT, OBJECT, ARRAY, NULL -> "coalesce(sum(strlen(" + name + ")), 0)";
            case BINARY -> "coalesce(sum(octet_length(" + name + ")), 0)";
            default -> "count(" + name + ") * " + width(column.type().kind());
        };
    }

    private static int width(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> FLAG;
            case DATE -> DAYS;
            case TIMESTAMP_TZ -> WORD_AND_OFFSET;
            default -> WORD;
        };
    }
}
