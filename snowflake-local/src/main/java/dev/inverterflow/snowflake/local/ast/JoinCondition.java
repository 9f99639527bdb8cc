package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of two relations belong together. */
public sealed interface JoinCondition {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** ON. */
    record On(Expression condition) implements JoinCondition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOn(this);
        }
    }

    /** USING: equal names, one column in the result. */
    record Using(List<Identifier> columns) implements JoinCondition {
        public Using {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUsing(this);
        }
    }

    /** NATURAL: all equal names. */
    record Natural() implements JoinCondition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNatural(this);
        }
    }

    /**
     * MATCH_CONDITION of an ASOF JOIN.
     *
     * @param match compares a value of the left side with one of the right side
     * @param keys ON or USING, which rows of the right side count at all; absent for all
     */
    record Closest(Operation.Binary match, @Nullable JoinCondition keys) implements JoinCondition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitClosest(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitOn(On on);

        R visitUsing(Using using);

        R visitNatural(Natural natural);

        R visitClosest(Closest closest);
    }
}
