package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.FileFormat;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Sequence;
import dev.inverterflow.snowflake.local.catalog.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Views, sequences and file formats as CREATE statements. */
final class SimpleDefinitions {
    private static final String NULL_IF = "NULL_IF";
    private static final String EMPTY_LIST = "()";

    private SimpleDefinitions() {}

    /** The column list is made, the words before AS are in lower case, whatever was written; the query stays as it is. */
    static String view(View view, String name) {
        String kind =
                (view.kind().temporary() ? "temporary " : "") + (view.kind().secure() ? "secure " : "");
        String columns = view.columns().stream().map(SimpleDefinitions::column).collect(Collectors.joining(",\n"));
        String comment = view.comment().isEmpty() ? "" : " COMMENT=" + Texts.literal(view.comment()) + "\n";
        return "create or replace " + kind + "view " + name + "(\n" + columns + "\n)" + comment + " as "
                + view.query().span().text() + ";";
    }

    static String sequence(Sequence sequence, String name) {
        return "create or replace sequence " + name + " start with " + sequence.start() + " increment by "
                + sequence.increment() + (sequence.ordered() ? " order" : " noorder")
                + (sequence.comment().isEmpty() ? "" : " COMMENT=" + Texts.literal(sequence.comment())) + ";";
    }

    static String fileFormat(FileFormat format, String name) {
        List<String> lines = new ArrayList<>();
        lines.add("TYPE = " + format.type());
        Map<String, String> options = new TreeMap<>(format.options());
        options.remove("TYPE");
        options.forEach((option, value) -> lines.add(option + " = " + option(option, value)));
        if (!format.comment().isEmpty()) {
            lines.add("COMMENT = " + Texts.literal(format.comment()));
        }
        return "create or replace " + (format.temporary() ? "TEMPORARY " : "") + "FILE FORMAT " + name + "\n\t"
                + String.join("\n\t", lines) + "\n;";
    }

    private static String option(String option, String value) {
        if (!option.equals(NULL_IF)) {
            return Texts.value(value);
        }
        return value.equals(EMPTY_LIST)
                ? EMPTY_LIST
                : Arrays.stream(value.split(",", -1)).map(Texts::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String column(Column column) {
        String name = "\t" + Identifiers.quoteIfNeeded(column.name());
        return column.comment().isEmpty() ? name : name + " COMMENT " + Texts.literal(column.comment());
    }
}
