package dev.inverterflow.snowflake.local.load.store;

import java.io.IOException;
import java.io.InputStream;

/** A file that is being read. */
public record OpenFile(StoredFile file, InputStream content) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        content.close();
    }
}
