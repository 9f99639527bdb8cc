package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.authentication.Passwords;
import dev.inverterflow.snowflake.local.authentication.PublicKey;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a user logs in with: of a PASSWORD only a hash is kept; a public key is checked, and kept with its fingerprint. */
final class UserSecrets {

    static final Set<String> NEVER_KEPT = Set.of("PASSWORD");
    private static final List<String> KEYS = List.of("RSA_PUBLIC_KEY", "RSA_PUBLIC_KEY_2");

    private UserSecrets() {}

    /** The properties of CREATE USER in the form in which they are kept. */
    static Map<String, String> kept(Properties given) {
        Map<String, String> properties = new HashMap<>(PropertyTexts.of(given, NEVER_KEPT));
        given.text("PASSWORD").ifPresent(password -> properties.put(Passwords.PROPERTY, Passwords.hash(password)));
        for (String name : KEYS) {
            given.text(name)
                    .ifPresent(key -> properties.put(
                            fingerprint(name), PublicKey.parse(key).fingerprint()));
        }
        return properties;
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
