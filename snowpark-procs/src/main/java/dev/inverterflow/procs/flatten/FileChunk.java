package dev.inverterflow.procs.flatten;

import static dev.inverterflow.procs.run.Database.number;

import com.snowflake.snowpark_java.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that are worked together, next to each other in the order in which they were loaded.
 *
 * @param lastKey {@link FileSql#KEY} of the last one
 * @param since START_SCAN_TIME of the first one, as a literal
 * @param files files, probes among them
 * @param probes files with an empty array
 * @param notArrays files that are no array
 * @param records records of those that are
 * @param expectedDates reading dates that the records are likely to have, latest first: those that the names of the
 *     files say and those on which they were loaded. A guess that saves a pass over the records; what has other dates is
 *     left over and asked.
 */
record FileChunk(
        String lastKey,
        String since,
        long files,
        long probes,
        long notArrays,
        long records,
        List<LocalDate> expectedDates) {

    /** A row of {@link FileSql#chunks}. */
    static FileChunk of(Row row) {
        return new FileChunk(
                row.getString(0),
                "'" + row.getString(1) + "'::TIMESTAMP_NTZ",
                number(row, 2),
                number(row, 3),
                number(row, 4),
                number(row, 5),
                Stream.of(row.getString(6), row.getString(7))
                        .flatMap(dates -> Arrays.stream(dates.split(",")))
                        .filter(date -> !date.isEmpty())
                        .distinct()
                        .map(LocalDate::parse)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** What became of the files as such, of which {@code rejected} were no array and were not refused before. */
    FlattenCounts outcome(long rejected) {
        return new FlattenCounts(files, probes, notArrays, 0, rejected, 0, notArrays - rejected);
    }
}
