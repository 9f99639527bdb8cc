package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.script.RenderedScript;
import java.util.Optional;

/** The procedures' jar onto its stage. */
public record UploadStep(ProcedureJar jar) implements Step {
    @Override
    public String name() {
        return jar.stagedName();
    }

    @Override
    public StepKind kind() {
        return StepKind.UPLOAD;
    }

    @Override
    public String checksum() {
        return jar.checksum();
    }

    @Override
    public Optional<RenderedScript> script() {
        return Optional.empty();
    }

    @Override
    public String size() {
        return "%,d KB to @%s".formatted((jar.size() + 1023) / 1024, ProcedureJar.STAGE);
    }

    @Override
    public void run(StepRunner runner) {
        runner.upload(jar);
    }
}
