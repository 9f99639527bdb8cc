package dev.inverterflow.snowflake.local.execution;

import java.util.List;

/**
 * The binds of a statement, by position. With more than one row it is a batch: one statement, all rows or none.
 *
 * @param positions the bind of each {@code ?}, from the first
 * @param rows how many rows of binds there are; 1 for a statement that is no batch
 */
public record Binds(List<Bind> positions, int rows) {

    public static final Binds NONE = new Binds(List.of(), 1);

    public Binds {
        positions = List.copyOf(positions);
        for (Bind bind : positions) {
            if (bind.values().size() != rows) {
                throw new IllegalArgumentException("each bind needs " + rows + " values, one has "
                        + bind.values().size());
            }
        }
    }

    /** Binds of one row. */
    public static Binds of(List<Bind> positions) {
        return new Binds(positions, 1);
    }

    public boolean isBatch() {
        return rows > 1;
    }

    /** The binds of one row alone. */
    public Binds row(int index) {
        return of(positions.stream()
                .map(bind -> Bind.of(bind.type(), bind.values().get(index)))
                .toList());
    }
}
