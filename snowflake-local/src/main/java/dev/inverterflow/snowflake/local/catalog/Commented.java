package dev.inverterflow.snowflake.local.catalog;

/** An object whose comment COMMENT ON can change. */
public interface Commented<T extends CatalogObject> {

    /** The same object with another comment. */
    T withComment(String newComment);
}
