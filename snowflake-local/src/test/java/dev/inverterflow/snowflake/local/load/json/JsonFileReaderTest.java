package dev.inverterflow.snowflake.local.load.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.RowPlace;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import dev.inverterflow.snowflake.local.load.format.TextEncoding;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileReaderTest {
    private static final JsonFormat STRIPPED = new JsonFormat(
            Compression.AUTO,
            JsonFormat.OuterArray.STRIPPED,
            JsonFormat.NullFields.KEPT,
            JsonFormat.Duplicates.REFUSED,
            TextEncoding.UTF8);

    @Test
    void anArrayIsOneRowUnlessTheOuterArrayIsStripped() throws IOException {
        assertThat(read("[{\"b\":1},{\"a\":2}]", JsonFormat.DEFAULT)).containsExactly("[{\"b\":1},{\"a\":2}]");
        assertThat(read("[{\"b\":1},{\"a\":2}]", STRIPPED)).containsExactly("{\"b\":1}", "{\"a\":2}");
    }

    @Test
    void eachDocumentOfAFileIsARow() throws IOException {
        assertThat(read("{\"a\":1}\n{\"a\":2}\n 3", JsonFormat.DEFAULT)).containsExactly("{\"a\":1}", "{\"a\":2}", "3");
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(read("", JsonFormat.DEFAULT)).isEmpty();
        assertThat(read("[]", STRIPPED)).isEmpty();
        assertThat(read("[]", JsonFormat.DEFAULT)).containsExactly("[]");
    }

    @Test
    void keysAreSortedAndBlanksDropped() throws IOException {
        assertThat(read("{ \"b\" : { \"d\":1, \"c\":[ 1 , null ] }, \"a\" : \"x\\ny\" }", JsonFormat.DEFAULT))
                .containsExactly("{\"a\":\"x\\ny\",\"b\":{\"c\":[1,null],\"d\":1}}");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-0, 0",
        "1.50, 1.5",
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "0.1234567890123456789, 0.1234567890123456789",
        "1e3, 1.0e+03",
        "1e400, '\"Infinity\"'",
    })
    void numbersKeepTheirDigits(String written, String read) throws IOException {
        assertThat(read(written, JsonFormat.DEFAULT)).containsExactly(read);
    }

    @Test
    void nullsAreStrippedOnDemand() throws IOException {
        var format = new JsonFormat(
                Compression.AUTO,
                JsonFormat.OuterArray.KEPT,
                JsonFormat.NullFields.STRIPPED,
                JsonFormat.Duplicates.REFUSED,
                TextEncoding.UTF8);

        assertThat(read("{\"a\":null,\"b\":[null,1]}", format)).containsExactly("{\"b\":[1]}");
    }

    @Test
    void aFieldNamedTwiceIsRefusedUnlessDuplicatesAreAllowed() throws IOException {
        var allowing = new JsonFormat(
                Compression.AUTO,
                JsonFormat.OuterArray.KEPT,
                JsonFormat.NullFields.KEPT,
                JsonFormat.Duplicates.LAST_WINS,
                TextEncoding.UTF8);

        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}", JsonFormat.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("Error parsing JSON: duplicate object attribute \"a\"");
        assertThat(read("{\"a\":1,\"a\":2}", allowing)).containsExactly("{\"a\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2 | incomplete array value",
                "{\"a\":1 | incomplete object value",
                "{\"a\":\"x | unfinished string",
                "[1 2] | missing comma",
                "{\"a\" 1} | missing colon",
                "{'a':1} | missing attribute name",
                "hello | unknown keyword \"hello\"",
                "[1, | incomplete array value",
                "{\"a\":,\"b\":1} | invalid character",
                "{\"a\":} | misplaced }",
                "[1 @] | missing comma",
                "@ | invalid character",
            })
    void aFaultIsNamedAsSnowflakeNamesIt(String content, String reason) {
        assertThatThrownBy(() -> read(content, JsonFormat.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("Error parsing JSON: " + reason + ", line 1, pos ");
    }

    /** The JSON of docs.snowflake.com/en/sql-reference/functions/flatten and …/parse_json. */
    @Test
    void keysWithoutQuotesAndElementsLeftOutAreRead() throws IOException {
        assertThat(read("{a:[1, ,77],b:{c:[false,]}}", JsonFormat.DEFAULT))
                .containsExactly("{\"a\":[1,undefined,77],\"b\":{\"c\":[false,undefined]}}");
    }

    @Test
    void aFaultHasItsLine() {
        assertThatThrownBy(() -> read("{\"a\":1}\n{\"a\":}\n", JsonFormat.DEFAULT))
                .isInstanceOfSatisfying(
                        FileFormatException.class,
                        fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @Test
    void aDocumentNestedTooDeeplyIsAFaultAndNoStackOverflow() {
        assertThatThrownBy(() -> read("[".repeat(100_000), JsonFormat.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("nested too deeply");
    }

    /** docs.snowflake.com/en/user-guide/querying-stage, example 3. */
    @Test
    void valuesMayBeSeparatedByCommas() throws IOException {
        assertThat(read("{\"a\":\"x,\\\"1\"},\n{\"a\":[1,2]}\n", JsonFormat.DEFAULT))
                .containsExactly("{\"a\":\"x,\\\"1\"}", "{\"a\":[1,2]}");
    }

    private static List<String> read(String content, JsonFormat format) throws IOException {
        var rows = new ArrayList<String>();
        format.read(new ByteArrayInputStream(content.getBytes(UTF_8)), new RowSink() {
            @Override
            public void row(List<@Nullable String> values, @Nullable RowPlace place) {
                rows.add(String.valueOf(values.get(0)));
            }

            @Override
            public void fault(FileFormatException fault) {
                throw new AssertionError("a fault in JSON ends the file", fault);
            }
        });
        return rows;
    }
}
