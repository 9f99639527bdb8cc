package dev.inverterflow.snowflake.local.load.format;

import java.io.IOException;

/** A file's content is not what its format asks for. The message is the one Snowflake records as a file's first error. */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final FileError error;
    private final long line;
    private final long character;
    private final int field;
    private final long recordLine;

    /**
     * A fault at a place of the file that is in no field.
     *
     * @param line 1-based line of the fault
     * @param character 1-based position of the fault in its line
     */
    public FileFormatException(FileError error, String message, long line, long character) {
        this(error, message, line, character, 0, line);
    }

    /**
     * A fault in a field.
     *
     * @param line 1-based line of the fault
     * @param character 1-based position of the fault in its line
     * @param field 1-based number of the field in its record; 0 for none
     * @param recordLine 1-based line on which the record begins
     */
    public FileFormatException(FileError error, String message, long line, long character, int field, long recordLine) {
        super(message);
        this.recordLine = recordLine;
        this.field = field;
        this.error = error;
        this.line = line;
        this.character = character;
    }

    public FileError error() {
        return error;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public long line() {
        return line;
    }

    public long character() {
        return character;
    }

    /** From 1; 0 for none. */
    public int field() {
        return field;
    }

    /** The line on which the record begins, from 1. */
    public long recordLine() {
        return recordLine;
    }
}
