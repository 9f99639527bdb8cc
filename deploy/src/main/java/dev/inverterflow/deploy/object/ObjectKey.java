package dev.inverterflow.deploy.object;

import java.util.Comparator;

/**
 * Names an object within its schema.
 *
 * @param name as Snowflake stores it: upper case unless it was quoted; with the types of its arguments for a procedure,
 *     as in {@code RENDER(NUMBER)}
 */
public record ObjectKey(ObjectKind kind, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::kind).thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** As in {@code PIPE INVERTER_PIPE}. */
    @Override
    public String toString() {
        return kind.words() + " " + name;
    }
}
