package dev.inverterflow.snowflake.local.ast;

import java.util.List;

/** Where the rows of an INSERT come from. */
public sealed interface InsertSource {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code VALUES (…), (…)}; an item may be a {@link Reference.DefaultValue}. */
    record Rows(List<List<Expression>> rows) implements InsertSource {
        public Rows {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRows(this);
        }
    }

    /** A query. */
    record FromQuery(Query query) implements InsertSource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFromQuery(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitRows(Rows rows);

        R visitFromQuery(FromQuery query);
    }
}
