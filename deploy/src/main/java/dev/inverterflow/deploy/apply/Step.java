package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.script.RenderedScript;
import java.util.Optional;

/** Something that is deployed and remembered as a whole. */
public sealed interface Step permits ScriptStep, UploadStep {
    /** Its key in the history: unique and the same in every release. */
    String name();

    StepKind kind();

    /** SHA-256 of what would be sent, in lower-case hex. */
    String checksum();

    /** The statements; empty for a file. */
    Optional<RenderedScript> script();

    /** For the plan: how much it is. */
    String size();

    /** Does it. */
    void run(StepRunner runner);
}
