package dev.inverterflow.snowflake.local.snowpark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.FileOperation;
import com.snowflake.snowpark_java.GetResult;
import com.snowflake.snowpark_java.PutResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code session.file()} does: files and streams to and from stages. */
class FileTransferIT {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    @TempDir
    Path folder;

    private FileOperation files;

    @BeforeEach
    void createStage() {
        files = SERVER.session().file();
        SERVER.run("CREATE OR REPLACE STAGE METERS");
    }

    @Test
    void putTellsOfEveryFileWhatBecameOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("north.csv"), "1,2\n3,4\n");

        PutResult[] first = files.put("file://" + file, "@METERS/2024", Map.of("AUTO_COMPRESS", "FALSE"));
        PutResult[] again = files.put("file://" + file, "@METERS/2024", Map.of("AUTO_COMPRESS", "FALSE"));

        assertThat(first).hasSize(1);
        assertThat(first[0].getSourceFileName()).isEqualTo("north.csv");
        assertThat(first[0].getTargetFileName()).isEqualTo("north.csv");
        assertThat(first[0].getSourceSizeBytes()).isEqualTo(8);
        assertThat(first[0].getTargetSizeBytes()).isEqualTo(8);
        assertThat(first[0].getStatus()).isEqualTo("UPLOADED");
        assertThat(again[0].getStatus()).isEqualTo("SKIPPED");
        assertThat(SERVER.rows("SELECT $1, $2 FROM @METERS/2024")).containsExactly("1,2", "3,4");
    }

    @Test
    void putTakesPatternsAndCompresses() throws IOException {
        Files.writeString(folder.resolve("a1.csv"), "1");
        Files.writeString(folder.resolve("a2.csv"), "2");
        Files.writeString(folder.resolve("b1.csv"), "3");

        PutResult[] results = files.put("file://" + folder + "/a*.csv", "METERS");

        assertThat(results)
                .extracting(PutResult::getTargetFileName)
                .containsExactlyInAnyOrder("a1.csv.gz", "a2.csv.gz");
        assertThat(results).extracting(PutResult::getTargetCompression).containsOnly("GZIP");
    }

    @Test
    void getFetchesWhatIsBelowAPathAndMatchesAPattern() throws IOException {
        for (String name : new String[] {"a.csv", "b.csv", "c.txt"}) {
            Path file = Files.writeString(folder.resolve(name), name);
            files.put("file://" + file, "@METERS/in", Map.of("AUTO_COMPRESS", "FALSE"));
        }
        Path target = Files.createDirectory(folder.resolve("target"));

        GetResult[] results = files.get("@METERS/in", "file://" + target, Map.of("PATTERN", "'.*[.]csv'"));

        assertThat(results).extracting(GetResult::getStatus).containsOnly("DOWNLOADED");
        try (var got = Files.list(target)) {
            assertThat(got.map(path -> String.valueOf(path.getFileName()))).containsExactlyInAnyOrder("a.csv", "b.csv");
        }
        assertThat(target.resolve("b.csv")).hasContent("b.csv");
    }

    @Test
    void aStreamComesBackAsItWas() throws IOException {
        files.uploadStream("@METERS/day/plain-reading.txt", stream("watts: 5\n"), false);

        assertThat(text(files.downloadStream("@METERS/day/plain-reading.txt", false)))
                .isEqualTo("watts: 5\n");
    }

    @Test
    void aStreamIsCompressedUnderANameOfItsOwn() throws IOException {
        files.uploadStream("DB.S.METERS/day/big.csv", stream("1,2\n".repeat(10_000)), true);

        assertThat(SERVER.rows("SELECT COUNT(*), SUM($2::INT) FROM @METERS/day/big.csv.gz"))
                .containsExactly("10000,20000");
        assertThat(text(files.downloadStream("DB.S.METERS/day/big.csv.gz", true)))
                .hasSize(40_000);
    }

    @Test
    void aStreamOfAFileThatIsNotThereIsRefused() {
        SERVER.run("CREATE OR REPLACE STAGE EMPTY_METERS");

        assertThatThrownBy(() -> files.downloadStream("@EMPTY_METERS/nothing.csv", false))
                .hasStackTraceContaining("Stage file does not exist");
        assertThatThrownBy(() -> files.uploadStream("@NO_SUCH_STAGE/a.csv", stream("x"), false))
                .hasStackTraceContaining("does not exist or not authorized");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
