package dev.inverterflow.deploy.change;

import dev.inverterflow.deploy.object.ObjectKey;

/**
 * What a statement takes away that is there now.
 *
 * @param what in words: what is lost and what follows
 */
public record Loss(ObjectKey key, Severity severity, String what) {
    /** Whether it comes back. */
    public enum Severity {
        /** deploy itself puts it back. */
        RESTORED,
        /** Gone for good; apply asks for {@code --allow}. */
        LASTING
    }
}
