package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Get;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import dev.inverterflow.snowflake.local.execution.FileTransfer.Direction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.time.Duration;
import java.util.List;

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
        InternalStages.Place place = stages.place(statement.location(), session);
        FileNames names = FileNames.matching(statement.options().text("PATTERN").orElse(null));
        List<String> files = place.files().stream().filter(names).toList();
        return Result.transfer(new FileTransfer(
                Direction.DOWNLOAD,
                place.folder(),
                files,
                statement.directory(),
                false,
                false,
                Math.toIntExact(statement.options().number("PARALLEL").orElse(PARALLEL)),
                session.queryText().contains(STREAM) ? addresses(place, files) : null));
    }

    private List<String> addresses(InternalStages.Place place, List<String> files) {
        return files.stream()
                .map(name -> urls.offer(place.file(name), VALIDITY))
                .toList();
    }
}
