package dev.inverterflow.deploy.variable;

import dev.inverterflow.deploy.outcome.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values in force: the catalog's defaults, overridden by the assignments in their order. */
public final class Variables {
    private final VariableCatalog catalog;
    private final Map<String, String> values;

    private Variables(VariableCatalog catalog, Map<String, String> values) {
        this.catalog = catalog;
        this.values = values;
    }

    /** Checks every assignment against its declaration; what is wrong goes to {@code problems}. */
    public static Variables resolve(VariableCatalog catalog, List<Assignment> assignments, Problems problems) {
        Map<String, String> values = new HashMap<>();
        catalog.all()
                .forEach(declaration ->
                        declaration.defaultValue().ifPresent(value -> values.put(declaration.name(), value)));
        for (Assignment given : assignments) {
            Optional<VariableDeclaration> declaration = catalog.find(given.name());
            if (declaration.isEmpty()) {
                problems.add(given.origin() + ": there is no variable '" + given.name() + "'; known are: "
                        + catalog.names());
                continue;
            }
            if (!declaration.get().accepts(given.value())) {
                problems.add(given.origin() + ": the value of '" + given.name() + "' must be "
                        + declaration.get().rule());
                continue;
            }
            values.put(given.name(), given.value());
        }
        return new Variables(catalog, values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<VariableDeclaration> declaration(String name) {
        return catalog.find(name);
    }
}
