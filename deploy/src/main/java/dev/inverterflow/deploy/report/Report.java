package dev.inverterflow.deploy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What ingestion cost and how long it took, from the report tables. */
public final class Report {
    /** In the order in which each needs what the one before it wrote. */
    private static final List<String> PROCEDURES =
            List.of("SNAPSHOT_LOAD_HISTORY()", "REPORT_INGESTION_LATENCY()", "REPORT_INGESTION_COST()");

    private final SnowflakeSession session;
    private final Target target;
    private final int days;

    /**
     * A report.
     *
     * @param days how far back, 1 or more
     */
    public Report(SnowflakeSession session, Target target, int days) {
        this.session = session;
        this.target = target;
        this.days = days;
    }

    /** Computes it again first; the procedures' own defaults decide how far back they look. */
    public void refresh() {
        PROCEDURES.forEach(procedure -> session.show("call " + target.object(procedure)));
    }

    /** Tables for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ReportQuery query : ReportQuery.values()) {
            List<Row> rows = rows(query);
            text.append(query.title()).append(" (last ").append(days).append(" days)\n");
            text.append(rows.isEmpty() ? "nothing yet; --refresh computes it\n" : table(rows) + "\n");
        }
        return text.toString();
    }

    /** {@code {"latency": [{…}], "cost": [{…}]}}; the keys are the columns of the text, the values text. */
    public String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        for (ReportQuery query : ReportQuery.values()) {
            ArrayNode array = root.putArray(query.name().toLowerCase(Locale.ROOT));
            for (Row row : rows(query)) {
                ObjectNode object = array.addObject();
                row.labels().forEach(label -> object.put(label, row.text(label)));
            }
        }
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text can be written", e);
        }
    }

    private List<Row> rows(ReportQuery query) {
        return session.show(query.sql(target.schemaName(), days));
    }

    private static String table(List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        List<String> labels = rows.get(0).labels();
        for (String label : labels) {
            columns.add(
                    new Column().header(label).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT));
        }
        String[][] cells = rows.stream()
                .map(row -> labels.stream().map(row::text).toArray(String[]::new))
                .toArray(String[][]::new);
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, columns.toArray(Column[]::new), cells);
    }
}
