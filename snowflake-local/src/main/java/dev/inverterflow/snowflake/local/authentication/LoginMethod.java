package dev.inverterflow.snowflake.local.authentication;

import java.util.Locale;
import java.util.Optional;

/** How a driver proves who its user is. */
public enum LoginMethod {
    PASSWORD,
    /** A JWT that the user's private key has signed. */
    KEY_PAIR,
    OAUTH,
    PROGRAMMATIC_ACCESS_TOKEN;

    /** The method that drivers call so; empty if the stand-in does not know it. */
    public static Optional<LoginMethod> of(String authenticator) {
        return switch (authenticator.toUpperCase(Locale.ROOT)) {
            case "", "SNOWFLAKE", "USERNAME_PASSWORD_MFA" -> Optional.of(PASSWORD);
            case "SNOWFLAKE_JWT" -> Optional.of(KEY_PAIR);
            case "OAUTH" -> Optional.of(OAUTH);
            case "PROGRAMMATIC_ACCESS_TOKEN" -> Optional.of(PROGRAMMATIC_ACCESS_TOKEN);
            default -> Optional.empty();
        };
    }
}
