package dev.inverterflow.deploy.inventory;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.object.Signature;
import dev.inverterflow.deploy.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the schema by SHOW, one statement per kind; columns of all tables come in one more. */
public final class InventoryReader {
    /** Properties of DESCRIBE PROCEDURE that hold no definition, or hold it twice. */
    private static final List<String> NOT_DEFINITION = List.of("installed packages");

    private final SnowflakeSession session;
    private final Target target;

    public InventoryReader(SnowflakeSession session, Target target) {
        this.session = session;
        this.target = target;
    }

    /** Which objects there are and whose they are; procedures without their bodies. */
    public Inventory objects() {
        return read(false);
    }

    /** The whole definition of every object: one more statement per procedure, and one for all columns. */
    public Inventory definitions() {
        return read(true);
    }

    private Inventory read(boolean whole) {
        List<ObjectState> states = new ArrayList<>();
        Map<String, Map<String, String>> columns = whole ? columns() : Map.of();
        for (Listing listing : Listing.ALL) {
            for (Row row : rows(listing)) {
                states.add(state(listing, row, columns, whole));
            }
        }
        return new Inventory(states);
    }

    /** Nothing where the schema is not there yet. */
    private List<Row> rows(Listing listing) {
        try {
            return session.show(listing.command() + " in schema " + target.schemaName());
        } catch (StatementFailure e) {
            if (e.meansMissingObject()) {
                return List.of();
            }
            throw e;
        }
    }

    private ObjectState state(Listing listing, Row row, Map<String, Map<String, String>> columns, boolean whole) {
        ObjectKind kind = listing.kind();
        String arguments = kind.isOverloaded() ? Signature.ofListing(row.text("arguments")) : "";
        Map<String, String> definition = new LinkedHashMap<>();
        listing.columns().forEach(column -> definition.put(column, row.text(column)));
        definition.putAll(columns.getOrDefault(kind == ObjectKind.TABLE ? row.text("name") : "", Map.of()));
        if (whole && kind == ObjectKind.PROCEDURE) {
            definition.putAll(described(row.text("name") + arguments));
        }
        definition.values().removeIf(value -> value.isEmpty() || value.equals("null"));
        return new ObjectState(new ObjectKey(kind, row.text("name") + arguments), row.text("owner"), definition);
    }

    private Map<String, String> described(String procedure) {
        Map<String, String> properties = new TreeMap<>();
        for (Row row : session.show("describe procedure " + target.object(procedure))) {
            String property = row.text("property");
            if (!NOT_DEFINITION.contains(property)) {
                properties.put(property, row.text("value"));
            }
        }
        return properties;
    }

    /** By table, then as {@code column X}. */
    private Map<String, Map<String, String>> columns() {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try {
            for (Row row : session.show("show columns in schema " + target.schemaName())) {
                tables.computeIfAbsent(row.text("table_name"), name -> new LinkedHashMap<>())
                        .put("column " + row.text("column_name"), column(row));
            }
        } catch (StatementFailure e) {
            if (!e.meansMissingObject()) {
                throw e;
            }
        }
        return tables;
    }

    private static String column(Row row) {
        return row.text("data_type")
                + (row.text("default").isEmpty() ? "" : " default " + row.text("default"))
                + (row.text("comment").isEmpty() ? "" : " comment " + row.text("comment"));
    }
}
