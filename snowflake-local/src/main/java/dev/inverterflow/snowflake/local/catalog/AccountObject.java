package dev.inverterflow.snowflake.local.catalog;

/** An object directly in the account: a role, user, warehouse, database, integration, resource monitor. */
public interface AccountObject extends CatalogObject {

    /** The object's name, unique among its kind. */
    String name();

    /** The same object under another name. */
    AccountObject withName(String newName);

    /** The same object with another owner. */
    AccountObject withOwner(String newOwner);
}
