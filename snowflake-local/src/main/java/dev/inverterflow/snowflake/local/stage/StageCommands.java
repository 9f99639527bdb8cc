package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.Get;
import dev.inverterflow.snowflake.local.ast.FileCommand.ListFiles;
import dev.inverterflow.snowflake.local.ast.FileCommand.Put;
import dev.inverterflow.snowflake.local.ast.FileCommand.RemoveFiles;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;

/** The commands over files of stages. */
public final class StageCommands implements CommandSet {

    private final InternalStages internal;
    private final ExternalStageFiles external;
    private final PresignedUrls urls;

    public StageCommands(InternalStages internal, ExternalStageFiles external, PresignedUrls urls) {
        this.internal = internal;
        this.external = external;
        this.urls = urls;
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(Put.class, new PutCommand(internal))
                .add(Get.class, new GetCommand(internal, urls))
                .add(ListFiles.class, new ListCommand(internal, external))
                .add(RemoveFiles.class, new RemoveCommand(internal, external));
    }
}
