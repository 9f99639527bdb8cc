package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.Checksums;
import dev.inverterflow.deploy.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The jar with the procedures' handlers. Its staged name holds the hash of its content: whether a running procedure
 * notices a replaced file is not documented, so a new content gets a new name, and the procedures that import it by that
 * name are created again.
 */
public final class ProcedureJar {
    /** The stage that the versioned scripts create for it. */
    static final String STAGE = "PROCEDURE_CODE";

    private static final String RESOURCE = "/procs/snowpark-procs.jar";
    private static final int HASH_CHARACTERS = 16;
    private static final Set<String> STAGED = Set.of("UPLOADED", "SKIPPED");

    private final byte[] content;
    private final String checksum;

    private ProcedureJar(byte[] content) {
        this.content = content;
        this.checksum = Checksums.sha256(content);
    }

    /** The jar this build carries; empty when it was built without packaging the procedures. */
    public static Optional<ProcedureJar> bundled() {
        try (InputStream stream = ProcedureJar.class.getResourceAsStream(RESOURCE)) {
            return stream == null ? Optional.empty() : Optional.of(new ProcedureJar(stream.readAllBytes()));
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read the procedures' jar in this build: " + e, e);
        }
    }

    /**
     * A jar of the operator's.
     *
     * @throws DeployException when it cannot be read
     */
    public static ProcedureJar file(Path file) {
        try {
            return new ProcedureJar(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read the procedures' jar " + file + ": " + e, e);
        }
    }

    /** The file's name on the stage, as in {@code snowpark-procs-0123456789abcdef.jar}. */
    public String stagedName() {
        return "snowpark-procs-" + checksum.substring(0, HASH_CHARACTERS) + ".jar";
    }

    String checksum() {
        return checksum;
    }

    int size() {
        return content.length;
    }

    void put(SnowflakeSession session, Target target) {
        try {
            Path folder = Files.createTempDirectory("inverterflow-deploy");
            Path file = folder.resolve(stagedName());
            try {
                Files.write(file, content);
                send(file, session, target);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new DeployException(ExitCode.FAILED, "cannot lay out the procedures' jar for its upload: " + e, e);
        }
    }

    private static void send(Path file, SnowflakeSession session, Target target) {
        String address = file.toAbsolutePath().toString().replace('\\', '/').replace("'", "\\'");
        List<Row> results = session.show(
                "put 'file://" + address + "' @" + target.object(STAGE) + " auto_compress=false overwrite=false");
        for (Row result : results) {
            if (!STAGED.contains(result.text("status"))) {
                throw new DeployException(
                        ExitCode.FAILED,
                        "the procedures' jar did not reach @" + target.object(STAGE) + ": " + result.text("status")
                                + " " + result.text("message"));
            }
        }
    }
}
