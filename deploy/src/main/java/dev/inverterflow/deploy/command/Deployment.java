package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.SnowparkVersion;
import dev.inverterflow.deploy.apply.Step;
import dev.inverterflow.deploy.target.Target;
import java.util.List;

/**
 * What would be deployed, rendered and checked.
 *
 * @param steps in the order of a first apply: versioned scripts, the jar (the stage must be there, and the file before the
 *     procedures that import it), repeatable scripts
 * @param snowpark what the procedures ask for
 */
record Deployment(Target target, List<Step> steps, SnowparkVersion snowpark) {}
