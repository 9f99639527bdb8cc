package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.authentication.Passwords;
import dev.inverterflow.snowflake.local.authentication.PublicKey;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.ValueRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a user logs in with: of a PASSWORD only a hash is kept; a public key is checked, and kept with its fingerprint. */
final class UserSecrets {

    static final Set<String> NEVER_KEPT = Set.of("PASSWORD");
    private static final List<String> KEYS = List.of("RSA_PUBLIC_KEY", "RSA_PUBLIC_KEY_2");

    private static final List<String> OF_PERSONS =
            List.of("PASSWORD", "FIRST_NAME", "MIDDLE_NAME", "LAST_NAME", "MUST_CHANGE_PASSWORD", "MINS_TO_UNLOCK");

    // docs.snowflake.com/en/sql-reference/sql/create-user
    private static final ValueRules VALUES = ValueRules.none()
            .flags("MUST_CHANGE_PASSWORD", "DISABLED")
            .number(0, Integer.MAX_VALUE, "DAYS_TO_EXPIRY", "MINS_TO_UNLOCK")
            .oneOf("PERSON SERVICE LEGACY_SERVICE", "TYPE")
            .oneOf("ALL ()", "DEFAULT_SECONDARY_ROLES");

    private UserSecrets() {}

    /** The properties of CREATE USER in the form in which they are kept. */
    static Map<String, String> kept(Properties given) {
        Map<String, String> properties = new HashMap<>(PropertyTexts.of(given, NEVER_KEPT));
        VALUES.check(properties);
        refuseForService(given, properties.getOrDefault("TYPE", ""));
        given.text("PASSWORD").ifPresent(password -> properties.put(Passwords.PROPERTY, Passwords.hash(password)));
        for (String name : KEYS) {
            given.text(name)
                    .ifPresent(key -> properties.put(
                            fingerprint(name), PublicKey.parse(key).fingerprint()));
        }
        return properties;
    }

    /** A service signs in without a password and is no person. */
    private static void refuseForService(Properties given, String type) {
        if (type.equalsIgnoreCase("SERVICE")) {
            for (String name : OF_PERSONS) {
                if (given.has(name)) {
                    throw Errors.invalidProperty(name, "USER");
                }
            }
        }
    }

    /** The user after what ALTER USER says of passwords and keys. */
    static User changed(User user, AlterAction action) {
        Map<String, String> properties = new HashMap<>(user.properties());
        if (action instanceof AlterAction.SetProperties set) {
            properties.putAll(kept(set.properties()));
        } else if (action instanceof AlterAction.UnsetProperties unset) {
            for (String name : unset.names()) {
                properties.remove(NEVER_KEPT.contains(name) ? Passwords.PROPERTY : fingerprint(name));
            }
        }
        return new User(user.name(), properties, user.owner(), user.createdOn(), user.comment());
    }

    private static String fingerprint(String key) {
        return key + "_FP";
    }
}
