package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One item of a SELECT list; its expression may be a {@link Reference.Star}.
 *
 * @param span the expression as written, parentheses included, alias not
 */
public record SelectItem(Expression expression, @Nullable Identifier alias, Span span) {
    /**
     * The name of the result column: the alias, the column's own name or the upper-cased source text, as Snowflake
     * names it. A star has none of its own.
     */
    public String label() {
        if (alias != null) {
            return alias.name();
        }
        return expression instanceof ColumnReference column
                ? column.last().name()
                : span.text().toUpperCase(Locale.ROOT);
    }
}
