package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where COPY INTO a table reads from. */
public sealed interface CopySource {
    /** The stage, with or without a transformation over it. */
    StageLocation location();

    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code FROM @stage/path}. */
    record Plain(StageLocation location) implements CopySource {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPlain(this);
        }
    }

    /**
     * {@code FROM (SELECT items FROM @stage/path alias)}. Anything beyond that is refused by the parser with 002098;
     * which functions the items may use is for the load to say.
     */
    record Transform(
            List<SelectItem> items,
            StageLocation location,
            @Nullable Identifier alias,
            Span span) implements CopySource {
        public Transform {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTransform(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitPlain(Plain plain);

        R visitTransform(Transform transform);
    }
}
