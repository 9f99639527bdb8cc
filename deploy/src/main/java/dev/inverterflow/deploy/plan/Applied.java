package dev.inverterflow.deploy.plan;

import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.script.Declaration;
import dev.inverterflow.deploy.script.Declaration.Verb;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.SqlStatement;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the scripts said when they were last applied.
 *
 * @param makers the statement that made each object
 * @param statements all of them
 */
record Applied(Map<ObjectKey, String> makers, Set<String> statements) {
    static Applied of(Map<String, String> texts) {
        Map<ObjectKey, String> makers = new TreeMap<>();
        Set<String> statements = new HashSet<>();
        texts.forEach((name, text) -> {
            for (SqlStatement statement : RenderedScript.ofText(name, text).statements()) {
                statements.add(statement.text());
                statement
                        .declaration()
                        .filter(Applied::makes)
                        .ifPresent(declaration -> makers.put(declaration.key(), declaration.text()));
            }
        });
        return new Applied(makers, statements);
    }

    Optional<String> text(ObjectKey key) {
        return Optional.ofNullable(makers.get(key));
    }

    boolean hasRun(String statement) {
        return statements.contains(statement);
    }

    Set<ObjectKey> created() {
        return makers.keySet();
    }

    private static boolean makes(Declaration declaration) {
        return declaration.verb() == Verb.CREATE
                || declaration.verb() == Verb.REPLACE
                || declaration.verb() == Verb.CREATE_OR_ALTER;
    }
}
