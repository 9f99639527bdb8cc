package dev.inverterflow.procs.flatten;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.procs.Golden;
import dev.inverterflow.procs.run.TimeWindow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlattenSqlTest {

    private static final String STREAM = "INVERTER_DATA_RAW_STREAM";
    private static final String SINCE = "'2026-11-23T06:00:00.000000000'::TIMESTAMP_NTZ";
    private static final List<LocalDate> DATES = List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 22));
    private static final TimeWindow WINDOW =
            new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0));

    private final FlattenSql sql =
            new FlattenSql(new RecordSource.Files(STREAM, SINCE), new ReadingRules(Rules.SEEDED), "a-run");
    private final FileSql files = new FileSql(STREAM, "a-run");

    @Test
    void cutsFilesIntoChunks() throws IOException {
        Golden.assertStatement("flatten_chunks", files.chunks(500_000));
    }

    @Test
    void readsOneChunk() throws IOException {
        String chunk = FileSql.between(
                STREAM, "2026-11-23T06:00:00.000000000 a's.json", "2026-11-23T07:00:00.000000000 b.json");

        Golden.assertStatement("flatten_chunk_typed", new FileSql(chunk, "a-run").insertTyped());
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
    void aReadingOfTenYearsAgoPrunesByItsOwnDateAndOpensNoRange() {
        List<LocalDate> dates = new ArrayList<>(LocalDate.of(2026, 10, 24)
                .datesUntil(LocalDate.of(2026, 11, 24))
                .toList());
        dates.add(0, LocalDate.of(2016, 11, 24));
        dates.sort(Comparator.reverseOrder());

        List<String> merges =
                RecordFlattening.groups(dates).stream().map(sql::merge).toList();

        assertThat(merges).hasSize(2);
        assertThat(merges.get(0))
                .contains("'2026-11-23'::DATE, '2026-11-22'::DATE")
                .doesNotContain("2016");
        assertThat(merges.get(1))
                .contains("t.READING_DATE IN ('2016-11-24'::DATE)")
                .contains("WHERE READING_DATE IN ('2016-11-24'::DATE)");
        assertThat(sql.merge(List.of(dates.get(0), dates.get(31))))
                .contains("t.READING_DATE IN ('2026-11-23'::DATE, '2016-11-24'::DATE)")
                .doesNotContain("READING_DATE BETWEEN", "READING_DATE >=", "READING_DATE <=");
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
        Golden.assertStatement("flatten_insert_file_rejects", files.insertRejects(SINCE));
    }

    @Test
    void notesFiles() throws IOException {
        Golden.assertStatement("flatten_insert_flattened_files", files.insertTyped());
        Golden.assertStatement("flatten_merge_counts", files.mergeCounts(DATES, SINCE));
    }

    @Test
    void readsTheFilesThatTheMergeLeftOver() throws IOException {
        RecordSource.Files leftOver = new RecordSource.Files(files.leftOver(SINCE), SINCE);

        Golden.assertStatement(
                "flatten_left_over", new FlattenSql(leftOver, new ReadingRules(Rules.SEEDED), "a-run").countDates());
    }

    @Test
    void takesRejectsOfRawFilesBack() throws IOException {
        Golden.assertStatement(
                "reflatten_delete_rejects",
                new FileSql(ReflattenInverterData.rawFiles(WINDOW), "a-run").deleteRejects());
    }

    @Test
    void replaysRejects() throws IOException {
        RecordSource.Rejects source = new RecordSource.Rejects(WINDOW, "a-run");
        FlattenSql replay = new FlattenSql(source, new ReadingRules(Rules.SEEDED), "a-run");
        ReplaySql replaySql = new ReplaySql(source, "a-run");

        Golden.assertStatement("replay_merge", replay.merge(DATES));
        Golden.assertStatement("replay_insert_rejects", replay.insertRejects(DATES));
        Golden.assertStatement("replay_merge_counts", replaySql.mergeCounts(DATES));
        Golden.assertStatement("replay_delete", replaySql.deleteReplayed());
    }
}
