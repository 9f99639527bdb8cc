package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Integration;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.ValueRules;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an external stage may point to.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration">CREATE STORAGE INTEGRATION</a>
 */
final class StageRules {
    private static final String ENCRYPTION_TYPE = "ENCRYPTION.TYPE";

    // docs.snowflake.com/en/sql-reference/sql/create-stage
    private static final ValueRules OF_INTERNAL = ValueRules.none()
            .oneOf("SNOWFLAKE_FULL SNOWFLAKE_SSE", ENCRYPTION_TYPE)
            .flags("DIRECTORY.ENABLE", "DIRECTORY.REFRESH_ON_CREATE");
    private static final ValueRules OF_EXTERNAL = ValueRules.none()
            .oneOf("AWS_CSE AWS_SSE_S3 AWS_SSE_KMS NONE", ENCRYPTION_TYPE)
            .flags("DIRECTORY.ENABLE", "DIRECTORY.REFRESH_ON_CREATE");

    private StageRules() {}

    /** Refuses values that a property does not take. */
    static void checkValues(Map<String, String> properties, boolean external) {
        (external ? OF_EXTERNAL : OF_INTERNAL).check(properties);
    }

    /** The encryption of an internal stage is for good. */
    static void checkChange(Map<String, String> written, boolean external) {
        if (!external && written.containsKey(ENCRYPTION_TYPE)) {
            throw Errors.invalidProperty("ENCRYPTION", "STAGE");
        }
        checkValues(written, external);
    }

    /** Refuses a stage whose integration is not there, is switched off or does not allow the stage's location. */
    static void check(@Nullable String url, @Nullable String integration, SessionContext session) {
        if (url != null && !url.toLowerCase(Locale.ROOT).matches("s3(gov|china)?://.*")) {
            throw Errors.notSupported("stages at '" + url + "': only s3:// locations are read");
        }
        if (integration == null) {
            return;
        }
        Integration found = session.catalog()
                .account(AccountType.INTEGRATION)
                .find(integration)
                .orElseThrow(() -> Errors.objectDoesNotExist("Integration", integration));
        if (url == null) {
            throw Errors.invalidProperty("STORAGE_INTEGRATION", "STAGE");
        }
        boolean allowed = allows(found.properties().getOrDefault("STORAGE_ALLOWED_LOCATIONS", "*"), url)
                && !blocks(found.properties().getOrDefault("STORAGE_BLOCKED_LOCATIONS", ""), url);
        if (!allowed) {
            throw new SnowflakeException(
                    3001,
                    "42501",
                    "SQL access control error:\nLocation '%s' is not allowed by integration '%s'. Please use DESC INTEGRATION to check out allowed and blocked locations."
                            .formatted(url, integration));
        }
    }

    private static boolean allows(String locations, String url) {
        return Arrays.stream(locations.split(",")).anyMatch(location -> location.equals("*") || isIn(location, url));
    }

    private static boolean blocks(String locations, String url) {
        return Arrays.stream(locations.split(",")).anyMatch(location -> !location.isEmpty() && isIn(location, url));
    }

    private static boolean isIn(String location, String url) {
        String folder = location.endsWith("/") ? location : location + "/";
        return url.startsWith(folder) || url.equals(location);
    }
}
