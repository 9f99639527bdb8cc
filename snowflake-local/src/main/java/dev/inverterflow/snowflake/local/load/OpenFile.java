package dev.inverterflow.snowflake.local.load;

import java.io.IOException;
import java.io.InputStream;

/** A file that is being read. */
record OpenFile(StoredFile file, InputStream content) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        content.close();
    }
}
