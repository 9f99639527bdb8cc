package dev.inverterflow.snowflake.local.analysis.tree;

import dev.inverterflow.snowflake.local.analysis.RelationSource.Physical;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.ast.Relation.SampleMethod;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something rows come from. Each relation but a join has a number; {@link TypedExpression.Column} names it by that and
 * the place of the column.
 */
public sealed interface TypedRelation {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** Rows that DuckDB can read. */
    record Stored(int number, String alias, Physical source) implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStored(this);
        }
    }

    /** A subquery or a view. */
    record Derived(int number, String alias, TypedQuery query, boolean lateral) implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDerived(this);
        }
    }

    /** A common table expression by name. */
    record Common(int number, String alias, String duckName, List<ResultColumn> columns) implements TypedRelation {
        public Common {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCommon(this);
        }
    }

    /** VALUES; every row has one expression per type. */
    record Rows(int number, String alias, List<SnowflakeType> types, List<List<TypedExpression>> rows)
            implements TypedRelation {
        public Rows {
            types = List.copyOf(types);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRows(this);
        }
    }

    /**
     * FLATTEN.
     *
     * @param used which of its columns the statement reads, filled in by the end of the analysis
     */
    record Flattened(
            int number,
            String alias,
            TypedExpression input,
            TypedExpression path,
            TypedExpression outer,
            TypedExpression recursive,
            TypedExpression mode,
            BitSet used)
            implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFlattened(this);
        }
    }

    /** SPLIT_TO_TABLE. */
    record Split(int number, String alias, TypedExpression text, TypedExpression separator) implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSplit(this);
        }
    }

    /**
     * A user-defined table function.
     *
     * @param engineKey what the engine knows it by
     * @param arguments one per parameter, converted
     * @param partition what makes a partition of the rows to the left; all rows are one if it is empty
     * @param order the order of the rows within a partition
     * @param columns the types of what it gives
     */
    record Applied(
            int number,
            String alias,
            String engineKey,
            List<TypedExpression> arguments,
            List<TypedExpression> partition,
            List<SortKey> order,
            List<SnowflakeType> columns)
            implements TypedRelation {
        public Applied {
            arguments = List.copyOf(arguments);
            partition = List.copyOf(partition);
            order = List.copyOf(order);
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitApplied(this);
        }
    }

    /** GENERATOR: so many rows; its only column, hidden, counts from 0. */
    record Generated(int number, String alias, long rows) implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitGenerated(this);
        }
    }

    /** A join; without a condition every row meets every row. */
    record Joined(
            JoinKind kind,
            TypedRelation left,
            TypedRelation right,
            @Nullable TypedExpression condition) implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitJoined(this);
        }
    }

    /**
     * Some of the rows of a relation, chosen at random.
     *
     * @param amount percents, or a number of rows
     * @param seed null for another choice each time
     */
    record Sampled(
            TypedRelation input,
            SampleMethod method,
            String amount,
            @Nullable String seed) implements TypedRelation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSampled(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitStored(Stored stored);

        R visitDerived(Derived derived);

        R visitCommon(Common common);

        R visitRows(Rows rows);

        R visitFlattened(Flattened flattened);

        R visitSplit(Split split);

        R visitApplied(Applied applied);

        R visitGenerated(Generated generated);

        R visitJoined(Joined joined);

        R visitSampled(Sampled sampled);
    }
}
