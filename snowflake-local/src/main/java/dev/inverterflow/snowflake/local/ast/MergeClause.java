package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Assignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One WHEN of a MERGE. */
public sealed interface MergeClause {
    /** The condition after AND. */
    @Nullable
    Expression condition();

    /** The words before its condition. */
    default String when() {
        return "WHEN MATCHED";
    }

    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code WHEN MATCHED [AND …] THEN UPDATE SET …}. */
    record MatchedUpdate(@Nullable Expression condition, List<Assignment> assignments) implements MergeClause {
        public MatchedUpdate {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMatchedUpdate(this);
        }
    }

    /** {@code WHEN MATCHED [AND …] THEN UPDATE ALL BY NAME}. */
    record MatchedUpdateByName(@Nullable Expression condition) implements MergeClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMatchedUpdateByName(this);
        }
    }

    /** {@code WHEN MATCHED [AND …] THEN DELETE}. */
    record MatchedDelete(@Nullable Expression condition) implements MergeClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMatchedDelete(this);
        }
    }

    /** {@code WHEN NOT MATCHED [AND …] THEN INSERT (…) VALUES (…)}; without columns: all in order. */
    record NotMatchedInsert(@Nullable Expression condition, List<Identifier> columns, List<Expression> values)
            implements MergeClause {
        public NotMatchedInsert {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNotMatchedInsert(this);
        }

        @Override
        public String when() {
            return "WHEN NOT MATCHED";
        }
    }

    /** {@code WHEN NOT MATCHED [AND …] THEN INSERT ALL BY NAME}. */
    record NotMatchedInsertByName(@Nullable Expression condition) implements MergeClause {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNotMatchedInsertByName(this);
        }

        @Override
        public String when() {
            return "WHEN NOT MATCHED";
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitMatchedUpdate(MatchedUpdate clause);

        R visitMatchedUpdateByName(MatchedUpdateByName clause);

        R visitMatchedDelete(MatchedDelete clause);

        R visitNotMatchedInsert(NotMatchedInsert clause);

        R visitNotMatchedInsertByName(NotMatchedInsertByName clause);
    }
}
