package dev.inverterflow.deploy.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ways to sign in that deploy checks before it connects, by their names in connections.toml
 * (docs.snowflake.com/en/developer-guide/jdbc/jdbc-parameters).
 */
enum Authenticator {
    /** User and password; Snowflake takes it on trial accounts only since multi-factor sign-in is enforced. */
    SNOWFLAKE,
    USERNAME_PASSWORD_MFA,
    /** Key pair. */
    SNOWFLAKE_JWT,
    PROGRAMMATIC_ACCESS_TOKEN,
    OAUTH,
    EXTERNALBROWSER,
    /** Those below are handed to the driver as they are. */
    OAUTH_AUTHORIZATION_CODE,
    OAUTH_CLIENT_CREDENTIALS,
    WORKLOAD_IDENTITY,
    /** An identity provider's own address. */
    OKTA;

    static Optional<Authenticator> named(String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("https://")) {
            return Optional.of(OKTA);
        }
        return Arrays.stream(values())
                .filter(known -> known != OKTA && known.name().equalsIgnoreCase(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values())
                .filter(known -> known != OKTA)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
