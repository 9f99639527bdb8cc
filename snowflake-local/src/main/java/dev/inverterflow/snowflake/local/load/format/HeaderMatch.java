package dev.inverterflow.snowflake.local.load.format;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the fields of a file where its header says, in the order of columns.
 *
 * @param columns the names of what is wanted, in order
 * @param ignoresCase whether names that differ in case only are the same
 */
public record HeaderMatch(List<String> columns, boolean ignoresCase) {
    public HeaderMatch {
        columns = List.copyOf(columns);
    }

    /** For each column the field that has its name, from 0; -1 for none. */
    public int[] places(List<@Nullable String> header) {
        return columns.stream().mapToInt(column -> place(column, header)).toArray();
    }

    private int place(String column, List<@Nullable String> header) {
        for (int index = 0; index < header.size(); index++) {
            String name = header.get(index);
            if (name != null && (ignoresCase ? name.equalsIgnoreCase(column) : name.equals(column))) {
                return index;
            }
        }
        return -1;
    }

    /** The fields of a record in the order of the columns; NULL where there is none. */
    public static List<@Nullable String> arranged(List<@Nullable String> fields, int[] places) {
        @Nullable String[] arranged = new String[places.length];
        for (int index = 0; index < places.length; index++) {
            int place = places[index];
            arranged[index] = place >= 0 && place < fields.size() ? fields.get(place) : null;
        }
        return Arrays.asList(arranged);
    }
}
