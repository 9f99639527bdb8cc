package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Get;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import dev.inverterflow.snowflake.local.execution.FileTransfer.Direction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * GET: tells the driver which files of a folder to copy. A driver that hands a file on as a stream says so in a comment of
 * its GET; it takes no stream from a folder, so it gets an address to read the file from.
 */
final class GetCommand implements StatementCommand<Get> {

    private static final long PARALLEL = 10;
    private static final String STREAM = "/*jdbc download stream*/";
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final InternalStages stages;
    private final PresignedUrls urls;

    GetCommand(InternalStages stages, PresignedUrls urls) {
        this.stages = stages;
        this.urls = urls;
    }

    @Override
    public Result run(Get statement, SessionContext session) {
        boolean stream = session.queryText().contains(STREAM);
        if (session.inProcedure() && !stream) {
            requireTemporary(statement.directory());
        }
        InternalStages.Place place = stages.place(statement.location(), session);
        FileNames names = FileNames.matching(statement.options().text("PATTERN").orElse(null));
        List<String> files = place.files().stream().filter(names).toList();
        return Result.transfer(new FileTransfer(
                Direction.DOWNLOAD,
                place.folder(),
                files,
                statement.directory(),
                false,
                "",
                false,
                StageCommands.threads(statement.options(), PARALLEL),
                stream ? addresses(place, files) : null));
    }

    /**
     * A handler has a file system of its own in Snowflake, of which it may write /tmp only
     * (docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations). Here the machine's folder
     * for temporary files stands for it, too.
     */
    private static void requireTemporary(String directory) {
        Path target = Path.of(directory).toAbsolutePath().normalize();
        boolean temporary = Stream.of("/tmp", System.getProperty("java.io.tmpdir"))
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .anyMatch(target::startsWith);
        if (!temporary) {
            throw new SnowflakeException(
                    90236,
                    "42601",
                    "Stored procedure execution error: GET writes to '" + directory
                            + "', but a handler may write below /tmp only.");
        }
    }

    private List<String> addresses(InternalStages.Place place, List<String> files) {
        return files.stream()
                .map(name -> urls.offer(place.file(name), VALIDITY))
                .toList();
    }
}
