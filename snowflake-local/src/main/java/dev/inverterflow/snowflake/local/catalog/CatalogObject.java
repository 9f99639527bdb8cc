package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;

/** What every object of the account has. Objects are immutable values; an ALTER puts a changed copy in their place. */
public interface CatalogObject {

    /** The role that owns the object. */
    String owner();

    /** When the object was created; kept by ALTER, new after CREATE OR REPLACE. */
    Instant createdOn();

    /** The comment, empty if there is none. */
    String comment();
}
