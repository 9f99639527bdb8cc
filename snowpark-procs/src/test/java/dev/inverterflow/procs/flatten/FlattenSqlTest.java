package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.Golden;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlattenSqlTest {

    private static final List<LocalDate> DATES = List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 22));

    private final FlattenSql sql = new FlattenSql("INVERTER_DATA_RAW_STREAM", new ReadingRules(Rules.SEEDED), "a-run");

    @Test
    void countsFiles() throws IOException {
        Golden.assertStatement("flatten_count_files", sql.countFiles());
    }

    @Test
    void countsDates() throws IOException {
        Golden.assertStatement("flatten_count_dates", sql.countDates());
    }

    @Test
    void mergesValidReadings() throws IOException {
        Golden.assertStatement("flatten_merge", sql.merge(DATES));
    }

    @Test
    void comparesRecordsWithWhatIsStored() throws IOException {
        Golden.assertStatement("flatten_compare", sql.compare(DATES));
    }

    @Test
    void insertsRejects() throws IOException {
        Golden.assertStatement("flatten_insert_rejects", sql.insertRejects(DATES));
    }

    @Test
    void insertsRejectedFiles() throws IOException {
        Golden.assertStatement("flatten_insert_file_rejects", sql.insertFileRejects());
    }

    @Test
    void insertsFlattenedFiles() throws IOException {
        Golden.assertStatement("flatten_insert_flattened_files", sql.insertFlattenedFiles());
    }
}
