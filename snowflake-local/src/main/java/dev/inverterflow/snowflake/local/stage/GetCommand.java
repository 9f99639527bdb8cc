package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Get;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import dev.inverterflow.snowflake.local.execution.FileTransfer.Direction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.util.List;

/** GET: tells the driver which files of a folder to copy. */
final class GetCommand implements StatementCommand<Get> {

    private static final long PARALLEL = 10;

    private final InternalStages stages;

    GetCommand(InternalStages stages) {
        this.stages = stages;
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
                Math.toIntExact(statement.options().number("PARALLEL").orElse(PARALLEL))));
    }
}
