package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.Connections;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How Snowflake is reached. */
final class ConnectionOptions {
    @Option(
            names = {"-c", "--connection"},
            paramLabel = "NAME",
            description =
                    "Entry of Snowflake's connections.toml (else SNOWFLAKE_DEFAULT_CONNECTION_NAME, else default).")
    private @Nullable String name;

    @Option(
            names = "--connections-file",
            paramLabel = "PATH",
            description = "The connections.toml to read (else $SNOWFLAKE_HOME, ~/.snowflake, the platform's folder).")
    private @Nullable Path file;

    @Option(
            names = "--network-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long a lost network is tried again before a command gives up; default: ${DEFAULT-VALUE}.")
    private int networkTimeout;

    ConnectionSettings settings(Context context) {
        ConnectionSettings settings =
                new Connections(context.environment()).entry(name, file).withNetworkTimeout(networkTimeout);
        if (!settings.unusedKeys().isEmpty()) {
            context.err()
                    .println("note: " + settings + ": not used by deploy: " + String.join(", ", settings.unusedKeys()));
        }
        return settings;
    }
}
