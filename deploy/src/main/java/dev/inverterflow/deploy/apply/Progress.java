package dev.inverterflow.deploy.apply;

/** Tells the operator how far an apply is. */
public interface Progress {
    /** How many steps there are; called once, before the first. */
    void total(int steps);

    void begins(String name, String size);

    void succeeded(long milliseconds);

    /** The step ended otherwise: "stopped", "FAILED". */
    void ended(String how);

    /** No step comes any more. */
    void done();
}
