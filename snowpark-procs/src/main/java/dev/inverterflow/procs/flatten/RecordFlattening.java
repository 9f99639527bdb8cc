package dev.inverterflow.procs.flatten;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Records to readings and rejects, inside a transaction of the caller.
 *
 * <p>An inverter that sends one bad value all the time costs the rejects; only where records are left over, which are
 * stored already, are all of them compared.
 */
final class RecordFlattening {

    /** Dates that one MERGE is pruned by; older ones, which are rare, go into a second MERGE. */
    static final int RECENT_DATES = 31;

    private final Database database;
    private final FlattenSql sql;
    private final List<LocalDate> dates = new ArrayList<>();
    private long records;

    RecordFlattening(Database database, FlattenSql sql) {
        this.database = database;
        this.sql = sql;
    }

    /** What became of the records. */
    FlattenCounts run() {
        countDates();
        long typed = merge(dates);
        return typed == records ? FlattenCounts.typed(typed) : compared(records, typed, insertRejects());
    }

    /**
     * What became of {@code all} records, of which these are what a merge may have left over: the others are stored, by it
     * or by an earlier run.
     *
     * @param typed rows that the merge added, of these records too
     * @param merged the reading dates that it was for
     */
    FlattenCounts runRest(long all, long typed, List<LocalDate> merged) {
        return typed < all - typed ? runMany(all, typed, merged) : runFew(all, typed, merged);
    }

    /** A few are mostly rejects, and nobody asks for their dates. */
    private FlattenCounts runFew(long all, long typed, List<LocalDate> merged) {
        dates.addAll(merged);
        long rejected = insertRejects();
        if (typed + rejected == all) {
            return compared(all, typed, rejected);
        }
        dates.clear();
        countDates();
        List<LocalDate> others = without(merged);
        return others.isEmpty()
                ? compared(all, typed, rejected)
                : compared(all, typed + merge(others), rejected + insertRejects());
    }

    /** Many are mostly of other dates than those that were expected. */
    private FlattenCounts runMany(long all, long typed, List<LocalDate> merged) {
        countDates();
        long allTyped = typed + merge(without(merged));
        return allTyped == all ? FlattenCounts.typed(all) : compared(all, allTyped, insertRejects());
    }

    private List<LocalDate> without(List<LocalDate> merged) {
        return dates.stream().filter(date -> !merged.contains(date)).toList();
    }

    /** Adds the valid readings of the dates, latest first. Returns how many they were. */
    long merge(List<LocalDate> latestFirst) {
        long typed = 0;
        for (List<LocalDate> group : groups(latestFirst)) {
            typed += database.change(sql.merge(group));
        }
        return typed;
    }

    private long insertRejects() {
        return database.change(sql.insertRejects(dates));
    }

    private FlattenCounts compared(long all, long typed, long rejected) {
        if (typed + rejected == all) {
            return new FlattenCounts(0, 0, all, typed, rejected, 0, 0);
        }
        Row compared = database.single(sql.compare(dates));
        long storedThemselves = number(compared, 1) + all - records;
        long refused = number(compared, 2) + number(compared, 4);
        long unchanged = storedThemselves - typed + refused - rejected;
        return new FlattenCounts(0, 0, all, typed, rejected, number(compared, 3), unchanged);
    }

    /** Reading dates that the records have, or may have, latest first; known after the run. */
    List<LocalDate> dates() {
        return dates;
    }

    private void countDates() {
        for (Row row : database.rows(sql.countDates())) {
            records += number(row, 1);
            if (!row.isNullAt(0)) {
                dates.add(LocalDate.parse(row.getString(0)));
            }
        }
        dates.sort(Collections.reverseOrder());
    }

    /** The latest dates, then the rest; no group without dates. */
    static List<List<LocalDate>> groups(List<LocalDate> latestFirst) {
        int recent = Math.min(RECENT_DATES, latestFirst.size());
        return List.of(latestFirst.subList(0, recent), latestFirst.subList(recent, latestFirst.size())).stream()
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
