package dev.inverterflow.snowflake.local.load.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.inverterflow.snowflake.local.load.csv.CsvFormat.BlankLines;
import dev.inverterflow.snowflake.local.load.csv.CsvFormat.ColumnCount;
import dev.inverterflow.snowflake.local.load.csv.CsvFormat.EmptyFields;
import dev.inverterflow.snowflake.local.load.csv.CsvFormat.Spaces;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.RowPlace;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvFileReaderTest {
    @Test
    void recordsEndWithAnyKindOfLineEnd() throws IOException {
        assertThat(read("a,b\r\nc,d\re,f\n", PLAIN))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
        assertThat(read("a", PLAIN)).containsExactly(List.of("a"));
        assertThat(read("", PLAIN)).isEmpty();
    }

    @Test
    void anEmptyFieldIsNullAndAQuotedOneIsNot() throws IOException {
        assertThat(read("a,,\"\"\n", QUOTED)).containsExactly(asList("a", null, ""));
        assertThat(read(",\n", PLAIN)).containsExactly(asList(null, null));
    }

    @Test
    void quotesMeanNothingUnlessTheFormatNamesThem() throws IOException {
        assertThat(read("\"a,b\"", PLAIN)).containsExactly(List.of("\"a", "b\""));
        assertThat(read("\"a,b\"", QUOTED)).containsExactly(List.of("a,b"));
    }

    @Test
    void aQuotedFieldMayHoldDelimitersLineEndsAndDoubledQuotes() throws IOException {
        assertThat(read("\"a\"\"b\nc,d\",e", QUOTED)).containsExactly(List.of("a\"b\nc,d", "e"));
    }

    @Test
    void backslashNIsNullAndOtherBackslashesEscape() throws IOException {
        assertThat(read("\\N,a\\,b,c\\td\n", PLAIN)).containsExactly(asList(null, "a,b", "c\td"));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        assertThat(read("\ufeffa,b", PLAIN)).containsExactly(List.of("a", "b"));
    }

    @Test
    void delimitersMayBeLongerThanACharacter() throws IOException {
        var format = new CsvFormat(
                Compression.NONE,
                "||",
                "<end>",
                1,
                BlankLines.RECORDS,
                null,
                null,
                null,
                Spaces.KEPT,
                List.of(),
                EmptyFields.EMPTY_TEXTS,
                ColumnCount.ANY,
                OptionalInt.empty(),
                null,
                TextEncoding.UTF8);

        assertThat(read("head, a line whatever <end> is\na||b\nc<end>||<end>", format))
                .containsExactly(List.of("a", "b\nc"), List.of("", ""));
    }

    @Test
    void spacesAreTrimmedAndBlankLinesSkippedWhenToldSo() throws IOException {
        var format = new CsvFormat(
                Compression.NONE,
                ",",
                null,
                0,
                BlankLines.SKIPPED,
                '"',
                '\\',
                null,
                Spaces.TRIMMED,
                List.of("NULL", ""),
                EmptyFields.NULLS,
                ColumnCount.ANY,
                OptionalInt.empty(),
                null,
                TextEncoding.UTF8);

        assertThat(read("\n a , \" b \" ,NULL\n\n\"x\\\"y\",\"\"\n", format))
                .containsExactly(asList("a", " b ", null), asList("x\"y", null));
    }

    @Test
    void aRecordOfAnotherLengthIsAFaultWhereItEnds() throws IOException {
        var faults = new ArrayList<FileFormatException>();
        var rows = new ArrayList<List<@Nullable String>>();

        PLAIN.into(2).read(stream("a,b\nc\nd,e,f\ng,h\n"), sink(rows, faults));

        assertThat(rows).containsExactly(List.of("a", "b"), List.of("g", "h"));
        assertThat(faults)
                .extracting(FileFormatException::line, FileFormatException::character, FileFormatException::field)
                .containsExactly(tuple(2L, 2L, 2), tuple(3L, 4L, 2));
        assertThat(faults.get(0)).hasMessage("End of record reached while expected to parse column");
        assertThat(faults.get(1)).hasMessage("Field delimiter ',' found while expecting record delimiter '\\n'");
    }

    @Test
    void theFirstRecordTellsHowManyColumnsAFileHas() throws IOException {
        assertThat(firstFault("a,b,c\nd,e\n")).containsExactly(2L, 1L, 3L);
        assertThat(firstFault("a,b,c\n")).as("behind its end if it is the last").containsExactly(1L, 6L, 3L);
        assertThat(firstFault("a")).containsExactly(1L, 2L, 1L);
    }

    private static List<Long> firstFault(String content) throws IOException {
        var faults = new ArrayList<FileFormatException>();
        PLAIN.into(2).read(stream(content), sink(new ArrayList<>(), faults));
        var fault = faults.get(0);
        assertThat(fault).hasMessageStartingWith("Number of columns in file (" + fault.field() + ") does not match");
        return List.of(fault.line(), fault.character(), (long) fault.field());
    }

    @Test
    void whatFollowsAClosedQuoteAndAnOpenQuoteAreFaultsWithTheirPlace() throws IOException {
        var faults = new ArrayList<FileFormatException>();
        var rows = new ArrayList<List<@Nullable String>>();
        QUOTED.into(2).read(stream("a,a\n\"b\"c,d\n\"e\",\"f\"g,h\ni,j\n"), sink(rows, faults));
        assertThat(rows).containsExactly(List.of("a", "a"), List.of("i", "j"));
        assertThat(faults)
                .extracting(Throwable::getMessage, FileFormatException::line, FileFormatException::character)
                .containsExactly(
                        tuple("Found character 'c' instead of field delimiter ','", 2L, 4L),
                        tuple("Found character 'g' instead of record delimiter '\\n'", 3L, 8L));
        assertThatThrownBy(() -> read("a,\"b", QUOTED)).hasMessageContaining("while a quote is open");
    }

    @Test
    void bytesThatAreNoUtf8AreAFault() {
        var rows = new ArrayList<List<@Nullable String>>();
        assertThatThrownBy(() -> PLAIN.read(
                        new ByteArrayInputStream(new byte[] {'a', '\n', (byte) 0xff}), sink(rows, new ArrayList<>())))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("Invalid UTF8");
    }

    private static final CsvFormat PLAIN = format(null);
    private static final CsvFormat QUOTED = format('"');

    private static CsvFormat format(@Nullable Character quote) {
        return new CsvFormat(
                Compression.NONE,
                ",",
                null,
                0,
                BlankLines.RECORDS,
                quote,
                null,
                '\\',
                Spaces.KEPT,
                List.of("\\N"),
                EmptyFields.NULLS,
                ColumnCount.AS_THE_TABLE,
                OptionalInt.empty(),
                null,
                TextEncoding.UTF8);
    }

    private static List<List<@Nullable String>> read(String content, CsvFormat format) throws IOException {
        var rows = new ArrayList<List<@Nullable String>>();
        var faults = new ArrayList<FileFormatException>();
        format.read(stream(content), sink(rows, faults));
        assertThat(faults).isEmpty();
        return rows;
    }

    private static ByteArrayInputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static RowSink sink(List<List<@Nullable String>> rows, List<FileFormatException> faults) {
        return new RowSink() {
            @Override
            public void row(List<@Nullable String> values, @Nullable RowPlace place) {
                rows.add(values);
            }

            @Override
            public void fault(FileFormatException fault) {
                faults.add(fault);
            }
        };
    }
}
