package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.analysis.TargetTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows. */
public sealed interface TypedDml {
    TargetTable target();

    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * INSERT.
     *
     * @param overwrite whether the table is emptied first
     * @param rows a query with one column per column of the target, in its order and with its types
     */
    record Insert(TargetTable target, boolean overwrite, List<TypedExpression> values, TypedQuery rows, int relation)
            implements TypedDml {
        public Insert {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInsert(this);
        }
    }

    /**
     * INSERT of VALUES.
     *
     * @param rows one expression per column of the target, in its order and with its types
     */
    record InsertRows(TargetTable target, boolean overwrite, List<List<TypedExpression>> rows) implements TypedDml {
        public InsertRows {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInsertRows(this);
        }
    }

    /** UPDATE; {@code relation} is the number of the target. */
    record Update(
            TargetTable target,
            int relation,
            List<Assignment> assignments,
            @Nullable TypedRelation from,
            @Nullable TypedExpression where)
            implements TypedDml {
        public Update {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUpdate(this);
        }
    }

    /** DELETE. */
    record Delete(
            TargetTable target,
            int relation,
            @Nullable TypedRelation using,
            @Nullable TypedExpression where) implements TypedDml {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDelete(this);
        }
    }

    /** MERGE. */
    record Merge(
            TargetTable target, int relation, TypedRelation source, TypedExpression condition, List<Clause> clauses)
            implements TypedDml {
        public Merge {
            clauses = List.copyOf(clauses);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMerge(this);
        }
    }

    /** {@code column = value}; the value has the column's type. */
    record Assignment(TargetTable.Column column, TypedExpression value) {}

    /** One WHEN of a MERGE. */
    record Clause(ClauseKind kind, @Nullable TypedExpression condition, List<Assignment> assignments) {
        public Clause {
            assignments = List.copyOf(assignments);
        }
    }

    /** What a WHEN of a MERGE does. */
    enum ClauseKind {
        UPDATE,
        DELETE,
        /** Its assignments name every column of the target. */
        INSERT
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitInsert(Insert insert);

        R visitInsertRows(InsertRows insert);

        R visitUpdate(Update update);

        R visitDelete(Delete delete);

        R visitMerge(Merge merge);
    }
}
