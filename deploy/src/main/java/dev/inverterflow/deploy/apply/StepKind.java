package dev.inverterflow.deploy.apply;

/** What a row of the history is about. */
public enum StepKind {
    /** A script that runs once, in order; never changed afterwards. */
    VERSIONED,
    /** The procedures' jar: once per content. */
    UPLOAD,
    /** A script that runs whenever its rendered text has changed. */
    REPEATABLE,
    /** Not a step: which tasks and alerts ran before an apply, until they run again. */
    TASKS,
    /** Not a step: the definitions of all objects right after an apply. */
    STATE;

    /** Whether it is work that a plan lists. */
    public boolean isStep() {
        return this == VERSIONED || this == UPLOAD || this == REPEATABLE;
    }
}
