package dev.inverterflow.deploy.connection;

import dev.inverterflow.deploy.outcome.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * One entry of connections.toml, checked, in the words of the JDBC driver. Its text never shows a secret.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/jdbc/jdbc-parameters">the driver's parameters</a>
 */
public final class ConnectionSettings {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final Set<String> KNOWN = Set.of(
            "account",
            "user",
            "password",
            "host",
            "port",
            "protocol",
            "authenticator",
            "private_key_file",
            "private_key_path",
            "private_key_file_pwd",
            "private_key_passphrase",
            "token",
            "database",
            "schema",
            "warehouse",
            "role");

    private final String origin;
    private final Map<String, String> values;
    private final Environment environment;

    private ConnectionSettings(String origin, Map<String, String> values, Environment environment) {
        this.origin = origin;
        this.values = Map.copyOf(values);
        this.environment = environment;
    }

    static ConnectionSettings of(String origin, Map<String, String> values, Environment environment) {
        ConnectionSettings settings = new ConnectionSettings(origin, values, environment);
        Problems problems = new Problems();
        settings.check(problems);
        problems.throwIfAny("connection " + origin);
        return settings;
    }

    /** The address of the driver: the account's host, or the entry's own host, port and protocol. */
    public String jdbcUrl() {
        String port = value("port").map(number -> ":" + number).orElse("");
        String host = value("host").orElseGet(() -> account() + ".snowflakecomputing.com");
        return "jdbc:snowflake://" + protocol() + "://" + host + port + "/";
    }

    /** What the driver is given; holds secrets. */
    Properties driverProperties() {
        Properties properties = new Properties();
        properties.setProperty("account", account());
        copy("user", properties, "user");
        copy("password", properties, "password");
        copy("authenticator", properties, "authenticator");
        copy("token", properties, "token");
        copy("database", properties, "db");
        copy("schema", properties, "schema");
        copy("warehouse", properties, "warehouse");
        copy("role", properties, "role");
        privateKeyFile().ifPresent(file -> properties.setProperty("private_key_file", file.toString()));
        firstOf("private_key_file_pwd", "private_key_passphrase")
                .ifPresent(passphrase -> properties.setProperty("private_key_pwd", passphrase));
        return properties;
    }

    /** The role the entry names, which is the one the session begins with. */
    public Optional<String> role() {
        return value("role");
    }

    /** Keys of the entry that other tools read and deploy does not. */
    public List<String> unusedKeys() {
        return values.keySet().stream()
                .filter(key -> !KNOWN.contains(key))
                .sorted()
                .toList();
    }

    /** Whom it signs in as and where; no secret. */
    @Override
    public String toString() {
        return "connection " + origin;
    }

    private void check(Problems problems) {
        if (value("account").isEmpty()) {
            problems.add("account is missing (as in orgname-accountname)");
        }
        value("port")
                .filter(port -> !port.matches("[0-9]{1,5}"))
                .ifPresent(port -> problems.add("port must be a number"));
        if (!protocol().equals("https") && !protocol().equals("http")) {
            problems.add("protocol must be https or http");
        }
        if (protocol().equals("http") && !value("host").map(LOOPBACK::contains).orElse(false)) {
            problems.add("protocol http would send the sign-in in clear text; it is taken for"
                    + " 127.0.0.1 and localhost only");
        }
        privateKeyFile()
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file -> problems.add("cannot read the private key " + file));
        if (!signsIn()) {
            problems.add("nothing to sign in with; give private_key_file, token, password or"
                    + " an authenticator such as externalbrowser");
        }
        if (value("user").isEmpty() && value("authenticator").isEmpty()) {
            problems.add("user is missing");
        }
    }

    private boolean signsIn() {
        List<String> ways = new ArrayList<>(List.of("password", "token", "authenticator"));
        ways.addAll(List.of("private_key_file", "private_key_path"));
        return ways.stream().anyMatch(key -> value(key).isPresent());
    }

    private Optional<Path> privateKeyFile() {
        return firstOf("private_key_file", "private_key_path").map(environment::expand);
    }

    private String account() {
        return value("account").orElse("");
    }

    private String protocol() {
        return value("protocol").orElse("https");
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    private Optional<String> firstOf(String key, String otherKey) {
        return value(key).or(() -> value(otherKey));
    }

    private void copy(String key, Properties properties, String driverKey) {
        value(key).ifPresent(value -> properties.setProperty(driverKey, value));
    }
}
