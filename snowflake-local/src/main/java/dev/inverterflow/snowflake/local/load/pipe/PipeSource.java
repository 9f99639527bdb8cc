package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a pipe as it was when the pipe was made. A stage that is replaced, or whose URL or integration changes, stops
 * the pipe until it is made anew.
 *
 * @param stage its name
 * @param stageId tells it from one of the same name after it
 * @param url where it pointed; null for an internal stage
 * @param integration what let it be read; null without one
 * @see <a href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-manage">Manage Snowpipe</a>
 */
record PipeSource(
        ObjectName stage,
        long stageId,
        @Nullable String url,
        @Nullable String integration) {
    static PipeSource of(Stage stage) {
        return new PipeSource(stage.name(), stage.id(), stage.url(), stage.integration());
    }

    /** The stage, as long as it is the one the pipe was made for. */
    Optional<Stage> find(Catalog catalog) {
        return catalog.objects(ObjectType.STAGE)
                .find(stage)
                .filter(found -> found.id() == stageId)
                .filter(this::unchanged);
    }

    boolean altered(Catalog catalog) {
        return catalog.objects(ObjectType.STAGE)
                .find(stage)
                .filter(found -> found.id() == stageId && !unchanged(found))
                .isPresent();
    }

    private boolean unchanged(Stage found) {
        return Objects.equals(found.url(), url) && Objects.equals(found.integration(), integration);
    }
}
