package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Put;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import dev.inverterflow.snowflake.local.execution.FileTransfer.Direction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.ValueRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** PUT: tells the driver into which folder to copy. */
final class PutCommand implements StatementCommand<Put> {

    private static final long PARALLEL = 4;
    private static final ValueRules SOURCE_COMPRESSIONS =
            ValueRules.none().oneOf("AUTO_DETECT GZIP BZ2 BROTLI ZSTD DEFLATE RAW_DEFLATE NONE", "SOURCE_COMPRESSION");

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
                sourceCompression(statement.options()),
                statement.options().flag("OVERWRITE").orElse(false),
                StageCommands.threads(statement.options(), PARALLEL),
                null));
    }

    /** What the driver is told to take the files for; it refuses what it cannot upload itself. */
    private static String sourceCompression(Properties options) {
        String word = options.text("SOURCE_COMPRESSION").orElse("AUTO_DETECT");
        SOURCE_COMPRESSIONS.check(Map.of("SOURCE_COMPRESSION", word));
        return word.toLowerCase(Locale.ROOT);
    }
}
