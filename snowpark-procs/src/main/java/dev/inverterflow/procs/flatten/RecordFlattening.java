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
 * <p>Records without rejects and duplicates, the usual case, are typed once: the rows that the MERGE added are then all of
 * them. An inverter that sends one bad value all the time costs the rejects; only where records are left over, which are
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
        long typed = 0;
        for (List<LocalDate> group : groups(dates)) {
            typed += database.change(sql.merge(group));
        }
        if (typed == records) {
            return new FlattenCounts(0, 0, records, typed, 0, 0, 0);
        }
        long rejected = database.change(sql.insertRejects(dates));
        if (typed + rejected == records) {
            return new FlattenCounts(0, 0, records, typed, rejected, 0, 0);
        }
        Row compared = database.single(sql.compare(dates));
        long storedThemselves = number(compared, 1);
        long refused = number(compared, 2) + number(compared, 4);
        long unchanged = storedThemselves - typed + refused - rejected;
        return new FlattenCounts(0, 0, records, typed, rejected, number(compared, 3), unchanged);
    }

    /** The reading dates of the records, latest first; known after the run. */
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
