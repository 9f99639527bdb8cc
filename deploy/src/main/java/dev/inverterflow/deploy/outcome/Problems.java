package dev.inverterflow.deploy.outcome;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the input, so that the operator mends all of it in one go. */
public final class Problems {
    private final Set<String> found = new LinkedHashSet<>();

    public void add(String problem) {
        found.add(problem);
    }

    public List<String> found() {
        return new ArrayList<>(found);
    }

    /**
     * Ends the command when anything was found.
     *
     * @param heading what is wrong, or what follows from it
     * @throws DeployException with {@link ExitCode#USAGE}: the heading, and one line per problem
     */
    public void throwIfAny(String heading) {
        if (found.isEmpty()) {
            return;
        }
        if (found.size() == 1) {
            throw new DeployException(
                    ExitCode.USAGE, heading + ": " + found.iterator().next());
        }
        throw new DeployException(ExitCode.USAGE, heading + ":\n  - " + String.join("\n  - ", found));
    }
}
