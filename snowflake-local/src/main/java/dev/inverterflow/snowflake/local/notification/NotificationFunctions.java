package dev.inverterflow.snowflake.local.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SYSTEM$SEND_EMAIL, SYSTEM$SEND_SNOWFLAKE_NOTIFICATION and the functions that write the arguments of the latter.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/notifications/about-notifications">Notifications</a>
 */
public final class NotificationFunctions implements SystemFunctionProvider {
    private static final String SEND_EMAIL = "SYSTEM$SEND_EMAIL";
    private static final String SEND = "SYSTEM$SEND_SNOWFLAKE_NOTIFICATION";
    private static final String TEXT_PLAIN = "SNOWFLAKE.NOTIFICATION.TEXT_PLAIN";
    private static final String TEXT_HTML = "SNOWFLAKE.NOTIFICATION.TEXT_HTML";
    private static final String APPLICATION_JSON = "SNOWFLAKE.NOTIFICATION.APPLICATION_JSON";
    private static final String INTEGRATION = "SNOWFLAKE.NOTIFICATION.INTEGRATION";
    private static final String EMAIL_CONFIG = "SNOWFLAKE.NOTIFICATION.EMAIL_INTEGRATION_CONFIG";

    private static final Map<String, String> CONTENT_TYPES =
            Map.of(TEXT_PLAIN, "text/plain", TEXT_HTML, "text/html", APPLICATION_JSON, "application/json");

    /** How many arguments each may have. */
    private static final Map<String, Set<Integer>> ARITIES = Map.of(
            SEND_EMAIL, Set.of(4, 5),
            SEND, Set.of(2),
            TEXT_PLAIN, Set.of(1),
            TEXT_HTML, Set.of(1),
            APPLICATION_JSON, Set.of(1),
            INTEGRATION, Set.of(1),
            EMAIL_CONFIG, Set.of(3, 5));

    private static final int LONGEST_SUBJECT = 256;
    private static final JsonMapper JSON = new JsonMapper();

    private final Outbox outbox;

    public NotificationFunctions(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Set<String> names() {
        return ARITIES.keySet();
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return ARITIES.getOrDefault(name, Set.of()).contains(arguments)
                ? Optional.of(name.equals(SEND_EMAIL) ? SnowflakeType.BOOLEAN : SnowflakeType.VARCHAR)
                : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> constants, SessionContext session) {
        var arguments = constants.stream().map(Constant::text).toList();
        return switch (name) {
            case SEND_EMAIL -> sendEmail(arguments, session);
            case SEND -> send(required(arguments, 0, name), required(arguments, 1, name), session);
            case TEXT_PLAIN, TEXT_HTML, APPLICATION_JSON ->
                Constant.text(JSON.createObjectNode()
                        .put(CONTENT_TYPES.get(name), required(arguments, 0, name))
                        .toString());
            case INTEGRATION ->
                Constant.text(JSON.createObjectNode()
                        .<ObjectNode>set(required(arguments, 0, name), JSON.createObjectNode())
                        .toString());
            case EMAIL_CONFIG -> Constant.text(emailConfig(arguments));
            default -> throw Errors.unknownFunction(name);
        };
    }

    private Constant sendEmail(List<@Nullable String> arguments, SessionContext session) {
        var integration = EmailIntegration.of(required(arguments, 0, SEND_EMAIL), session);
        var recipients = Arrays.stream(required(arguments, 1, SEND_EMAIL).split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        integration.check(recipients);
        var type = arguments.size() > 4 ? required(arguments, 4, SEND_EMAIL) : "text/plain";
        if (!type.equals("text/plain") && !type.equals("text/html")) {
            throw Errors.invalidValue(type, "mime_type");
        }
        outbox.add(new Notification(
                session.clock().instant(),
                integration.integration().name(),
                recipients,
                List.of(),
                List.of(),
                notEmpty(arguments, 2, "email_subject"),
                type,
                notEmpty(arguments, 3, "email_content")));
        return Constant.bool(true);
    }

    /** Checks all before anything is sent. */
    private Constant send(String messages, String configurations, SessionContext session) {
        var all = new ArrayList<Notification>();
        for (var configuration : objects(configurations, "integration_configuration")) {
            configuration.fields().forEachRemaining(entry -> {
                for (var message : objects(messages, "message")) {
                    message.fields()
                            .forEachRemaining(content -> all.add(notification(
                                    entry.getKey(), entry.getValue(), content.getKey(), content.getValue(), session)));
                }
            });
        }
        all.forEach(outbox::add);
        return Constant.text("Enqueued notifications");
    }

    private static Notification notification(
            String name, JsonNode options, String contentType, JsonNode content, SessionContext session) {
        if (!CONTENT_TYPES.containsValue(contentType)) {
            throw Errors.invalidValue(contentType, "message");
        }
        var integration = EmailIntegration.of(name, session);
        var to = options.has("toAddress") ? addresses(options, "toAddress") : integration.defaultRecipients();
        var cc = addresses(options, "ccAddress");
        var bcc = addresses(options, "bccAddress");
        integration.check(to);
        for (var copy : List.of(cc, bcc)) {
            if (!copy.isEmpty()) {
                integration.check(copy);
            }
        }
        var subject = options.has("subject") ? options.get("subject").asText() : integration.defaultSubject();
        if (subject.length() > LONGEST_SUBJECT) {
            throw EmailIntegration.refused("The subject must not be longer than " + LONGEST_SUBJECT + " characters.");
        }
        return new Notification(
                session.clock().instant(),
                integration.integration().name(),
                to,
                cc,
                bcc,
                subject,
                contentType,
                content.isTextual() ? content.asText() : content.toString());
    }

    private static String emailConfig(List<@Nullable String> arguments) {
        var options = JSON.createObjectNode();
        options.put("subject", required(arguments, 1, EMAIL_CONFIG));
        var names = List.of("toAddress", "ccAddress", "bccAddress");
        for (int position = 2; position < arguments.size(); position++) {
            var addresses = arguments.get(position);
            if (addresses != null) {
                options.set(names.get(position - 2), read(addresses, EMAIL_CONFIG));
            }
        }
        return JSON.createObjectNode()
                .<ObjectNode>set(required(arguments, 0, EMAIL_CONFIG), options)
                .toString();
    }

    private static List<String> addresses(JsonNode options, String name) {
        var addresses = new ArrayList<String>();
        options.path(name).forEach(address -> addresses.add(address.asText()));
        return addresses;
    }

    /** One object, or an array of objects or of texts that are objects. */
    private static List<JsonNode> objects(String json, String what) {
        var node = read(json, what);
        var objects = new ArrayList<JsonNode>();
        if (node.isArray()) {
            node.forEach(element -> objects.add(element.isTextual() ? read(element.asText(), what) : element));
        } else {
            objects.add(node);
        }
        if (objects.isEmpty() || objects.stream().anyMatch(object -> !object.isObject())) {
            throw Errors.invalidValue(json, what);
        }
        return objects;
    }

    private static JsonNode read(String json, String what) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw Errors.invalidValue(json, what);
        }
    }

    private static String notEmpty(List<@Nullable String> arguments, int position, String what) {
        var text = arguments.get(position);
        if (text == null || text.isEmpty()) {
            throw Errors.invalidValue(String.valueOf(text), what);
        }
        return text;
    }

    private static String required(List<@Nullable String> arguments, int position, String function) {
        var text = arguments.get(position);
        if (text == null) {
            throw Errors.invalidValue("NULL", function);
        }
        return text;
    }
}
