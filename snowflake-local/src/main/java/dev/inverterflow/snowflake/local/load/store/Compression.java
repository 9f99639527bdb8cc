package dev.inverterflow.snowflake.local.load.store;

import dev.inverterflow.snowflake.local.error.Errors;
import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The {@code COMPRESSION} of a file format: how the stored bytes become the file's content.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#format-type-options">Format type options</a>
 */
public enum Compression {
    /** By the first bytes of the file, not by its name. */
    AUTO,
    GZIP,
    ZSTD,
    DEFLATE,
    RAW_DEFLATE,
    NONE;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MAGIC_BYTES = 4;
    private static final int[] GZIP_MAGIC = {0x1f, 0x8b};
    private static final int[] ZSTD_MAGIC = {0x28, 0xb5, 0x2f, 0xfd};
    private static final int[] BZIP2_MAGIC = {'B', 'Z', 'h'};

    /**
     * The compression of this name.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is none, or this server does not read it
     */
    public static Compression parse(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "AUTO" -> AUTO;
            case "GZIP" -> GZIP;
            case "ZSTD" -> ZSTD;
            case "DEFLATE" -> DEFLATE;
            case "RAW_DEFLATE" -> RAW_DEFLATE;
            case "NONE" -> NONE;
            case "BZ2", "BROTLI", "LZO", "SNAPPY" -> throw Errors.notSupported("COMPRESSION = " + upper);
            default -> throw Errors.invalidValue(name, "COMPRESSION");
        };
    }

    /** The content of a stored file. Closing it closes what it was made of. */
    public InputStream open(InputStream stored) throws IOException {
        var buffered = new BufferedInputStream(stored, BUFFER_BYTES);
        return switch (this) {
            case AUTO -> detected(buffered).open(buffered);
            case GZIP -> new GZIPInputStream(buffered, BUFFER_BYTES);
            case ZSTD -> new ZstdInputStream(buffered);
            case DEFLATE -> new InflaterInputStream(buffered);
            case RAW_DEFLATE -> new InflaterInputStream(buffered, new Inflater(true));
            case NONE -> buffered;
        };
    }

    /** A stream whose bytes come compressed into the other; AUTO is gzip, as for unloaded files. */
    public OutputStream write(OutputStream stored) throws IOException {
        return switch (this) {
            case AUTO, GZIP -> new GZIPOutputStream(stored, BUFFER_BYTES);
            case ZSTD -> new ZstdOutputStream(stored);
            case DEFLATE -> new DeflaterOutputStream(stored);
            case RAW_DEFLATE -> new DeflaterOutputStream(stored, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            case NONE -> stored;
        };
    }

    /** What unloaded files are called by behind the extension of their type. */
    public String extension() {
        return switch (this) {
            case AUTO, GZIP -> ".gz";
            case ZSTD -> ".zst";
            case DEFLATE -> ".deflate";
            case RAW_DEFLATE -> ".raw_deflate";
            case NONE -> "";
        };
    }

    private static Compression detected(BufferedInputStream stored) throws IOException {
        stored.mark(MAGIC_BYTES);
        byte[] first = stored.readNBytes(MAGIC_BYTES);
        stored.reset();
        if (begins(first, GZIP_MAGIC)) {
            return GZIP;
        }
        if (begins(first, BZIP2_MAGIC)) {
            throw Errors.notSupported("files compressed with bzip2");
        }
        return begins(first, ZSTD_MAGIC) ? ZSTD : NONE;
    }

    private static boolean begins(byte[] bytes, int[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int index = 0; index < magic.length; index++) {
            if (Byte.toUnsignedInt(bytes[index]) != magic[index]) {
                return false;
            }
        }
        return true;
    }
}
