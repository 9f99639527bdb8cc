package dev.inverterflow.deploy.apply;

/** Decides when a step runs. */
public enum StepKind {
    /** Once, in order; never changed afterwards. */
    VERSIONED,
    /** The procedures' jar: once per content. */
    UPLOAD,
    /** Whenever its rendered text has changed. */
    REPEATABLE
}
