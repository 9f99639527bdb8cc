package dev.inverterflow.snowflake.local.load.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    @Test
    void gzipAndZstdAreKnownByTheirFirstBytes() throws IOException {
        assertThat(content(Compression.AUTO, gzip("[1]"))).isEqualTo("[1]");
        assertThat(content(Compression.AUTO, zstd("[1]"))).isEqualTo("[1]");
        assertThat(content(Compression.AUTO, "[1]".getBytes(UTF_8))).isEqualTo("[1]");
        assertThat(content(Compression.AUTO, "[".getBytes(UTF_8))).isEqualTo("[");
        assertThat(content(Compression.AUTO, new byte[0])).isEmpty();
    }

    @Test
    void aNamedCompressionIsUndoneWhateverTheFirstBytesAre() throws IOException {
        assertThat(content(Compression.parse("gzip"), gzip("a"))).isEqualTo("a");
        assertThat(content(Compression.parse("ZSTD"), zstd("a"))).isEqualTo("a");
        assertThat(content(Compression.parse("DEFLATE"), deflate(new Deflater())))
                .isEqualTo("a");
        assertThat(content(Compression.parse("RAW_DEFLATE"), deflate(new Deflater(Deflater.BEST_SPEED, true))))
                .isEqualTo("a");
        assertThat(Compression.parse("NONE")
                        .open(new ByteArrayInputStream(gzip("a")))
                        .read())
                .isEqualTo(0x1f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BZ2", "BROTLI"})
    void whatIsNotReadIsRefusedByName(String name) {
        assertThatThrownBy(() -> Compression.parse(name))
                .hasMessageContaining("not supported by snowflake-local: COMPRESSION = " + name);
    }

    @Test
    void aFileOfAnotherCompressionIsRefusedByNameToo() {
        assertThatThrownBy(() -> content(Compression.AUTO, "BZh91AY".getBytes(UTF_8)))
                .hasMessageContaining("bzip2");
    }

    private static String content(Compression compression, byte[] stored) throws IOException {
        return new String(compression.open(new ByteArrayInputStream(stored)).readAllBytes(), UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(Deflater deflater) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write('a');
        }
        return bytes.toByteArray();
    }
}
