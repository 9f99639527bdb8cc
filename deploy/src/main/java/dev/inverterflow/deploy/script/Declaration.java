package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.object.ObjectKey;

/**
 * What a statement does to one object of the schema.
 *
 * @param text the statement
 */
public record Declaration(Verb verb, ObjectKey key, String text) {
    /** What is done. */
    public enum Verb {
        /** Made unless it is there: IF NOT EXISTS, or plain CREATE. */
        CREATE,
        /** Made anew, what was there is dropped: OR REPLACE. */
        REPLACE,
        /** Made or brought to this form: OR ALTER. */
        CREATE_OR_ALTER,
        ALTER,
        DROP,
        TRUNCATE,
        DELETE
    }
}
