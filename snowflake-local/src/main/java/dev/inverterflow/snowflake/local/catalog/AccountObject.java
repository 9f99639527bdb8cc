package dev.inverterflow.snowflake.local.catalog;

/** An object directly in the account: a role, user, warehouse, database, integration, resource monitor. */
public interface AccountObject extends CatalogObject {

    /** The object's name, unique among its kind. */
    String name();
}
