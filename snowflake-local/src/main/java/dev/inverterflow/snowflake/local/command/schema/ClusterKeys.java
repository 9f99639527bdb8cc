package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Clustering keys: shown, without effect on how the engine stores rows. */
final class ClusterKeys {

    private ClusterKeys() {}

    /**
     * The key of a table with these columns, as {@link #text(List)} has it.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 000904 for a column that the table has not
     */
    static String checked(List<Expression> keys, List<Column> columns, SessionContext session) {
        List<RelationColumn> visible = columns.stream()
                .map(column -> new RelationColumn(
                        column.name(), column.type(), column.nullable(), RelationColumn.Visibility.LISTED))
                .toList();
        Compiler compiler = Compiler.of(session);
        keys.forEach(key -> compiler.check(key, visible));
        return text(keys);
    }

    /** Whether a key as {@link #text(List)} has it names a column. */
    static boolean names(String key, String column) {
        String quoted = Identifiers.quote(column);
        boolean plain = Pattern.compile(
                        "(?<![\\w$\"])" + Pattern.quote(column) + "(?![\\w$\"])", Pattern.CASE_INSENSITIVE)
                .matcher(key.replaceFirst("^LINEAR", ""))
                .find();
        return key.contains(quoted) || plain && column.equals(column.toUpperCase(Locale.ROOT));
    }

    /** The key as SHOW TABLES prints it, such as {@code LINEAR(A, B)}; empty for no key. */
    private static String text(List<Expression> keys) {
        return keys.isEmpty()
                ? ""
                : keys.stream().map(key -> key.span().text()).collect(Collectors.joining(", ", "LINEAR(", ")"));
    }
}
