package dev.inverterflow.procs.flatten;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The statements as they are sent, in src/test/resources/…/flatten/*.sql: whoever changes them sees what changes. Run
 * with {@code -Dgolden.write=true} to write them anew.
 */
class FlattenSqlTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/inverterflow/procs/flatten");
    private static final List<LocalDate> DATES = List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 22));

    private final FlattenSql sql = new FlattenSql("INVERTER_DATA_RAW_STREAM", new ReadingRules(Rules.SEEDED), "a-run");

    @Test
    void countsFiles() throws IOException {
        assertGolden("count_files", sql.countFiles());
    }

    @Test
    void countsDates() throws IOException {
        assertGolden("count_dates", sql.countDates());
    }

    @Test
    void mergesValidReadings() throws IOException {
        assertGolden("merge", sql.merge(DATES));
    }

    @Test
    void comparesRecordsWithWhatIsStored() throws IOException {
        assertGolden("compare", sql.compare(DATES));
    }

    @Test
    void insertsRejects() throws IOException {
        assertGolden("insert_rejects", sql.insertRejects(DATES));
    }

    @Test
    void insertsRejectedFiles() throws IOException {
        assertGolden("insert_file_rejects", sql.insertFileRejects());
    }

    @Test
    void insertsFlattenedFiles() throws IOException {
        assertGolden("insert_flattened_files", sql.insertFlattenedFiles());
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name + ".sql");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual + "\n");
        }
        assertThat(actual + "\n").isEqualTo(Files.readString(file));
    }
}
