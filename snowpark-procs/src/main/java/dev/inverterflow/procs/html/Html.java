package dev.inverterflow.procs.html;

import com.snowflake.snowpark_java.types.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text for HTML. All data of the page passes through here. */
final class Html {

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

    /** A table; a paragraph instead if there are no rows. */
    static String table(List<Column> columns, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return "<p class=\"empty\">No data in this time.</p>";
        }
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        for (Column column : columns) {
            html.append("<th>").append(escape(column.title())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Map<String, @Nullable Object> row : rows) {
            html.append("<tr>");
            for (Column column : columns) {
                html.append(cell(column.value().apply(row)));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /** A number as people read it: whole, or to four significant digits. */
    static String number(Number number) {
        double value = number.doubleValue();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.1f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "<td>–</td>";
        }
        if (value instanceof Number number) {
            return "<td class=\"number\">" + number(number) + "</td>";
        }
        return "<td>" + escape(value.toString()) + "</td>";
    }
}
