package dev.inverterflow.snowflake.local.catalog;

import java.util.Map;

/** An object in the account that is described by properties, which ALTER … SET and UNSET change. */
public interface Configured<T extends AccountObject> {

    /** The properties set on it, by upper-case name. */
    Map<String, String> properties();

    /** The same object with other properties. */
    T withProperties(Map<String, String> newProperties);
}
