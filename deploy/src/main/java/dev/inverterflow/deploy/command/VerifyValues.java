package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.target.Target;

/** The variables that verify looks with. */
record VerifyValues(Target target, String integration, String stageUrl) {}
