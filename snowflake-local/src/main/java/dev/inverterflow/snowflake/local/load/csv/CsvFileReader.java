package dev.inverterflow.snowflake.local.load.csv;

import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of one file, one at a time. */
final class CsvFileReader {
    private final CsvFormat format;
    private final Characters characters;

    CsvFileReader(CsvFormat format, InputStream content) throws IOException {
        this.format = format;
        characters = new Characters(content);
    }

    /**
     * Hands over each record.
     *
     * @throws FileFormatException at a record behind which nothing can be told apart any more
     */
    void read(RowSink rows) throws IOException {
        for (int skipped = 0; skipped < format.skipHeader() && characters.peek() != Characters.END; skipped++) {
            skipRecord();
        }
        while (characters.peek() != Characters.END) {
            if (format.blankLines() == CsvFormat.BlankLines.SKIPPED && recordEnds()) {
                passRecordEnd();
            } else {
                handOver(record(), rows);
            }
        }
    }

    /** A header is a line, whatever quotes are in it. */
    private void skipRecord() throws IOException {
        while (characters.peek() != Characters.END && !recordEnds()) {
            characters.next();
        }
        passRecordEnd();
    }

    /** How many fields a record has is known at its end, which is the place of that fault; its field is the last that has a column. */
    private void handOver(List<@Nullable String> fields, RowSink rows) {
        int wanted = format.columns().orElse(fields.size());
        if (fields.size() == wanted) {
            rows.row(fields);
        } else {
            rows.fault(new FileFormatException(
                    FileError.COLUMN_COUNT,
                    "Number of columns in file (" + fields.size() + ") does not match that of the corresponding table ("
                            + wanted + "), use file format option error_on_column_count_mismatch=false to ignore this"
                            + " error",
                    characters.line(),
                    characters.character(),
                    Math.min(fields.size(), wanted)));
        }
    }

    private List<@Nullable String> record() throws IOException {
        var fields = new ArrayList<@Nullable String>();
        fields.add(field(1));
        while (fieldEnds()) {
            characters.skip(delimiterLength());
            fields.add(field(fields.size() + 1));
        }
        passRecordEnd();
        return fields;
    }

    private @Nullable String field(int number) throws IOException {
        if (format.spaces() == CsvFormat.Spaces.TRIMMED) {
            skipSpaces();
        }
        Character quote = format.quote();
        if (quote != null && characters.peek() == quote) {
            return enclosed(quote, number);
        }
        return unenclosed();
    }

    private @Nullable String enclosed(char quote, int number) throws IOException {
        long line = characters.line();
        long character = characters.character();
        characters.next();
        var text = new StringBuilder();
        while (true) {
            int next = characters.next();
            if (next == Characters.END) {
                throw new FileFormatException(
                        FileError.QUOTE_NOT_CLOSED,
                        "End of file reached while a quote is open",
                        line,
                        character,
                        number);
            }
            if (next == quote) {
                if (characters.peek() != quote) {
                    break;
                }
                text.append((char) characters.next());
            } else if (isEscape(format.escape(), next)) {
                text.append(escaped(characters.next()));
            } else {
                text.append((char) next);
            }
        }
        if (format.spaces() == CsvFormat.Spaces.TRIMMED) {
            skipSpaces();
        }
        requireFieldOrRecordEnd(number);
        return format.nullIf().contains(text.toString()) ? null : text.toString();
    }

    private void requireFieldOrRecordEnd(int number) throws IOException {
        if (!fieldEnds() && characters.peek() != Characters.END && !recordEnds()) {
            throw new FileFormatException(
                    FileError.FIELD_DELIMITER_EXPECTED,
                    "Found character '" + (char) characters.peek() + "' instead of field delimiter '"
                            + format.fieldDelimiter() + "'",
                    characters.line(),
                    characters.character(),
                    number);
        }
    }

    private @Nullable String unenclosed() throws IOException {
        var written = new StringBuilder();
        var text = new StringBuilder();
        while (!fieldEnds() && characters.peek() != Characters.END && !recordEnds()) {
            int next = characters.next();
            written.append((char) next);
            if (isEscape(format.escapeUnenclosed(), next) && characters.peek() != Characters.END) {
                int escaped = characters.next();
                written.append((char) escaped);
                text.append(escaped(escaped));
            } else {
                text.append((char) next);
            }
        }
        // \N means NULL as it stands in the file, before its backslash escapes anything.
        return value(trimmed(text), trimmed(written));
    }

    private @Nullable String value(String text, String written) {
        if (text.isEmpty() && format.emptyFields() == CsvFormat.EmptyFields.NULLS) {
            return null;
        }
        return format.nullIf().contains(written) || format.nullIf().contains(text) ? null : text;
    }

    private String trimmed(StringBuilder text) {
        return format.spaces() == CsvFormat.Spaces.TRIMMED ? text.toString().strip() : text.toString();
    }

    private void skipSpaces() throws IOException {
        while (characters.peek() == ' ' || (characters.peek() == '\t' && !fieldEnds())) {
            characters.next();
        }
    }

    private static boolean isEscape(@Nullable Character escape, int character) {
        return escape != null && character == escape;
    }

    private static char escaped(int character) {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '0' -> '\0';
            default -> (char) character;
        };
    }

    private boolean fieldEnds() throws IOException {
        var delimiter = format.fieldDelimiter();
        return delimiter != null && characters.startsWith(delimiter);
    }

    private int delimiterLength() {
        var delimiter = format.fieldDelimiter();
        return delimiter == null ? 0 : delimiter.length();
    }

    private boolean recordEnds() throws IOException {
        var delimiter = format.recordDelimiter();
        if (delimiter != null) {
            return characters.startsWith(delimiter);
        }
        int next = characters.peek();
        return next == '\n' || next == '\r';
    }

    private void passRecordEnd() throws IOException {
        if (characters.peek() == Characters.END) {
            return;
        }
        var delimiter = format.recordDelimiter();
        if (delimiter != null) {
            characters.skip(delimiter.length());
        } else if (characters.next() == '\r' && characters.peek() == '\n') {
            characters.next();
        }
    }
}
