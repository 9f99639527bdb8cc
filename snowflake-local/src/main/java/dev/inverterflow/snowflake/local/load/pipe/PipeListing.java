package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pipes as SHOW PIPES and DESCRIBE PIPE list them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-pipes">SHOW PIPES</a>
 */
final class PipeListing {
    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("definition"),
            ResultColumn.text("owner"),
            ResultColumn.text("notification_channel"),
            ResultColumn.text("comment"),
            ResultColumn.text("integration"),
            ResultColumn.text("pattern"),
            ResultColumn.text("error_integration"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("invalid_reason"),
            ResultColumn.text("kind"));

    private PipeListing() {}

    static List<List<@Nullable String>> rows(List<Pipe> pipes, PipeService service) {
        return pipes.stream().map(pipe -> row(pipe, service)).toList();
    }

    private static List<@Nullable String> row(Pipe pipe, PipeService service) {
        return Result.row(
                Shown.time(pipe.createdOn()),
                pipe.name().name(),
                pipe.name().database(),
                pipe.name().schema(),
                pipe.copy().span().text(),
                pipe.owner(),
                pipe.notificationChannel(),
                pipe.comment().isEmpty() ? null : pipe.comment(),
                null,
                pipe.pattern(),
                pipe.errorIntegration(),
                "ROLE",
                service.health(pipe).invalidReason(),
                "STAGE");
    }
}
