package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.ColumnUses.Use;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of each value of a column at once, with the arrays in it that are flattened.
 *
 * @param number of the relation that the parts are columns of
 * @param place the column
 * @param parts none if the shape is that of a single value
 */
record ShapeNode(int number, ColumnUses.Place place, Shape shape, List<Part> parts) {
    ShapeNode {
        parts = List.copyOf(parts);
    }

    /**
     * A value at a path.
     *
     * @param names the steps of the path
     * @param level what flattens the value; null if it is read itself
     */
    record Part(
            String path,
            List<String> names,
            Set<Use> uses,
            @Nullable Level level) {
        Part {
            names = List.copyOf(names);
            uses = Set.copyOf(uses);
        }

        boolean isText() {
            return uses.contains(Use.TEXT);
        }

        boolean isValue() {
            return level == null && uses.stream().anyMatch(use -> use != Use.TEXT);
        }

        /** Whether JSON null is something else there than a member that is not there. */
        boolean tellsNulls() {
            return level == null && uses.stream().anyMatch(use -> use != Use.TEXT && use != Use.CONVERTED);
        }
    }

    /**
     * A FLATTEN.
     *
     * @param element what is read of its VALUE
     */
    record Level(TypedRelation.Flattened flattened, ShapeNode element, boolean objects) {}

    /** Whether a part, or one in an element of it, tells JSON null and SQL NULL apart. */
    boolean tellsNulls() {
        return parts.stream()
                .anyMatch(part -> part.tellsNulls()
                        || Stream.ofNullable(part.level())
                                .anyMatch(level -> level.element().tellsNulls()));
    }

    /** Whether a part is known only beside the way its document was read. */
    boolean asksForReader() {
        return parts.stream()
                .flatMap(part -> Stream.ofNullable(part.level()))
                .anyMatch(level ->
                        level.element().parts().isEmpty() || level.element().asksForReader());
    }
}
