package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.User;
import org.jspecify.annotations.Nullable;

/**
 * The properties that DESCRIBE USER lists, in its order.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/desc-user">DESCRIBE USER</a>
 */
enum UserProperty {
    DISPLAY_NAME(null, "Display name"),
    TYPE(null, "Type of the user"),
    LOGIN_NAME(null, "Login name"),
    FIRST_NAME(null, "First name"),
    MIDDLE_NAME(null, "Middle name"),
    LAST_NAME(null, "Last name"),
    EMAIL(null, "Email address"),
    PASSWORD(null, "Password; never kept here"),
    MUST_CHANGE_PASSWORD("false", "Whether the password must be changed"),
    DISABLED("false", "Whether the user is locked out"),
    DAYS_TO_EXPIRY(null, "Days until the user expires"),
    MINS_TO_UNLOCK(null, "Minutes until a lock ends"),
    DEFAULT_WAREHOUSE(null, "Warehouse of a new session"),
    DEFAULT_NAMESPACE(null, "Database and schema of a new session"),
    DEFAULT_ROLE(null, "Role of a new session"),
    DEFAULT_SECONDARY_ROLES("[ALL]", "Secondary roles of a new session"),
    RSA_PUBLIC_KEY(null, "Public key for key-pair login"),
    RSA_PUBLIC_KEY_FP(null, "Its fingerprint"),
    RSA_PUBLIC_KEY_2(null, "Second public key for its rotation"),
    RSA_PUBLIC_KEY_2_FP(null, "Its fingerprint");

    private final @Nullable String defaultValue;
    private final String description;

    UserProperty(@Nullable String defaultValue, String description) {
        this.defaultValue = defaultValue;
        this.description = description;
    }

    @Nullable
    String defaultValue() {
        return defaultValue;
    }

    String description() {
        return description;
    }

    /** What holds if the property was not set: the names fall back to the user's own. */
    @Nullable
    String defaultFor(User user) {
        return this == DISPLAY_NAME || this == LOGIN_NAME ? user.name() : defaultValue;
    }
}
