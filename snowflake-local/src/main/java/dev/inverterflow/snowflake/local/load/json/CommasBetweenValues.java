package dev.inverterflow.snowflake.local.load.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Content in which commas between the values of a file are blanks: Snowflake takes values that are separated so.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/querying-stage#example-3-query-elements-in-a-json-file">Querying
 *     staged files, example 3</a>
 */
final class CommasBetweenValues extends FilterInputStream {
    private int depth;
    private boolean quoted;
    private boolean escaped;

    CommasBetweenValues(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : passed((byte) read) & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int index = offset; index < offset + read; index++) {
            buffer[index] = passed(buffer[index]);
        }
        return read;
    }

    private byte passed(byte next) {
        if (quoted) {
            quoted = escaped || next != '"';
            escaped = !escaped && next == '\\';
            return next;
        }
        switch (next) {
            case '"' -> quoted = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {}
        }
        return next == ',' && depth == 0 ? (byte) ' ' : next;
    }
}
