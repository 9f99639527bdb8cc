package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.script.RenderedScript;
import java.util.Optional;

/** A script. */
public record ScriptStep(RenderedScript rendered, StepKind kind) implements Step {
    @Override
    public String name() {
        return rendered.fileName();
    }

    @Override
    public String checksum() {
        return rendered.checksum();
    }

    @Override
    public Optional<RenderedScript> script() {
        return Optional.of(rendered);
    }

    @Override
    public String size() {
        int count = rendered.statements().size();
        return count == 1 ? "1 statement" : count + " statements";
    }

    @Override
    public void run(StepRunner runner) {
        runner.runScript(rendered);
    }
}
