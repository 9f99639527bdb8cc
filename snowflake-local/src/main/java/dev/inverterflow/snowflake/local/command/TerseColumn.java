package dev.inverterflow.snowflake.local.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of the TERSE form of a listing.
 *
 * @param label what it is called there
 * @param source the column of the long form that it shows; one that is not there shows NULL
 */
public record TerseColumn(String label, String source) {

    /** One that the long form calls something else. */
    public static TerseColumn of(String label, String source) {
        return new TerseColumn(label, source);
    }

    /** One that is called the same in both. */
    public static TerseColumn of(String name) {
        return new TerseColumn(name, name);
    }

    /** Several that are called the same in both. */
    public static List<TerseColumn> all(String... names) {
        return Stream.of(names).map(TerseColumn::of).toList();
    }

    boolean isRenamed() {
        return !label.equals(source);
    }
}
