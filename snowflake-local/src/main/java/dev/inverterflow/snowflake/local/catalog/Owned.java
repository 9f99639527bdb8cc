package dev.inverterflow.snowflake.local.catalog;

/** An object in a schema whose owner GRANT OWNERSHIP can change. */
public interface Owned<T extends SchemaObject> {

    /** The same object with another owner. */
    T withOwner(String newOwner);
}
