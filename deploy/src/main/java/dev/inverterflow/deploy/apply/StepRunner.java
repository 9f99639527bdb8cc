package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.script.RenderedScript;

/** How each kind of step is done. */
public interface StepRunner {
    void runScript(RenderedScript script);

    void upload(ProcedureJar jar);
}
