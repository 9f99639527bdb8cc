package dev.inverterflow.snowflake.local.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: the values it allows, and whether it allows all of them. {@code L} is the business of
 * {@link CronExpression}.
 */
record CronField(BitSet values, boolean wildcard) {

    /** What a field may say. */
    enum Unit {
        MINUTE(0, 59, List.of()),
        HOUR(0, 23, List.of()),
        DAY_OF_MONTH(1, 31, List.of()),
        MONTH(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
        DAY_OF_WEEK(0, 6, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

        private final int least;
        private final int most;
        private final List<String> names;

        Unit(int least, int most, List<String> names) {
            this.least = least;
            this.most = most;
            this.names = names;
        }
    }

    /**
     * Reads a field: values, ranges and steps, separated by commas.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static CronField parse(String text, Unit unit) {
        var values = new BitSet();
        for (var part : text.split(",", -1)) {
            add(part, unit, values);
        }
        return new CronField(values, text.equals("*"));
    }

    boolean allows(int value) {
        return values.get(value);
    }

    private static void add(String part, Unit unit, BitSet values) {
        int slash = part.indexOf('/');
        var range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : number(part.substring(slash + 1));
        if (step < 1) {
            throw new IllegalArgumentException("a step below 1");
        }
        int first = unit.least;
        int last = unit.most;
        if (!range.equals("*")) {
            int dash = range.indexOf('-');
            first = value(dash < 0 ? range : range.substring(0, dash), unit);
            // 4/3 goes on to the end of the unit, 4 alone does not.
            last = dash >= 0 ? value(range.substring(dash + 1), unit) : slash >= 0 ? unit.most : first;
        }
        if (first > last) {
            throw new IllegalArgumentException("a range that ends before it begins");
        }
        for (int value = first; value <= last; value += step) {
            values.set(value);
        }
    }

    static int value(String text, Unit unit) {
        int named = unit.names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = named >= 0 ? named + unit.least : number(text);
        if (value < unit.least || value > unit.most) {
            throw new IllegalArgumentException("a value out of bounds");
        }
        return value;
    }

    private static int number(String text) {
        if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException("no number");
        }
        return Integer.parseInt(text);
    }
}
