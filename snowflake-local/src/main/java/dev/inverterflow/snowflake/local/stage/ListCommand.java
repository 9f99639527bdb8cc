package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.ListFiles;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** LIST: the files of a stage. Times are text in GMT, as Snowflake gives them. */
final class ListCommand implements StatementCommand<ListFiles> {

    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.number("size"),
            ResultColumn.text("md5"),
            ResultColumn.text("last_modified"));

    private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final InternalStages internal;
    private final ExternalStageFiles external;

    ListCommand(InternalStages internal, ExternalStageFiles external) {
        this.internal = internal;
        this.external = external;
    }

    @Override
    public Result run(ListFiles statement, SessionContext session) {
        FileNames names = FileNames.matching(statement.pattern());
        List<List<String>> rows = files(statement.location(), session).stream()
                .filter(file -> names.test(file.name()))
                .map(ListCommand::row)
                .toList();
        return Result.rows(StatementType.LIST, COLUMNS, rows);
    }

    @Override
    public Result describe(ListFiles statement, SessionContext session) {
        return Result.rows(StatementType.LIST, COLUMNS, List.of());
    }

    private List<StageFile> files(StageLocation location, SessionContext session) {
        if (location.kind() == StageKind.NAMED) {
            Stage stage = InternalStages.stage(location, session);
            if (stage.external()) {
                return external.list(stage, location, session);
            }
        }
        InternalStages.Place place = internal.place(location, session);
        return place.files().stream().map(place::describe).toList();
    }

    private static List<String> row(StageFile file) {
        return List.of(file.name(), String.valueOf(file.size()), file.md5(), GMT.format(file.lastModified()));
    }
}
