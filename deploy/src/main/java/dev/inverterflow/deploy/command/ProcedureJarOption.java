package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.ProcedureJar;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which procedures are deployed. */
final class ProcedureJarOption {
    @Option(
            names = "--procs-jar",
            paramLabel = "FILE",
            description = "The procedures' jar instead of the one this build carries.")
    private @Nullable Path file;

    /** Empty when none is given and this build carries none. */
    Optional<ProcedureJar> jar() {
        return file == null ? ProcedureJar.bundled() : Optional.of(ProcedureJar.file(file));
    }
}
