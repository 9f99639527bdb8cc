package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Put;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import dev.inverterflow.snowflake.local.execution.FileTransfer.Direction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** PUT: tells the driver into which folder to copy. */
final class PutCommand implements StatementCommand<Put> {

    private static final long PARALLEL = 4;

    private final InternalStages stages;

    PutCommand(InternalStages stages) {
        this.stages = stages;
    }

    @Override
    public Result run(Put statement, SessionContext session) {
        InternalStages.Place place = stages.place(statement.location(), session);
        try {
            Files.createDirectories(place.target());
        } catch (IOException failure) {
            throw new UncheckedIOException("the stage's folder cannot be made", failure);
        }
        return Result.transfer(new FileTransfer(
                Direction.UPLOAD,
                place.target(),
                List.of(statement.file()),
                "",
                statement.options().flag("AUTO_COMPRESS").orElse(true),
                statement.options().flag("OVERWRITE").orElse(false),
                Math.toIntExact(statement.options().number("PARALLEL").orElse(PARALLEL)),
                null));
    }
}
