package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that stands for a value from elsewhere: a column, a bind, a variable. */
public sealed interface Reference extends Expression {
    /**
     * {@code c}, {@code t.c}, {@code METADATA$FILENAME}. A date part such as {@code day} in {@code DATEADD(day, …)}
     * is read as one, too.
     *
     * @param parts outermost first, one to four
     */
    record ColumnReference(List<Identifier> parts, Span span) implements Reference {
        public ColumnReference {
            parts = List.copyOf(parts);
        }

        /** The column's own name. */
        public Identifier last() {
            return parts.get(parts.size() - 1);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitColumnReference(this);
        }
    }

    /**
     * {@code $1} or {@code t.$1}.
     *
     * @param qualifier the table or alias before the dot
     * @param index 1-based
     */
    record PositionalColumn(@Nullable QualifiedName qualifier, int index, Span span) implements Reference {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitPositionalColumn(this);
        }
    }

    /**
     * {@code *} or {@code t.*}, only as a select item or as the argument of a function.
     *
     * @param like the pattern after ILIKE that keeps some of the columns
     */
    record Star(
            @Nullable QualifiedName qualifier,
            @Nullable StringLiteral like,
            List<Identifier> exclude,
            List<Replacement> replace,
            List<Renaming> rename,
            Span span)
            implements Reference {
        public Star {
            exclude = List.copyOf(exclude);
            replace = List.copyOf(replace);
            rename = List.copyOf(rename);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitStar(this);
        }
    }

    /** {@code * REPLACE (value AS column)}. */
    record Replacement(Expression value, Identifier column) {}

    /** {@code * RENAME (from AS to)}. */
    record Renaming(Identifier from, Identifier to) {}

    /**
     * A value that comes with the request: {@code ?}, counted through the whole text, or {@code :1}.
     *
     * @param index 1-based
     */
    record Bind(int index, Span span) implements Reference {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBind(this);
        }
    }

    /**
     * {@code $name}, set by SET.
     *
     * @param name upper case, without the dollar sign
     */
    record SessionVariable(String name, Span span) implements Reference {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitSessionVariable(this);
        }
    }

    /** DEFAULT, only as a whole value in INSERT, UPDATE and MERGE. */
    record DefaultValue(Span span) implements Reference {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitDefaultValue(this);
        }
    }
}
