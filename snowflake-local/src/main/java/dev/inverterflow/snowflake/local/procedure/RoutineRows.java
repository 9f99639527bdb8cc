package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import java.util.List;
import java.util.stream.Collectors;

/** How DESCRIBE PROCEDURE and DESCRIBE FUNCTION tell properties, each in a row of its own. */
final class RoutineRows {

    static final List<ResultColumn> COLUMNS = List.of(ResultColumn.text("property"), ResultColumn.text("value"));

    private RoutineRows() {}

    /** {@code (A NUMBER, B VARCHAR)}. */
    static String signature(Routine<?> routine) {
        return routine.parameters().stream()
                .map(parameter -> parameter.name() + " " + Signatures.plain(parameter.type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String nullHandling(NullInput nullInput) {
        return nullInput == NullInput.RETURNS_NULL ? "RETURNS NULL ON NULL INPUT" : "CALLED ON NULL INPUT";
    }

    static String imports(List<Import> imports) {
        return list(imports.stream().map(Import::text).toList());
    }

    static String packages(List<String> packages) {
        return list(packages.stream().map(one -> "'" + one + "'").toList());
    }

    private static String list(List<String> texts) {
        return texts.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
