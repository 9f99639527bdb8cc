package dev.inverterflow.procs.html;

import static java.util.stream.Collectors.joining;

import com.snowflake.snowpark_java.types.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text for HTML. All data of the page passes through here. */
final class Html {

    /** What stands where there are no figures. */
    static final String EMPTY = "<p class=\"empty\">No data in this time.</p>\n";

    /** Text that is not broken into lines. */
    private static final int SHORT = 24;

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private Html() {}

    /** Text content or a quoted attribute's value. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON for a script element: no {@code <} may be left that could end the element or open a comment. */
    static String json(Object value) {
        return new Variant(value)
                .asJsonString()
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** A column of a table. */
    record Column(String title, Function<Map<String, @Nullable Object>, @Nullable Object> value) {

        static Column of(String title, String key) {
            return new Column(title, row -> row.get(key));
        }
    }

    /** An amount of money, already written for people. */
    private record Money(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A table; a sentence instead if there are no rows. Columns of which no row has a value are left out. */
    static String table(List<Column> columns, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return EMPTY;
        }
        List<Column> filled = columns.stream()
                .filter(column -> rows.stream().anyMatch(row -> column.value().apply(row) != null))
                .toList();
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        for (Column column : filled) {
            boolean numeric =
                    rows.stream().anyMatch(row -> isNumeric(column.value().apply(row)));
            html.append(numeric ? "<th class=\"number\">" : "<th>")
                    .append(escape(column.title()))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Map<String, @Nullable Object> row : rows) {
            html.append("<tr>");
            for (Column column : filled) {
                html.append(cell(column.value().apply(row)));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    /** Sentences behind a heading that opens them. */
    static String details(String title, List<String> sentences) {
        return sentences.isEmpty()
                ? ""
                : "<details><summary>" + escape(title) + "</summary><ul>\n"
                        + sentences.stream()
                                .map(sentence -> "<li>" + escape(sentence) + "</li>\n")
                                .collect(joining())
                        + "</ul></details>\n";
    }

    /** A number as people read it: whole, or to four significant digits. */
    static String number(Number number) {
        double value = number.doubleValue();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        if (Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.1f", value);
        }
        return Math.abs(value) < 1e-4
                ? String.format(Locale.ROOT, "%.2e", value)
                : trimmed(String.format(Locale.ROOT, "%." + decimals(value) + "f", value));
    }

    /** Cents where they matter, more digits below a dollar; null stays null. */
    static @Nullable Object money(@Nullable Object amount) {
        if (!(amount instanceof Number number)) {
            return null;
        }
        double value = number.doubleValue();
        boolean cents = Math.abs(value) >= 1 || value == 0;
        return new Money(
                cents
                        ? String.format(Locale.ROOT, "%,.2f", value)
                        : trimmed(String.format(Locale.ROOT, "%." + decimals(value) + "f", value)));
    }

    /** A length of time in its largest whole unit. */
    static String duration(long seconds) {
        if (seconds % DAY == 0) {
            return seconds / DAY + " d";
        }
        if (seconds % HOUR == 0) {
            return seconds / HOUR + " h";
        }
        return seconds % MINUTE == 0 ? seconds / MINUTE + " min" : seconds + " s";
    }

    /** A name of SQL as words. */
    static String words(@Nullable Object name) {
        return String.valueOf(name)
                .replace("_TO_", " → ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .replace("snowpipe", "Snowpipe")
                .replace("s3 ", "S3 ");
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        return size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 3 - (int) Math.floor(Math.log10(size));
    }

    private static String trimmed(String decimal) {
        return decimal.replaceAll("0+$", "").replaceAll("[.]$", "");
    }

    private static boolean isNumeric(@Nullable Object value) {
        return value instanceof Number || value instanceof Money;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "<td class=\"none\">–</td>";
        }
        if (value instanceof Number number) {
            return "<td class=\"number\">" + number(number) + "</td>";
        }
        String text = value.toString();
        String kind = value instanceof Money ? " class=\"number\"" : text.length() <= SHORT ? " class=\"short\"" : "";
        return "<td" + kind + ">" + escape(text) + "</td>";
    }
}
