package dev.inverterflow.deploy.connection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The values of one connection after all its sources are laid over each other; blank values count as absent. */
record Entry(Map<String, String> values, Environment environment) {
    /** Snowflake CLI's own name for the passphrase in the environment. */
    private static final String PASSPHRASE_VARIABLE = "PRIVATE_KEY_PASSPHRASE";

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    Path path(String text) {
        return environment.expand(text);
    }

    Optional<String> passphrase() {
        return value("private_key_file_pwd")
                .or(() -> value("private_key_passphrase"))
                .or(() -> environment.variable(PASSPHRASE_VARIABLE));
    }

    /** Its text would hold secrets. */
    @Override
    public String toString() {
        return "Entry" + values.keySet();
    }
}
