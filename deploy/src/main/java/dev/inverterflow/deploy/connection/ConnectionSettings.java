package dev.inverterflow.deploy.connection;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * One connection, checked, in the words of the JDBC driver. Its text never shows a secret.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/jdbc/jdbc-parameters">the driver's parameters</a>
 */
public final class ConnectionSettings {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final String origin;
    private final Entry entry;
    private static final int DEFAULT_NETWORK_TIMEOUT_SECONDS = 60;

    private final SignIn signIn;
    private final int networkTimeoutSeconds;

    private ConnectionSettings(String origin, Entry entry, SignIn signIn, int networkTimeoutSeconds) {
        this.origin = origin;
        this.entry = entry;
        this.signIn = signIn;
        this.networkTimeoutSeconds = networkTimeoutSeconds;
    }

    /**
     * Checks the values of a connection.
     *
     * @param problems what was found wrong while they were gathered
     * @throws DeployException with everything that is wrong with them
     */
    static ConnectionSettings of(
            String origin, Map<String, String> values, Environment environment, Problems problems) {
        Entry entry = new Entry(Map.copyOf(values), environment);
        ConnectionSettings settings =
                new ConnectionSettings(origin, entry, new SignIn(entry, problems), DEFAULT_NETWORK_TIMEOUT_SECONDS);
        settings.checkAddress(problems);
        problems.throwIfAny("connection " + origin);
        return settings;
    }

    /** The address of the driver: the account's host, or the entry's own host, port and protocol. */
    public String jdbcUrl() {
        String port = entry.value("port").map(number -> ":" + number).orElse("");
        String region = entry.value("region").map(name -> "." + name).orElse("");
        String host = entry.value("host").orElseGet(() -> account() + region + ".snowflakecomputing.com");
        return "jdbc:snowflake://" + protocol() + "://" + host + port + "/";
    }

    /** What the driver is given; holds secrets. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty("account", account());
        ConnectionKeys.DRIVER_NAMES.forEach(
                (key, driverKey) -> entry.value(key).ifPresent(value -> properties.setProperty(driverKey, value)));
        signIn.addTo(properties);
        return properties;
    }

    /** The same connection whose sessions begin in another role and warehouse, where given: two statements saved. */
    public ConnectionSettings as(Optional<String> role, Optional<String> warehouse) {
        Map<String, String> values = new HashMap<>(entry.values());
        role.ifPresent(name -> values.put("role", name));
        warehouse.ifPresent(name -> values.put("warehouse", name));
        return new ConnectionSettings(
                origin, new Entry(Map.copyOf(values), entry.environment()), signIn, networkTimeoutSeconds);
    }

    /** The same connection that gives a lost network up after so many seconds. */
    public ConnectionSettings withNetworkTimeout(int seconds) {
        return new ConnectionSettings(origin, entry, signIn, seconds);
    }

    int networkTimeoutSeconds() {
        return networkTimeoutSeconds;
    }

    /** The role the entry names, which is the one the session begins with. */
    public Optional<String> role() {
        return entry.value("role");
    }

    /** Keys of the entry that other tools read and deploy does not. */
    public List<String> unusedKeys() {
        return entry.values().keySet().stream()
                .filter(key -> !ConnectionKeys.KNOWN.contains(key))
                .sorted()
                .toList();
    }

    /** Which entry it is, and what of it comes from the environment; no secret. */
    @Override
    public String toString() {
        return "connection " + origin;
    }

    private void checkAddress(Problems problems) {
        if (!entry.has("account")) {
            problems.add("account is missing (as in orgname-accountname)");
        }
        entry.value("port")
                .filter(port -> !port.matches("[0-9]{1,5}"))
                .ifPresent(port -> problems.add("port must be a number"));
        if (!protocol().equals("https") && !protocol().equals("http")) {
            problems.add("protocol must be https or http");
        }
        if (protocol().equals("http")
                && !entry.value("host").map(LOOPBACK::contains).orElse(false)) {
            problems.add("protocol http would send the sign-in in clear text; it is taken for"
                    + " 127.0.0.1 and localhost only");
        }
    }

    private String account() {
        return entry.value("account").orElse("");
    }

    private String protocol() {
        return entry.value("protocol").orElse("https");
    }
}
