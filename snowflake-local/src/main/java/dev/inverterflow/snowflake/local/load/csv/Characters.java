package dev.inverterflow.snowflake.local.load.csv;

import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/** The characters of a file with their places. Bytes that are none are a fault unless the format replaces them. */
final class Characters {
    static final int END = -1;

    private static final int BUFFER_CHARACTERS = 64 * 1024;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final BufferedReader reader;
    private long line = 1;
    private long character;

    Characters(InputStream content, TextEncoding encoding) throws IOException {
        reader = new BufferedReader(encoding.read(content), BUFFER_CHARACTERS);
        if (startsWith(String.valueOf((char) BYTE_ORDER_MARK))) {
            skip(1);
        }
    }

    /** 1-based line of the next character. */
    long line() {
        return line;
    }

    /** 1-based position of the next character in its line. */
    long character() {
        return character + 1;
    }

    /** The next character, or {@link #END}. */
    int next() throws IOException {
        int read = read();
        if (read == '\n') {
            line++;
            character = 0;
        } else if (read != END) {
            character++;
        }
        return read;
    }

    /** The next character, which stays the next. */
    int peek() throws IOException {
        reader.mark(1);
        int read = read();
        reader.reset();
        return read;
    }

    /** Whether this text comes next, which stays next. */
    boolean startsWith(String text) throws IOException {
        reader.mark(text.length());
        boolean same = true;
        for (int index = 0; index < text.length() && same; index++) {
            same = read() == text.charAt(index);
        }
        reader.reset();
        return same;
    }

    void skip(int count) throws IOException {
        for (int skipped = 0; skipped < count; skipped++) {
            next();
        }
    }

    private int read() throws IOException {
        try {
            return reader.read();
        } catch (CharacterCodingException malformed) {
            throw new FileFormatException(FileError.INVALID_UTF8, "Invalid UTF8 detected in file", line, character());
        }
    }
}
