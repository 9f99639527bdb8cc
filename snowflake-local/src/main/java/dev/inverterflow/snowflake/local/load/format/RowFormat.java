package dev.inverterflow.snowflake.local.load.format;

import dev.inverterflow.snowflake.local.load.store.Compression;
import java.io.IOException;
import java.io.InputStream;

/** How the content of files becomes rows. */
public interface RowFormat {
    /** What a row is made of. */
    enum Fields {
        /** One value, {@code $1}, a VARIANT. */
        ONE_VARIANT,
        /** Text columns {@code $1}, {@code $2} and so on; a row that has fewer gives NULL for the others. */
        TEXTS
    }

    /** The value of {@code TYPE}. */
    String type();

    Fields fields();

    Compression compression();

    /** This format for a COPY without transformation into so many columns, which it may ask each record for. */
    default RowFormat into(int columns) {
        return this;
    }

    /**
     * This format for files whose first record names their fields, which are wanted in another order.
     *
     * @throws UnsupportedOperationException if its records have no fields
     */
    default RowFormat matching(HeaderMatch columns) {
        throw new UnsupportedOperationException(type() + " has no header");
    }

    /**
     * Hands over each row in the order of the file.
     *
     * @param content decompressed
     * @throws FileFormatException if the rest of the file cannot be read; rows before the fault have been handed over
     */
    void read(InputStream content, RowSink rows) throws IOException;
}
