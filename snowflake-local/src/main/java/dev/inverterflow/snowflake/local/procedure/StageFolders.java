package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.catalog.Stage;
import java.nio.file.Path;

/** Where the files of internal stages are on this machine. */
@FunctionalInterface
public interface StageFolders {

    /** The folder of an internal stage, there or not. */
    Path folder(Stage stage);
}
