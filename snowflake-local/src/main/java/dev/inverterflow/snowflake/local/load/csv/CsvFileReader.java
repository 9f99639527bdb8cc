package dev.inverterflow.snowflake.local.load.csv;

import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.HeaderMatch;
import dev.inverterflow.snowflake.local.load.format.RowPlace;
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
    /** Of the record that is being read. */
    private RowPlace.Builder place = new RowPlace.Builder(1);

    CsvFileReader(CsvFormat format, InputStream content) throws IOException {
        this.format = format;
        characters = new Characters(content, format.encoding());
    }

    /**
     * Hands over each record.
     *
     * @throws FileFormatException at a record behind which nothing can be told apart any more
     */
    void read(RowSink rows) throws IOException {
        for (int skipped = 0; skipped < format.skipHeader() && characters.peek() != Characters.END; skipped++) {
            skipLine();
        }
        HeaderMatch header = format.header();
        int[] places = header == null || characters.peek() == Characters.END ? null : header.places(names());
        boolean first = true;
        while (characters.peek() != Characters.END) {
            if (format.blankLines() == CsvFormat.BlankLines.SKIPPED && recordEnds()) {
                passRecordEnd();
                rows.blank();
            } else {
                read(rows, first, places);
                first = false;
            }
        }
    }

    /** A header is a line, whatever delimiters and quotes are in it. */
    private void skipLine() throws IOException {
        int next = characters.next();
        while (next != '\n' && next != '\r' && next != Characters.END) {
            next = characters.next();
        }
        if (next == '\r' && characters.peek() == '\n') {
            characters.next();
        }
    }

    /** The names in the first record, whose number is that of nothing. */
    private List<@Nullable String> names() throws IOException {
        place = new RowPlace.Builder(characters.line());
        var names = new ArrayList<@Nullable String>();
        names.add(field(1));
        while (fieldEnds()) {
            characters.skip(delimiterLength());
            names.add(field(names.size() + 1));
        }
        passRecordEnd();
        return names;
    }

    private void read(RowSink rows, boolean first, int @Nullable [] places) throws IOException {
        place = new RowPlace.Builder(characters.line());
        try {
            var fields = record(first);
            var read = place.build();
            if (places == null) {
                rows.row(fields, read);
            } else {
                rows.row(HeaderMatch.arranged(fields, places), read.arranged(places));
            }
        } catch (FileFormatException fault) {
            if (!fault.error().isOfRow()) {
                throw fault;
            }
            rows.fault(fault);
        }
    }

    /** The record up to its end, also where it has too many fields or too few. */
    private List<@Nullable String> record(boolean first) throws IOException {
        int wanted = format.columns().orElse(Integer.MAX_VALUE);
        var fields = new ArrayList<@Nullable String>();
        FileFormatException tooMany = null;
        fields.add(field(1));
        while (fieldEnds()) {
            if (fields.size() == wanted) {
                tooMany = fault(
                        FileError.RECORD_DELIMITER_EXPECTED,
                        "Field delimiter '" + format.fieldDelimiter() + "' found while expecting record delimiter '"
                                + shownRecordDelimiter() + "'",
                        wanted);
            }
            characters.skip(delimiterLength());
            fields.add(field(fields.size() + 1));
        }
        var end = fault(
                FileError.END_OF_RECORD,
                "End of record reached while expected to parse column",
                Math.min(fields.size() + 1, wanted));
        passRecordEnd();
        if (format.columns().isEmpty() || fields.size() == wanted) {
            return fields;
        }
        if (first) {
            throw columnCount(fields.size(), wanted, end);
        }
        throw tooMany == null ? end : tooMany;
    }

    /**
     * The first record tells how many columns the file has; its fault is behind it: at the beginning of the next line, or at its
     * own end if it is the last.
     */
    private FileFormatException columnCount(int found, int wanted, FileFormatException end) throws IOException {
        boolean last = characters.peek() == Characters.END;
        return new FileFormatException(
                FileError.COLUMN_COUNT,
                "Number of columns in file (" + found + ") does not match that of the corresponding table (" + wanted
                        + "), use file format option error_on_column_count_mismatch=false to ignore this error",
                last ? end.line() : characters.line(),
                last ? end.character() : characters.character(),
                found,
                end.recordLine());
    }

    /** A fault at the next character. */
    private FileFormatException fault(FileError error, String message, int field) {
        return new FileFormatException(error, message, characters.line(), characters.character(), field, place.line());
    }

    private String shownRecordDelimiter() {
        var delimiter = format.recordDelimiter();
        return delimiter == null ? "\\n" : delimiter.replace("\n", "\\n").replace("\r", "\\r");
    }

    private @Nullable String field(int number) throws IOException {
        if (format.spaces() == CsvFormat.Spaces.TRIMMED) {
            skipSpaces();
        }
        Character quote = format.quote();
        if (quote != null && characters.peek() == quote) {
            return enclosed(quote, number);
        }
        place.field(characters.line(), characters.character());
        return unenclosed();
    }

    private @Nullable String enclosed(char quote, int number) throws IOException {
        long line = characters.line();
        long character = characters.character();
        characters.next();
        place.field(characters.line(), characters.character());
        var text = new StringBuilder();
        while (true) {
            int next = characters.next();
            if (next == Characters.END) {
                throw new FileFormatException(
                        FileError.QUOTE_NOT_CLOSED,
                        "End of file reached while a quote is open",
                        line,
                        character,
                        number,
                        place.line());
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
        if (fieldEnds() || characters.peek() == Characters.END || recordEnds()) {
            return;
        }
        boolean last = format.columns().orElse(0) == number;
        var fault = fault(
                last ? FileError.RECORD_DELIMITER_EXPECTED : FileError.FIELD_DELIMITER_EXPECTED,
                "Found character '" + (char) characters.peek() + "' instead of "
                        + (last
                                ? "record delimiter '" + shownRecordDelimiter()
                                : "field delimiter '" + format.fieldDelimiter())
                        + "'",
                number);
        while (characters.peek() != Characters.END && !recordEnds()) {
            characters.next();
        }
        passRecordEnd();
        throw fault;
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
