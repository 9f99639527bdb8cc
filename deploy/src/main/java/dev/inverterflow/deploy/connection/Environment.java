package dev.inverterflow.deploy.connection;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What deploy reads of its surroundings.
 *
 * @param variables the process environment
 * @param home the user's home folder
 * @param operatingSystem as in the system property {@code os.name}
 */
public record Environment(Map<String, String> variables, Path home, String operatingSystem) {
    /** The surroundings of this process. */
    public static Environment ofProcess() {
        return new Environment(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    /** A variable of the process; blank counts as absent. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    boolean isMac() {
        return operatingSystem.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    boolean isWindows() {
        return operatingSystem.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    Path expand(String path) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path);
    }
}
