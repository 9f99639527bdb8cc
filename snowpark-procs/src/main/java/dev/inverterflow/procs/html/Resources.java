package dev.inverterflow.procs.html;

import dev.inverterflow.procs.run.ProcedureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files in the jar, beside this class. */
final class Resources {

    private Resources() {}

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ProcedureException(
                        "INCOMPLETE_JAR", "the procedures' jar lacks '" + name + "'; build and deploy it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read '" + name + "' from the procedures' jar", e);
        }
    }
}
