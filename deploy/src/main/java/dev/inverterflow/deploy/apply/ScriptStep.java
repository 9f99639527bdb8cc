package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.script.RenderedScript;

/** A script. */
public record ScriptStep(RenderedScript script, StepKind kind) implements Step {
    @Override
    public String name() {
        return script.fileName();
    }

    @Override
    public String checksum() {
        return script.checksum();
    }

    @Override
    public String size() {
        int count = script.statements().size();
        return count == 1 ? "1 statement" : count + " statements";
    }

    @Override
    public void run(StepRunner runner) {
        runner.runScript(script);
    }
}
