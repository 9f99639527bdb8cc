package dev.inverterflow.snowflake.local.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction has changed in the engine so far, so that it can be changed again in another one: the texts of the
 * statements with the values bound to them, and for an INSERT whose rows would not come out the same twice, the rows.
 */
public final class Journal {

    /** Above it a transaction is too big to be kept twice. */
    private static final long MOST_VALUES = 2_000_000;

    /** A call of a setter of {@link PreparedStatement}. */
    record Binding(Method setter, Object[] arguments) {}

    private record Entry(String sql, List<List<Binding>> rows, long changed) {}

    /**
     * A point to go back to.
     *
     * @param size how much there was to do again
     * @param changes how often something had been noted
     * @param gap why it could not be done again even then; null if it could
     */
    public record Mark(int size, long changes, @Nullable String gap) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private long held;
    private long changes;
    private Mark kept = new Mark(0, 0, null);
    private @Nullable String gap;

    /** Notes a statement that was run, once for each of the rows of bindings; {@code changed} rows below 0 are not counted. */
    void add(String sql, List<List<Binding>> rows, long changed) {
        changes++;
        if (gap != null) {
            return;
        }
        int size = 1 + rows.stream().mapToInt(List::size).sum();
        held += size;
        if (held > MOST_VALUES) {
            clear();
            leaveGap("it has changed too many rows to be kept twice");
            return;
        }
        entries.add(new Entry(sql, List.copyOf(rows), changed));
        values.add(size);
    }

    /** Notes that something happened which cannot be done again; what was noted before it still can. */
    void leaveGap(String reason) {
        changes++;
        if (gap == null) {
            gap = reason;
        }
    }

    /** Why it cannot be done again; null if it can. */
    @Nullable
    String gap() {
        return gap;
    }

    /** What it holds that makes, changes or drops objects. */
    List<String> definitions() {
        return entries.stream().map(Entry::sql).filter(JournaledSql::defines).toList();
    }

    /** A statement succeeded: what was noted up to here stays. */
    void keep() {
        kept = new Mark(entries.size(), changes, gap);
    }

    /** What stays if the statement that begins now fails. */
    Mark kept() {
        return kept;
    }

    /** Whether something was noted since. */
    boolean hasUnkept() {
        return hasChangedSince(kept);
    }

    /** Whether something was noted since that point, kept or not. */
    boolean hasChangedSince(Mark mark) {
        return changes > mark.changes();
    }

    /** A statement failed: what was noted since that point goes. */
    void backTo(Mark mark) {
        int left = Math.min(mark.size(), entries.size());
        if (left == mark.size()) {
            gap = mark.gap();
        }
        entries.subList(left, entries.size()).clear();
        List<Integer> gone = values.subList(left, values.size());
        held -= gone.stream().mapToLong(Integer::longValue).sum();
        gone.clear();
        keep();
    }

    void clear() {
        entries.clear();
        values.clear();
        held = 0;
        gap = null;
        keep();
    }

    /**
     * Does everything again.
     *
     * @throws SQLException if the engine fails, or changes another number of rows than before
     */
    void replay(Connection connection) throws SQLException {
        for (Entry entry : entries) {
            long changed = 0;
            try (PreparedStatement statement = connection.prepareStatement(entry.sql())) {
                for (List<Binding> row : entry.rows()) {
                    bind(statement, row);
                    changed += statement.execute() ? 0 : Math.max(0, statement.getUpdateCount());
                }
            }
            if (entry.changed() >= 0 && changed != entry.changed()) {
                throw new SQLException(
                        "replayed, a statement changed " + changed + " rows instead of " + entry.changed());
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Binding> row) throws SQLException {
        for (Binding binding : row) {
            try {
                binding.setter().invoke(statement, binding.arguments());
            } catch (InvocationTargetException failure) {
                throw new SQLException("a value could not be bound again", failure.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("setters of an interface are public", impossible);
            }
        }
    }
}
