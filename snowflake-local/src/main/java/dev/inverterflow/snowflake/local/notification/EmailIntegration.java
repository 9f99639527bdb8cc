package dev.inverterflow.snowflake.local.notification;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Integration;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a notification integration of type EMAIL allows.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-notification-integration-email">CREATE NOTIFICATION
 *     INTEGRATION (email)</a>
 */
record EmailIntegration(Integration integration) {
    private static final String DEFAULT_SUBJECT = "Snowflake Email Notification";
    private static final String EMAIL = "EMAIL";

    /**
     * The integration of that name.
     *
     * @throws SnowflakeException if there is none, it is not for mail, or disabled
     */
    static EmailIntegration of(String name, SessionContext session) {
        var integrations = session.catalog().account(AccountType.INTEGRATION);
        var integration = integrations
                .find(name.toUpperCase(Locale.ROOT))
                .or(() -> integrations.find(name))
                .orElseThrow(() -> Errors.objectDoesNotExist("Integration", name));
        requireUsage(integration, session);
        if (!integration.type().equals(EMAIL)) {
            throw refused("Integration '" + name + "' is of type " + integration.type() + ", not " + EMAIL + ".");
        }
        if (!integration.properties().getOrDefault("ENABLED", "TRUE").equalsIgnoreCase("TRUE")) {
            throw refused("Integration '" + name + "' is not enabled.");
        }
        return new EmailIntegration(integration);
    }

    private static void requireUsage(Integration integration, SessionContext session) {
        var access = session.access();
        if (!access.owns(integration)
                && !access.holds("USAGE", AccountType.INTEGRATION.grantKind(), integration.name())) {
            throw access.sees(AccountType.INTEGRATION, integration)
                    ? Errors.insufficientPrivileges("integration", integration.name())
                    : Errors.objectDoesNotExist("Integration", integration.name());
        }
    }

    /**
     * Checks recipients.
     *
     * @throws SnowflakeException if there are none, or one is not allowed; nothing is sent to any of them then
     */
    void check(List<String> recipients) {
        if (recipients.isEmpty()) {
            throw refused("There is no recipient for integration '" + integration.name()
                    + "': neither the call nor DEFAULT_RECIPIENTS names one.");
        }
        var allowed = list("ALLOWED_RECIPIENTS");
        for (var recipient : recipients) {
            if (!recipient.matches("[^@\\s]+@[^@\\s]+")) {
                throw refused("'" + recipient + "' is not an email address.");
            }
            if (!allowed.isEmpty() && allowed.stream().noneMatch(recipient::equalsIgnoreCase)) {
                throw refused("Email recipients in the given list at indexes: ["
                        + (recipients.indexOf(recipient) + 1)
                        + "] are not allowed. Either these email addresses are not yet validated or do not belong to any"
                        + " user in the current account.");
            }
        }
    }

    List<String> defaultRecipients() {
        return list("DEFAULT_RECIPIENTS");
    }

    String defaultSubject() {
        return integration.properties().getOrDefault("DEFAULT_SUBJECT", DEFAULT_SUBJECT);
    }

    static SnowflakeException refused(String reason) {
        return new SnowflakeException(394_209, "22023", reason);
    }

    private List<String> list(String property) {
        var text = integration.properties().get(property);
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
