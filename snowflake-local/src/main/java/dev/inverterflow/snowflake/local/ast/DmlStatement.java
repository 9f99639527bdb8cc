package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows. */
public sealed interface DmlStatement extends Statement {
    /** Calls the method of its kind. */
    <R> R acceptDml(Visitor<R> visitor);

    @Override
    default <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visitDml(this);
    }

    /**
     * INSERT [OVERWRITE] INTO one table.
     *
     * @param overwrite whether the table is emptied first, in the same transaction
     * @param columns empty if not written: all in order
     */
    record Insert(QualifiedName target, boolean overwrite, List<Identifier> columns, InsertSource source, Span span)
            implements DmlStatement {
        public Insert {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitInsert(this);
        }
    }

    /**
     * INSERT ALL or FIRST: rows of one query into several tables.
     *
     * @param firstOnly FIRST: a row goes to the first branch whose condition holds; ALL: to each
     * @param branches a branch without a condition takes every row
     * @param otherwise the targets after ELSE; empty if none
     */
    record MultiTableInsert(
            boolean overwrite,
            boolean firstOnly,
            List<InsertBranch> branches,
            List<InsertTarget> otherwise,
            Query query,
            Span span)
            implements DmlStatement {
        public MultiTableInsert {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitMultiTableInsert(this);
        }
    }

    /** {@code WHEN condition THEN INTO …}. */
    record InsertBranch(@Nullable Expression condition, List<InsertTarget> targets) {
        public InsertBranch {
            targets = List.copyOf(targets);
        }
    }

    /** {@code INTO table (columns) VALUES (values)}; both lists may be empty, which means all in order. */
    record InsertTarget(QualifiedName table, List<Identifier> columns, List<Expression> values) {
        public InsertTarget {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }

    /** UPDATE … SET … FROM … WHERE …. */
    record Update(
            TableReference target,
            List<Assignment> assignments,
            @Nullable Relation from,
            @Nullable Expression where,
            Span span)
            implements DmlStatement {
        public Update {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitUpdate(this);
        }
    }

    /** {@code column = value}; the column may be qualified by the target's name or alias. */
    record Assignment(ColumnReference column, Expression value) {}

    /** DELETE FROM … USING … WHERE …; several relations after USING are joined by comma. */
    record Delete(
            TableReference target,
            @Nullable Relation using,
            @Nullable Expression where,
            Span span) implements DmlStatement {
        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitDelete(this);
        }
    }

    /** MERGE INTO … USING … ON … WHEN …. */
    record Merge(TableReference target, Relation source, Expression condition, List<MergeClause> clauses, Span span)
            implements DmlStatement {
        public Merge {
            clauses = List.copyOf(clauses);
        }

        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitMerge(this);
        }
    }

    /** TRUNCATE [TABLE] [IF EXISTS] …. */
    record Truncate(QualifiedName table, boolean ifExists, Span span) implements DmlStatement {
        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitTruncate(this);
        }
    }

    /**
     * COPY INTO a table.
     *
     * @param columns empty if not written: all in order
     * @param options FILES, PATTERN, FILE_FORMAT and the copy options
     */
    record CopyIntoTable(
            QualifiedName target, List<Identifier> columns, CopySource source, Properties options, Span span)
            implements DmlStatement {
        public CopyIntoTable {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitCopyIntoTable(this);
        }
    }

    /**
     * COPY INTO a stage.
     *
     * @param query the rows; a table's name after FROM is read as {@code SELECT * FROM} that table
     */
    record CopyIntoLocation(
            StageLocation target, Query query, @Nullable Expression partitionBy, Properties options, Span span)
            implements DmlStatement {
        @Override
        public <R> R acceptDml(Visitor<R> visitor) {
            return visitor.visitCopyIntoLocation(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitInsert(Insert insert);

        R visitMultiTableInsert(MultiTableInsert insert);

        R visitUpdate(Update update);

        R visitDelete(Delete delete);

        R visitMerge(Merge merge);

        R visitTruncate(Truncate truncate);

        R visitCopyIntoTable(CopyIntoTable copy);

        R visitCopyIntoLocation(CopyIntoLocation copy);
    }
}
