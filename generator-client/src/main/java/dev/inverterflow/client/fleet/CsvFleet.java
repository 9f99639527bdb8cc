package dev.inverterflow.client.fleet;

import dev.inverterflow.client.fleet.FleetFile.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a comma-separated file: a header with column names in any order and case, then one inverter a line. */
final class CsvFleet {
    private final Map<String, Integer> columns = new HashMap<>();

    private CsvFleet(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        if (!columns.containsKey("inverter_id")) {
            throw new IllegalArgumentException("line 1 must name the columns, among them inverter_id (others are site, "
                    + "model, rated_power_w, latitude, longitude)");
        }
    }

    static List<Row> rows(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        // Spreadsheets put a byte order mark in front.
        CsvFleet csv = new CsvFleet(cells(lines.get(0).replace("\uFEFF", ""), 1));
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(csv.row(cells(lines.get(i), i + 1), i + 1));
            }
        }
        return rows;
    }

    private Row row(List<String> cells, int line) {
        return new Row(
                text("inverter_id", cells),
                text("site", cells),
                text("model", cells),
                number("rated_power_w", cells, line),
                number("latitude", cells, line),
                number("longitude", cells, line));
    }

    private @Nullable String text(String column, List<String> cells) {
        Integer index = columns.get(column);
        String cell =
                index == null || index >= cells.size() ? "" : cells.get(index).strip();
        return cell.isEmpty() ? null : cell;
    }

    private @Nullable Double number(String column, List<String> cells, int line) {
        String cell = text(column, cells);
        try {
            return cell == null ? null : Double.valueOf(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("line " + line + ": " + column + " is '" + cell + "', no number", e);
        }
    }

    /** Cells by RFC 4180, but for line breaks within quotes, which no column here needs. */
    private static List<String> cells(String line, int number) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (quoted && character == '"' && line.startsWith("\"\"", i)) {
                cell.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("line " + number + " has a quote that does not end");
        }
        cells.add(cell.toString());
        return cells;
    }
}
