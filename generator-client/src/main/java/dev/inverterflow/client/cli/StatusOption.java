package dev.inverterflow.client.cli;

import dev.inverterflow.client.settings.Settings.LogFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether there is a status line. */
final class StatusOption {
    private static final int USUAL_WIDTH = 80;

    @Option(
            names = "--status",
            paramLabel = "auto|line|off",
            description =
                    "one live status line instead of a log line for each batch (default: auto, which is: on a terminal)")
    private Mode mode = Mode.auto;

    /** Opens the line, through which log lines go from now on; nothing where there is to be none. */
    Optional<StatusLine> open(LogFormat format, Surroundings surroundings, Supplier<String> text) {
        boolean wanted = mode == Mode.line || (mode == Mode.auto && isTerminal(surroundings.environment()));
        if (!wanted || format != LogFormat.TEXT) {
            return Optional.empty();
        }
        StatusLine line = new StatusLine(System.err, width(surroundings.environment()), text);
        Logging.above(line);
        line.start();
        return Optional.of(line);
    }

    private static boolean isTerminal(Map<String, String> environment) {
        return System.console() != null && !"dumb".equals(environment.get("TERM"));
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** As typed on the command line. */
    enum Mode {
        auto,
        line,
        off
    }
}
