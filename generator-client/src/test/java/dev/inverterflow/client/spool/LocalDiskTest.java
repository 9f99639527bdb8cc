package dev.inverterflow.client.spool;

import static dev.inverterflow.client.testing.Batches.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.inverterflow.client.testing.Batches;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
    private static final BatchName BATCH = new BatchName(NOON, 1);

    /** A file system like that of Windows in what matters here: no directory can be opened as a file. */
    @Test
    void aSpoolWorksWhereDirectoriesCannotBeSynced() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path directory = windows.getPath("C:\\spool");
            try (Spool spool = Spool.open(directory, new LocalDisk(), NOON)) {
                spool.commit(Batches.of(BATCH, 2));
            }
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() ->
                            FileChannel.open(directory, StandardOpenOption.READ).close());
            try (Spool spool = Spool.open(directory, new LocalDisk(), NOON)) {
                assertThat(spool.files(BATCH)).hasSize(2);
                assertThat(spool.isIntact(spool.files(BATCH).get(0))).isTrue();
            }
        }
    }

    @Test
    void aDirectoryThatCannotBeSyncedWhereOthersCanIsAFailure(@TempDir Path directory) {
        Path absent = directory.resolve("absent");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new LocalDisk().syncDirectory(absent));
    }
}
