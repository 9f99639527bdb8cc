package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.script.Checksums;
import dev.inverterflow.deploy.script.RenderedScript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script.
 *
 * @param overrides the scripts whose objects it changes afterwards: when one of them runs again, so must this one
 */
public record ScriptStep(RenderedScript rendered, StepKind kind, List<RenderedScript> overrides) implements Step {
    /** A script that stands for itself. */
    public ScriptStep(RenderedScript rendered, StepKind kind) {
        this(rendered, kind, List.of());
    }

    @Override
    public String name() {
        return rendered.fileName();
    }

    @Override
    public String checksum() {
        if (overrides.isEmpty()) {
            return rendered.checksum();
        }
        return Checksums.sha256(Stream.concat(overrides.stream(), Stream.of(rendered))
                .map(RenderedScript::checksum)
                .collect(Collectors.joining("\n")));
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
