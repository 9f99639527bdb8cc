package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionParameters;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one session: defaults, what was set for the session, and what one statement brings along.
 *
 * <p>Every statement asks for all of them and few change one, so what is in force is put together once after a change.
 */
final class Parameters implements SessionParameters {

    private final Map<String, String> session = new ConcurrentSkipListMap<>();
    private volatile Map<String, String> statement = Map.of();

    /** What {@link #all} answers; null after a change. */
    private @Nullable Map<String, String> inForce;

    @Override
    public String get(String name) {
        ParameterDefinition definition = definition(name);
        String forStatement = statement.get(name);
        return forStatement != null ? forStatement : session.getOrDefault(name, definition.defaultValue());
    }

    @Override
    public synchronized void set(String name, String value) {
        inForce = null;
        session.put(name, ParameterRules.checked(definition(name), value));
    }

    @Override
    public void check(String name, String value) {
        var unused = ParameterRules.checked(definition(name), value);
    }

    @Override
    public synchronized void unset(String name) {
        inForce = null;
        session.remove(definition(name).name());
    }

    /** Whether it was set, for the session or the statement. */
    boolean isSet(String name) {
        return statement.containsKey(name) || session.containsKey(name);
    }

    @Override
    public Map<String, String> changed() {
        return Map.copyOf(session);
    }

    @Override
    public synchronized Map<String, String> all() {
        if (inForce == null) {
            inForce = ParameterDefinitions.all().stream()
                    .map(ParameterDefinition::name)
                    .collect(Collectors.toUnmodifiableMap(name -> name, this::get));
        }
        return inForce;
    }

    @Override
    public List<Description> describe() {
        return ParameterDefinitions.all().stream()
                .map(definition -> new Description(
                        definition.name(),
                        // What a client sends along with one statement is not the session's.
                        session.getOrDefault(definition.name(), definition.defaultValue()),
                        definition.defaultValue(),
                        session.containsKey(definition.name()),
                        definition.description(),
                        definition.typeName()))
                .toList();
    }

    @Override
    public ZoneId timeZone() {
        return ZoneId.of(get("TIMEZONE"));
    }

    @Override
    public boolean autocommit() {
        return flag("AUTOCOMMIT");
    }

    @Override
    public boolean flag(String name) {
        return get(name).equals("true");
    }

    /** What a driver is told: values typed as JSON types them. */
    Map<String, Object> announced() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterDefinition definition : ParameterDefinitions.announced()) {
            values.put(definition.name(), typed(definition, announced(definition)));
        }
        return values;
    }

    /**
     * A driver keeps what it is told; a tag that it sent along with one statement must not become the session's. It is never
     * told to put the binds of a batch into a stage: they come with the request, whatever their number.
     */
    private String announced(ParameterDefinition definition) {
        return switch (definition.name()) {
            case "QUERY_TAG" -> session.getOrDefault(definition.name(), definition.defaultValue());
            case "CLIENT_STAGE_ARRAY_BINDING_THRESHOLD" -> definition.defaultValue();
            default -> get(definition.name());
        };
    }

    /**
     * Takes over what a client sends along. Drivers send parameters of every version of the service, so unlike in ALTER
     * SESSION an unknown name is not refused here, as Snowflake does not refuse it either.
     */
    synchronized void setKnown(Map<String, String> values) {
        inForce = null;
        session.putAll(known(values));
    }

    /** Takes over the parameters of one statement, in place of those of the statement before. */
    synchronized void forStatement(Map<String, String> values) {
        Map<String, String> known = known(values);
        if (!known.equals(statement)) {
            inForce = null;
            statement = known;
        }
    }

    private static Map<String, String> known(Map<String, String> values) {
        Map<String, String> known = new HashMap<>();
        values.forEach((name, value) -> ParameterDefinitions.find(name)
                .ifPresent(definition -> known.put(definition.name(), ParameterRules.checked(definition, value))));
        return known;
    }

    private static Object typed(ParameterDefinition definition, String value) {
        return switch (definition.kind()) {
            case BOOLEAN -> Boolean.valueOf(value);
            case NUMBER -> Long.valueOf(value);
            case STRING, TIME_ZONE, LOG_LEVEL -> value;
        };
    }

    private static ParameterDefinition definition(String name) {
        return ParameterDefinitions.find(name).orElseThrow(() -> Errors.invalidParameter(name));
    }
}
