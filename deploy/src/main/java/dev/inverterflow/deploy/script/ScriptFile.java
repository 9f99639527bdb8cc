package dev.inverterflow.deploy.script;

/**
 * A script as it was written.
 *
 * @param path below {@code sql/}, as in {@code versioned/V001__raw.sql}
 */
public record ScriptFile(String path, String text) {
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
