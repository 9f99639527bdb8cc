package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.analysis.TargetTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes rows. */
public sealed interface TypedDml {
    TargetTable target();

    /** The tables whose rows change: one, but for {@link InsertAll}. */
    default List<TargetTable> targets() {
        return List.of(target());
    }

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

    /**
     * INSERT of the rows of one query into several tables.
     *
     * @param overwrite whether the tables are emptied first
     * @param relation the number that the values know the rows by
     * @param branches one for each INTO, in order
     */
    record InsertAll(boolean overwrite, TypedQuery rows, int relation, List<Branch> branches) implements TypedDml {
        public InsertAll {
            branches = List.copyOf(branches);
        }

        @Override
        public TargetTable target() {
            return branches.get(0).target();
        }

        @Override
        public List<TargetTable> targets() {
            return branches.stream().map(Branch::target).distinct().toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInsertAll(this);
        }
    }

    /**
     * One INTO of an INSERT into several tables.
     *
     * @param condition which rows it takes; null for all
     * @param values one expression per column of the target, in its order and with its types
     */
    record Branch(TargetTable target, @Nullable TypedExpression condition, List<TypedExpression> values) {
        public Branch {
            values = List.copyOf(values);
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

    /**
     * MERGE.
     *
     * @param deterministic whether a row that would be updated twice, or updated and deleted, is an error; else one of the
     *     source's rows does it
     */
    record Merge(
            TargetTable target,
            int relation,
            TypedRelation source,
            TypedExpression condition,
            List<Clause> clauses,
            boolean deterministic)
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

        R visitInsertAll(InsertAll insert);

        R visitUpdate(Update update);

        R visitDelete(Delete delete);

        R visitMerge(Merge merge);
    }
}
