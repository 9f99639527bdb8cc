package dev.inverterflow.deploy.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.outcome.Problems;
import dev.inverterflow.deploy.variable.VariableDeclaration.Need;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The variables that the scripts may use: {@code variables.json}, an array of declarations. */
public final class VariableCatalog {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<String, VariableDeclaration> declarations;

    private VariableCatalog(Map<String, VariableDeclaration> declarations) {
        this.declarations = declarations;
    }

    /**
     * Reads the declarations.
     *
     * @param where the file's name, for messages
     * @throws DeployException when the text is no such array; all faults are named at once
     */
    public static VariableCatalog parse(String json, String where) {
        Problems problems = new Problems();
        Map<String, VariableDeclaration> declarations = new LinkedHashMap<>();
        JsonNode root = readArray(json, where);
        for (int i = 0; i < root.size(); i++) {
            String position = "entry " + (i + 1);
            declaration(root.get(i), position, problems).ifPresent(found -> {
                if (declarations.putIfAbsent(found.name(), found) != null) {
                    problems.add(position + ": variable '" + found.name() + "' is declared twice");
                }
            });
        }
        problems.throwIfAny(where + " is wrong");
        return new VariableCatalog(declarations);
    }

    /** The same variables and one that deploy itself fills. */
    public VariableCatalog with(VariableDeclaration declaration) {
        Map<String, VariableDeclaration> all = new LinkedHashMap<>(declarations);
        all.put(declaration.name(), declaration);
        return new VariableCatalog(all);
    }

    /** The same variables but one. */
    public VariableCatalog without(String name) {
        Map<String, VariableDeclaration> rest = new LinkedHashMap<>(declarations);
        rest.remove(name);
        return new VariableCatalog(rest);
    }

    Optional<VariableDeclaration> find(String name) {
        return Optional.ofNullable(declarations.get(name));
    }

    /** In the order of the file. */
    public Collection<VariableDeclaration> all() {
        return declarations.values();
    }

    String names() {
        return String.join(", ", declarations.keySet());
    }

    private static JsonNode readArray(String json, String where) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root.isArray()) {
                return root;
            }
            throw new DeployException(ExitCode.USAGE, where + " must be a JSON array of variable declarations");
        } catch (JsonProcessingException e) {
            throw new DeployException(ExitCode.USAGE, where + " is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Optional<VariableDeclaration> declaration(JsonNode entry, String position, Problems problems) {
        String name = entry.path("name").asText("");
        Optional<VariableKind> kind = VariableKind.named(entry.path("kind").asText(""));
        if (!NAME.matcher(name).matches()) {
            problems.add(position + ": 'name' must be lower case letters, digits and _, not '" + name + "'");
            return Optional.empty();
        }
        if (kind.isEmpty()) {
            problems.add(position + ": 'kind' of '" + name + "' must be one of " + VariableKind.labels());
            return Optional.empty();
        }
        JsonNode fallback = entry.path("default");
        String value = fallback.isValueNode() && !fallback.isNull() ? fallback.asText() : null;
        String description = entry.path("description").asText("");
        VariableDeclaration declaration = new VariableDeclaration(
                name,
                kind.get(),
                new Range(bound(entry, "min"), bound(entry, "max")),
                value,
                entry.path("optional").asBoolean() ? Need.OPTIONAL : Need.REQUIRED,
                description,
                "give --var " + name + "=… (" + description + ")");
        if (value != null && !declaration.accepts(value)) {
            problems.add(position + ": the default of '" + name + "' is not " + declaration.rule());
        }
        return Optional.of(declaration);
    }

    private static Optional<BigDecimal> bound(JsonNode entry, String key) {
        JsonNode bound = entry.path(key);
        return bound.isNumber() ? Optional.of(bound.decimalValue()) : Optional.empty();
    }
}
