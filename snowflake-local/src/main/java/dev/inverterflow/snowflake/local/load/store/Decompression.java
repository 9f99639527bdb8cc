package dev.inverterflow.snowflake.local.load.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Undoes a file's compression as {@code COMPRESSION = AUTO} does: by its first bytes, not by its name. */
public final class Decompression {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private Decompression() {}

    public static InputStream auto(InputStream stored) throws IOException {
        var buffered = new BufferedInputStream(stored, BUFFER_BYTES);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        return first == GZIP_FIRST && second == GZIP_SECOND ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }
}
