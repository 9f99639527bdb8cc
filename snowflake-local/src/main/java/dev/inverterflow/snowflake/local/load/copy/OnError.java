package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a fault in a file does.
 *
 * @param action the kind
 * @param limit for {@link Action#SKIP_FILE_AFTER} the number of bad rows from which a file is skipped, for {@link
 *     Action#SKIP_FILE_ABOVE} the percentage of them above which it is; otherwise 0
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#copy-options-copyoptions">ON_ERROR</a>
 */
public record OnError(Action action, long limit) {
    /** The kinds of ON_ERROR. */
    public enum Action {
        ABORT_STATEMENT,
        SKIP_FILE,
        SKIP_FILE_AFTER,
        SKIP_FILE_ABOVE,
        CONTINUE
    }

    public static final OnError ABORT_STATEMENT = new OnError(Action.ABORT_STATEMENT, 0);
    public static final OnError SKIP_FILE = new OnError(Action.SKIP_FILE, 0);
    static final OnError CONTINUE = new OnError(Action.CONTINUE, 0);

    private static final Pattern COUNT = Pattern.compile("SKIP_FILE_([0-9]{1,9})");
    private static final Pattern PERCENTAGE = Pattern.compile("SKIP_FILE_([0-9]{1,2}|100)%");

    static OnError parse(String text) {
        var word = text.toUpperCase(Locale.ROOT);
        var count = COUNT.matcher(word);
        if (count.matches()) {
            return new OnError(Action.SKIP_FILE_AFTER, Long.parseLong(count.group(1)));
        }
        var percentage = PERCENTAGE.matcher(word);
        if (percentage.matches()) {
            return new OnError(Action.SKIP_FILE_ABOVE, Long.parseLong(percentage.group(1)));
        }
        return switch (word) {
            case "ABORT_STATEMENT" -> ABORT_STATEMENT;
            case "SKIP_FILE" -> SKIP_FILE;
            case "CONTINUE" -> CONTINUE;
            default -> throw Errors.invalidValue(text, "ON_ERROR");
        };
    }

    public boolean aborts() {
        return action == Action.ABORT_STATEMENT;
    }

    /** With how many faults a file of so many rows is skipped, as COPY prints it. */
    long errorLimit(long all) {
        return switch (action) {
            case ABORT_STATEMENT, SKIP_FILE -> 1;
            case SKIP_FILE_AFTER -> limit;
            case SKIP_FILE_ABOVE -> Math.max(1, limit * all / 100);
            case CONTINUE -> Math.max(1, all);
        };
    }

    /** Whether the good rows of a file are loaded that has this many bad ones among all. */
    boolean takesGoodRows(long bad, long all) {
        return switch (action) {
            case ABORT_STATEMENT, SKIP_FILE -> bad == 0;
            // With SKIP_FILE_0 not even a file without a fault is loaded.
            case SKIP_FILE_AFTER -> bad < limit;
            case SKIP_FILE_ABOVE -> bad * 100 <= limit * all;
            case CONTINUE -> true;
        };
    }
}
