package dev.inverterflow.snowflake.local.emission;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether everything that is flattened in a document was read. Where an array should be, DuckDB's reader gives NULL for an
 * object, which FLATTEN expands too, and for what has nothing to expand; so if there is such a NULL, the document is asked.
 */
final class ShapeFit {
    private final String document;
    private final List<String> objects = new ArrayList<>();
    private int depth;

    private ShapeFit(String document) {
        this.document = document;
    }

    /**
     * A condition of DuckDB.
     *
     * @param document the document's text, an expression
     * @param value what was read of it, an expression; NULL if nothing was
     */
    static String of(Shape shape, String document, String value) {
        var fit = new ShapeFit(document);
        var absent = fit.absent(shape, value, "$", false);
        var read = "WHEN " + value + " IS NULL THEN FALSE";
        return absent.isEmpty()
                ? "CASE " + read + " ELSE TRUE END"
                : "CASE " + read + " WHEN " + String.join(" OR ", absent) + " THEN NOT ("
                        + String.join(" OR ", fit.objects) + ") ELSE TRUE END";
    }

    /** Conditions that an array is not there, one of which is true if one is not. */
    private List<String> absent(Shape shape, String value, String path, boolean repeated) {
        List<String> conditions = new ArrayList<>();
        if (shape instanceof Shape.Members members) {
            members.shapes()
                    .forEach((name, member) -> conditions.addAll(absent(
                            member,
                            "struct_extract(" + value + ", '" + name + "')",
                            path + ".\"" + name + '"',
                            repeated)));
        } else if (shape instanceof Shape.Elements elements) {
            if (elements.objects()) {
                conditions.add(value + " IS NULL");
                objects.add(isObject(path, repeated));
            }
            var element = "x" + depth++;
            var inside = absent(elements.element(), element, path + "[*]", true);
            if (!inside.isEmpty()) {
                conditions.add("COALESCE(len(list_filter(" + value + ", lambda " + element + ": "
                        + String.join(" OR ", inside) + ")) > 0, FALSE)");
            }
        }
        return conditions;
    }

    private String isObject(String path, boolean repeated) {
        var type = "json_type(" + document + ", '" + path + "')";
        return repeated ? "list_contains(" + type + ", 'OBJECT')" : "COALESCE(" + type + " = 'OBJECT', FALSE)";
    }
}
