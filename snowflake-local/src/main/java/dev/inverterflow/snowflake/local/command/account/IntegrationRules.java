package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What the kinds of integrations must have, and what Snowflake adds to them: the identity that the cloud's role has to trust.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration">CREATE STORAGE INTEGRATION</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-queue-outbound-aws">SNS</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-email">Email</a>
 */
final class IntegrationRules {

    private static final String USER = "arn:aws:iam::000000000000:user/snowflake-local";
    private static final String EXTERNAL_STAGE = "EXTERNAL_STAGE";
    private static final String TYPE = "TYPE";

    private IntegrationRules() {}

    /** The properties of a storage integration, checked and completed. */
    static Map<String, String> ofStorage(Map<String, String> written) {
        require(written, List.of(TYPE, "STORAGE_PROVIDER", "ENABLED", "STORAGE_ALLOWED_LOCATIONS"));
        requireType(written, EXTERNAL_STAGE);
        String provider = written.getOrDefault("STORAGE_PROVIDER", "");
        if (!provider.equalsIgnoreCase("S3")) {
            throw Errors.notSupported("STORAGE_PROVIDER = '" + provider + "'");
        }
        require(written, List.of("STORAGE_AWS_ROLE_ARN"));
        Map<String, String> properties = new HashMap<>(written);
        properties.putIfAbsent("STORAGE_AWS_EXTERNAL_ID", externalId());
        properties.put("STORAGE_AWS_IAM_USER_ARN", USER);
        return properties;
    }

    /** The properties of a notification integration, checked and completed. */
    static Map<String, String> ofNotification(Map<String, String> written) {
        require(written, List.of(TYPE, "ENABLED"));
        String type = written.getOrDefault(TYPE, "").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "EMAIL" -> new HashMap<>(written);
            case "QUEUE" -> ofQueue(written);
            default -> throw Errors.notSupported("NOTIFICATION INTEGRATION of TYPE = " + type);
        };
    }

    private static Map<String, String> ofQueue(Map<String, String> written) {
        require(written, List.of("NOTIFICATION_PROVIDER", "DIRECTION"));
        String provider = written.getOrDefault("NOTIFICATION_PROVIDER", "").toUpperCase(Locale.ROOT);
        String direction = written.getOrDefault("DIRECTION", "").toUpperCase(Locale.ROOT);
        if (!provider.equals("AWS_SNS") || !direction.equals("OUTBOUND")) {
            throw Errors.notSupported("NOTIFICATION_PROVIDER = " + provider + " with DIRECTION = " + direction);
        }
        require(written, List.of("AWS_SNS_TOPIC_ARN", "AWS_SNS_ROLE_ARN"));
        Map<String, String> properties = new HashMap<>(written);
        properties.put("SF_AWS_IAM_USER_ARN", USER);
        properties.put("SF_AWS_EXTERNAL_ID", externalId());
        return properties;
    }

    private static void requireType(Map<String, String> written, String type) {
        String given = written.getOrDefault(TYPE, "");
        if (!given.equalsIgnoreCase(type)) {
            throw Errors.invalidValue(given, TYPE);
        }
    }

    private static void require(Map<String, String> written, List<String> names) {
        for (String required : names) {
            if (!written.containsKey(required)) {
                throw new SnowflakeException(
                        2029, "42601", "SQL compilation error:\nMissing option(s): [" + required + "]");
            }
        }
    }

    private static String externalId() {
        return "LOCAL_SFCRole=" + UUID.randomUUID();
    }
}
