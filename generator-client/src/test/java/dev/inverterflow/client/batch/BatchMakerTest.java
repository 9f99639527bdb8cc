package dev.inverterflow.client.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class BatchMakerTest {
    private static final Instant TICK = Instant.parse("2026-11-23T23:59:40Z");
    private static final BatchName BATCH = new BatchName(TICK, 12);

    @Test
    void keysTellDateTickClientRunPartsAndRecords() {
        List<NewFile> files = maker(4, 1 << 20, Compression.NONE).files(BATCH, readings(59));

        assertThat(files)
                .extracting(NewFile::key)
                .containsExactly(
                        "plant/readings/2026-11-23/20261123T235940Z_client-1_r12_p1of4_n14.json",
                        "plant/readings/2026-11-23/20261123T235940Z_client-1_r12_p2of4_n15.json",
                        "plant/readings/2026-11-23/20261123T235940Z_client-1_r12_p3of4_n15.json",
                        "plant/readings/2026-11-23/20261123T235940Z_client-1_r12_p4of4_n15.json");
    }

    @Test
    void eachFileIsAJsonArrayAndTogetherTheyHoldEveryReadingOnceInOrder() throws Exception {
        List<NewFile> files = maker(4, 1 << 20, Compression.NONE).files(BATCH, readings(10));

        int next = 1;
        for (NewFile file : files) {
            for (JsonNode record : new JsonMapper().readTree(file.content())) {
                assertThat(record.get("inverter_id").textValue()).isEqualTo("INV-" + next++);
                assertThat(record.get("timestamp").textValue()).isEqualTo("2026-11-23T23:59:40Z");
                assertThat(record.has("uac")).isFalse();
            }
        }
        assertThat(next).isEqualTo(11);
    }

    @Test
    void fewerReadingsThanFilesMakeFewerFilesAndNoneMakeNone() {
        assertThat(maker(4, 1 << 20, Compression.NONE).files(BATCH, readings(3)))
                .hasSize(3);
        assertThat(maker(4, 1 << 20, Compression.NONE).files(BATCH, List.of())).isEmpty();
    }

    @Test
    void noFileIsLargerThanAllowed() {
        List<NewFile> files = maker(1, 4_096, Compression.NONE).files(BATCH, readings(200));

        assertThat(files)
                .hasSizeGreaterThan(1)
                .allSatisfy(file -> assertThat(file.content()).hasSizeLessThanOrEqualTo(4_096));
        assertThat(files.get(0).key()).contains("_p1of" + files.size() + "_");
    }

    @Test
    void compressedFilesSaySoAndHoldTheSameJson() throws Exception {
        NewFile plain =
                maker(1, 1 << 20, Compression.NONE).files(BATCH, readings(5)).get(0);
        NewFile compressed =
                maker(1, 1 << 20, Compression.GZIP).files(BATCH, readings(5)).get(0);

        assertThat(compressed.key()).endsWith("_p1of1_n5.json.gz");
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.content())).readAllBytes();
        assertThat(unpacked).isEqualTo(plain.content());
    }

    private static BatchMaker maker(int files, long maxBytes, Compression compression) {
        return new BatchMaker(
                new Settings.Files("plant/readings/", "client-1", files, maxBytes, compression, Optional.empty()));
    }

    private static List<Reading> readings(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> Reading.of("INV-" + i, TICK).with(Field.PAC, i).build())
                .toList();
    }
}
