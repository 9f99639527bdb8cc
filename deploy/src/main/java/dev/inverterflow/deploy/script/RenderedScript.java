package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.variable.Renderer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A script with its variables filled in and cut into statements, ready to run.
 *
 * @param path below {@code sql/}
 * @param text exactly what the checksum is made of
 */
public record RenderedScript(String path, String text, List<SqlStatement> statements) {
    public static RenderedScript of(ScriptFile file, Renderer renderer) {
        String text = renderer.render(file.path(), file.text());
        return new RenderedScript(file.path(), text, StatementSplitter.split(file.path(), text));
    }

    /**
     * A script that was rendered before, as the history kept it.
     *
     * @throws DeployException when it cannot be cut
     */
    public static RenderedScript ofText(String path, String text) {
        return new RenderedScript(path, text, StatementSplitter.split(path, text));
    }

    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** SHA-256 of the rendered text, in lower-case hex. */
    public String checksum() {
        return Checksums.sha256(text);
    }

    /** The objects of the schema that its statements make, change or drop. */
    public Set<ObjectKey> objects() {
        return statements.stream()
                .flatMap(statement -> statement.declaration().stream())
                .map(Declaration::key)
                .collect(Collectors.toSet());
    }

    /** Whether a statement leaves the session in another role or schema than it found. */
    public boolean changesSession() {
        return statements.stream().anyMatch(SqlStatement::changesSession);
    }
}
