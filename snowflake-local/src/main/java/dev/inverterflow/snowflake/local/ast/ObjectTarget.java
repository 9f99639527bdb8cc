package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object by kind and name.
 *
 * @param name absent only where the statement means the account or the current user, session or warehouse
 * @param argumentTypes of a procedure or function, which may be empty; null for every other kind
 */
public record ObjectTarget(
        ObjectKind kind,
        @Nullable QualifiedName name,
        @Nullable List<TypeName> argumentTypes) {
    /** Copies the list. */
    public ObjectTarget {
        argumentTypes = argumentTypes == null ? null : List.copyOf(argumentTypes);
    }

    /** An object that is no procedure and no function. */
    public static ObjectTarget of(ObjectKind kind, QualifiedName name) {
        return new ObjectTarget(kind, name, null);
    }

    /**
     * The name, for kinds that always have one.
     *
     * @throws IllegalStateException if it is absent
     */
    public QualifiedName requireName() {
        if (name == null) {
            throw new IllegalStateException("name: " + kind.sql() + " without a name");
        }
        return name;
    }
}
