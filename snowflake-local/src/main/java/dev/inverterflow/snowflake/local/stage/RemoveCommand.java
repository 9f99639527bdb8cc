package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.FileCommand.RemoveFiles;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.ArrayList;
import java.util.List;

/** REMOVE: deletes files of a stage. */
final class RemoveCommand implements StatementCommand<RemoveFiles> {

    private static final List<ResultColumn> COLUMNS = List.of(ResultColumn.text("name"), ResultColumn.text("result"));

    private final InternalStages internal;
    private final ExternalStageFiles external;

    RemoveCommand(InternalStages internal, ExternalStageFiles external) {
        this.internal = internal;
        this.external = external;
    }

    @Override
    public Result run(RemoveFiles statement, SessionContext session) {
        List<List<String>> rows = removed(statement, session).stream()
                .map(name -> List.of(name, "removed"))
                .toList();
        return Result.rows(StatementType.REMOVE, COLUMNS, rows);
    }

    @Override
    public Result describe(RemoveFiles statement, SessionContext session) {
        return Result.rows(StatementType.REMOVE, COLUMNS, List.of());
    }

    private List<String> removed(RemoveFiles statement, SessionContext session) {
        FileNames names = FileNames.matching(statement.pattern());
        if (statement.location().kind() == StageKind.NAMED) {
            Stage stage = InternalStages.stage(statement.location(), session);
            if (stage.external()) {
                return external.remove(stage, statement.location(), names, session).stream()
                        .map(StageFile::name)
                        .toList();
            }
        }
        return removeInternal(internal.place(statement.location(), session), names);
    }

    private static List<String> removeInternal(InternalStages.Place place, FileNames names) {
        List<String> removed = new ArrayList<>();
        for (String name : place.files()) {
            String shownAs = place.shownAs() + name;
            if (names.test(shownAs)) {
                place.delete(name);
                removed.add(shownAs);
            }
        }
        return removed;
    }
}
