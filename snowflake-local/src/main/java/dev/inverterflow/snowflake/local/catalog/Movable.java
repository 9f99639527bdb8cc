package dev.inverterflow.snowflake.local.catalog;

/** An object in a schema that ALTER … RENAME TO and COMMENT can change. */
public interface Movable<T extends SchemaObject> extends Commented<T> {

    /** The same object under another name, perhaps in another schema. */
    T withName(ObjectName newName);
}
