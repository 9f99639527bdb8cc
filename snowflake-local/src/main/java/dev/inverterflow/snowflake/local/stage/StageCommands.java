package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Get;
import dev.inverterflow.snowflake.local.ast.FileCommand.ListFiles;
import dev.inverterflow.snowflake.local.ast.FileCommand.Put;
import dev.inverterflow.snowflake.local.ast.FileCommand.RemoveFiles;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;

/** The commands over files of stages. */
public final class StageCommands implements CommandSet {

    private static final long MOST_THREADS = 99;

    private final InternalStages internal;
    private final ExternalStageFiles external;
    private final PresignedUrls urls;

    public StageCommands(InternalStages internal, ExternalStageFiles external, PresignedUrls urls) {
        this.internal = internal;
        this.external = external;
        this.urls = urls;
    }

    /** How many files a driver is to move at once. */
    static int threads(Properties options, long byDefault) {
        long threads = options.number("PARALLEL").orElse(byDefault);
        if (threads < 1 || threads > MOST_THREADS) {
            throw Errors.invalidValue(String.valueOf(threads), "PARALLEL");
        }
        return Math.toIntExact(threads);
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(Put.class, new PutCommand(internal))
                .add(Get.class, new GetCommand(internal, urls))
                .add(ListFiles.class, new ListCommand(internal, external))
                .add(RemoveFiles.class, new RemoveCommand(internal, external));
    }
}
