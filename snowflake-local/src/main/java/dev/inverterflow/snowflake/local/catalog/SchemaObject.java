package dev.inverterflow.snowflake.local.catalog;

/** An object in a schema: a table, view, stage, pipe, stream, task, procedure. */
public interface SchemaObject extends CatalogObject {

    /** The object's full name. */
    ObjectName name();

    /**
     * What tells objects of one kind apart inside their schema: the name, or, where names are overloaded, the name with
     * the types of its arguments, such as {@code ADD(NUMBER, NUMBER)}.
     */
    default String key() {
        return name().name();
    }

    /** The full name by which grants and messages call it, with the types of its arguments where names are overloaded. */
    default String fullName() {
        return key().equals(name().name()) ? name().toString() : name().schemaName() + "." + key();
    }
}
