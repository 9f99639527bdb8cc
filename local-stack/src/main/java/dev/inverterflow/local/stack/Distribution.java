package dev.inverterflow.local.stack;

import dev.inverterflow.local.problem.LocalStackException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built jars: the directory that holds local-stack.jar, generator-client.jar and lib/. */
public record Distribution(Path directory) {
    /**
     * The directory this program was started from; the system property {@code inverterflow.dist} names another.
     *
     * @throws LocalStackException if parts of it are missing
     */
    public static Distribution find() {
        String named = System.getProperty("inverterflow.dist");
        Distribution distribution = new Distribution(named == null ? besideThisClass() : Path.of(named));
        distribution.require(distribution.clientJar());
        distribution.require(distribution.snowparkRuntime());
        return distribution;
    }

    /** The client as users run it. */
    public Path clientJar() {
        return directory.resolve("generator-client.jar");
    }

    /** Snowpark, its driver and the bridge. */
    public Path snowparkRuntime() {
        return directory.resolve("lib").resolve("snowpark");
    }

    private void require(Path part) {
        if (!Files.exists(part)) {
            throw new LocalStackException("the build is incomplete, " + part + " is missing: run 'inverterflow build'");
        }
    }

    private static Path besideThisClass() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path parent = jar.getParent();
            return parent == null ? jar : parent;
        } catch (URISyntaxException e) {
            throw new LocalStackException("cannot find the folder of local-stack.jar: " + e.getMessage(), e);
        }
    }
}
