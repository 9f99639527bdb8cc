package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as records of a CSV file.
 *
 * @param texts which columns are texts, and so are enclosed in quotes
 * @param fieldDelimiter between fields; empty for none
 * @param recordDelimiter behind records; empty for none
 * @param quote encloses every text; null for none
 * @param escape makes delimiters in a field without quotes ordinary; null for none
 * @param nullText stands for NULL, and is itself escaped in a field without quotes
 * @param emptyIsNull whether an empty field without quotes would be read as NULL
 */
record CsvText(
        List<Boolean> texts,
        String fieldDelimiter,
        String recordDelimiter,
        @Nullable Character quote,
        @Nullable Character escape,
        String nullText,
        boolean emptyIsNull)
        implements RecordText {

    CsvText {
        texts = List.copyOf(texts);
    }

    @Override
    public String of(List<@Nullable String> row) {
        StringBuilder record = new StringBuilder();
        for (int index = 0; index < texts.size(); index++) {
            record.append(index == 0 ? "" : fieldDelimiter).append(field(row.get(index), texts.get(index)));
        }
        return record.append(recordDelimiter).toString();
    }

    @Override
    public String header(List<String> labels) {
        return String.join(
                        fieldDelimiter,
                        labels.stream().map(label -> field(label, true)).toList())
                + recordDelimiter;
    }

    private String field(@Nullable String value, boolean text) {
        if (quote != null && text) {
            String doubled = String.valueOf(quote) + quote;
            return quote + (value == null ? nullText : value.replace(quote.toString(), doubled)) + quote;
        }
        if (value != null && value.isEmpty() && emptyIsNull) {
            throw new SnowflakeException(
                    100093,
                    "22000",
                    "Cannot unload empty string without file format option field_optionally_enclosed_by being specified.");
        }
        String written = value == null ? nullText : value;
        return escape == null ? written : escaped(written, escape);
    }

    private String escaped(String value, char mark) {
        String result = value.replace(String.valueOf(mark), String.valueOf(mark) + mark);
        for (String delimiter : Stream.of(fieldDelimiter, recordDelimiter)
                .filter(one -> !one.isEmpty())
                .toList()) {
            result = result.replace(delimiter, mark + delimiter);
        }
        return result;
    }
}
