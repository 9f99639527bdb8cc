package dev.inverterflow.snowflake.local.ast;

import org.jspecify.annotations.Nullable;

/** Where CREATE TABLE takes columns or rows from. */
public sealed interface TableSource {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** AS query: columns and rows. */
    record AsQuery(Query query) implements TableSource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAsQuery(this);
        }
    }

    /** LIKE table: columns only. */
    record Like(QualifiedName table) implements TableSource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLike(this);
        }
    }

    /** CLONE table: columns and rows, of now or of a past moment. */
    record Clone(QualifiedName table, @Nullable TimeTravel at) implements TableSource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitClone(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitAsQuery(AsQuery query);

        R visitLike(Like like);

        R visitClone(Clone clone);
    }
}
