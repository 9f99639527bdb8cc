package dev.inverterflow.deploy.inventory;

import dev.inverterflow.deploy.object.ObjectKey;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object as it stands in the account.
 *
 * @param owner the role; empty where Snowflake does not say (SHOW PROCEDURES)
 * @param definition what makes it what it is, by property; nothing that changes by itself
 */
public record ObjectState(ObjectKey key, String owner, Map<String, String> definition) {
    public ObjectState {
        definition = Collections.unmodifiableMap(new TreeMap<>(definition));
    }
}
