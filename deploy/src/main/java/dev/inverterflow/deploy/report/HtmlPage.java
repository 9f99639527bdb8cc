package dev.inverterflow.deploy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The rendered page: made on the report stage by its procedure, fetched by GET. */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * Renders the page and writes it to a file.
     *
     * @param days 1 or more
     */
    public static void download(SnowflakeSession session, Target target, int days, Path file) {
        String path = render(session, target, days);
        try {
            Path folder = Files.createTempDirectory("inverterflow-report");
            try {
                session.show("get '@" + target.object("INGESTION_REPORTS") + "/" + path.replace("'", "\\'")
                        + "' 'file://" + folder.toString().replace("'", "\\'") + "/'");
                move(folder, path, file);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new DeployException(ExitCode.FAILED, "cannot write --html " + file + ": " + e, e);
        }
    }

    private static String render(SnowflakeSession session, Target target, int days) {
        String answer = session.show("call " + target.object("RENDER_INGESTION_REPORT(" + days + ")")).stream()
                .findFirst()
                .flatMap(Row::first)
                .orElse("{}");
        try {
            return new ObjectMapper().readTree(answer).required("path").asText();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new DeployException(ExitCode.FAILED, "RENDER_INGESTION_REPORT returned no path but: " + answer, e);
        }
    }

    private static void move(Path folder, String path, Path file) throws IOException {
        Path fetched = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
        if (!Files.exists(fetched)) {
            throw new DeployException(ExitCode.FAILED, "the page " + path + " was rendered, but GET brought nothing");
        }
        Files.move(fetched, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
