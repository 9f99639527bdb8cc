package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.variable.Renderer;
import java.util.List;

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

    /** Whether a statement leaves the session in another role or schema than it found. */
    public boolean changesSession() {
        return statements.stream().anyMatch(SqlStatement::changesSession);
    }
}
