package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something rows come from. Parentheses around a table or a join leave no trace. */
public sealed interface Relation {
    /** The text it was read from. */
    Span span();

    /** Calls the method of its kind. */
    <R> R accept(RelationVisitor<R> visitor);

    /** A table, view, stream or common table expression by name. */
    record TableReference(QualifiedName name, @Nullable TableAlias alias, Span span) implements Relation {
        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitTable(this);
        }
    }

    /**
     * {@code (SELECT …)}.
     *
     * @param lateral whether it sees the relations before it (LATERAL)
     */
    record SubqueryRelation(
            Query query, boolean lateral, @Nullable TableAlias alias, Span span) implements Relation {
        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitSubquery(this);
        }
    }

    /** {@code TABLE(f(…))} or {@code LATERAL FLATTEN(…)}; both see the relations before them. */
    record TableFunctionRelation(
            FunctionCall call, @Nullable TableAlias alias, Span span) implements Relation {
        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitTableFunction(this);
        }
    }

    /** {@code @stage/path (FILE_FORMAT => 'f', PATTERN => 'p')}: files read as rows of {@code $1}, {@code $2}, … */
    record StageRelation(
            StageLocation location,
            Properties options,
            @Nullable TableAlias alias,
            Span span) implements Relation {
        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitStage(this);
        }
    }

    /** {@code VALUES (1, 'a'), (2, 'b')}; without column aliases the columns are COLUMN1, COLUMN2, … */
    record ValuesRelation(
            List<List<Expression>> rows, @Nullable TableAlias alias, Span span) implements Relation {
        public ValuesRelation {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitValues(this);
        }
    }

    /**
     * Two relations joined; chains are nested to the left.
     *
     * @param condition absent for COMMA and CROSS; if absent for another kind, every row meets every row
     */
    record Join(
            JoinKind kind,
            Relation left,
            Relation right,
            @Nullable JoinCondition condition,
            Span span) implements Relation {
        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitJoin(this);
        }
    }

    /** Which rows without a partner stay. */
    enum JoinKind {
        COMMA,
        CROSS,
        INNER,
        LEFT,
        RIGHT,
        FULL,
        /** Each row of the left side with the closest of the right side; its condition is a {@link JoinCondition.Closest}. */
        ASOF
    }

    /**
     * {@code relation PIVOT (aggregate FOR column IN (values))}.
     *
     * @param suffix what the names of the new columns end with, the aggregate's alias; absent if not written
     * @param values constants, each with its alias if written
     * @param defaultOnNull what stands in place of NULL in the new columns; absent if not written
     */
    record Pivot(
            Relation input,
            FunctionCall aggregate,
            @Nullable Identifier suffix,
            Identifier column,
            List<SelectItem> values,
            @Nullable Expression defaultOnNull,
            @Nullable TableAlias alias,
            Span span)
            implements Relation {
        public Pivot {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitPivot(this);
        }
    }

    /**
     * {@code relation UNPIVOT (value FOR name IN (columns))}: a row for each of the columns.
     *
     * @param keepsNulls INCLUDE NULLS; otherwise rows whose value is NULL are left out
     * @param columns columns of the relation, each with the text that stands for it if written
     */
    record Unpivot(
            Relation input,
            boolean keepsNulls,
            Identifier value,
            Identifier name,
            List<UnpivotColumn> columns,
            @Nullable TableAlias alias,
            Span span)
            implements Relation {
        public Unpivot {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitUnpivot(this);
        }
    }

    /** A column that becomes rows, under its own name or another. */
    record UnpivotColumn(Identifier column, @Nullable String shownAs) {}

    /**
     * {@code relation SAMPLE (10)} and its like.
     *
     * @param method how rows are chosen
     * @param amount percents, or a number of rows
     * @param seed null for another choice each time
     */
    record Sample(
            Relation input,
            SampleMethod method,
            Expression amount,
            @Nullable Expression seed,
            Span span) implements Relation {
        @Override
        public <R> R accept(RelationVisitor<R> visitor) {
            return visitor.visitSample(this);
        }
    }

    /** How a sample is chosen. */
    enum SampleMethod {
        /** Each row by itself. */
        ROW,
        /** Blocks of rows. */
        BLOCK,
        /** So many rows. */
        ROWS
    }
}
