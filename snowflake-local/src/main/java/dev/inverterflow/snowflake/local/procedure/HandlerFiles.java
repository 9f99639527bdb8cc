package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jars that a handler is loaded from: that of its source first, if it has one, then its imports. */
final class HandlerFiles {

    private final ProcedureImports imports;
    private final InlineSources sources;

    HandlerFiles(ProcedureImports imports, InlineSources sources) {
        this.imports = imports;
        this.sources = sources;
    }

    /** @throws SnowflakeException if an import is not there or the source does not compile */
    List<Path> of(JavaFunction function, SessionContext session) {
        String method = function.isTable() ? function.handler() + ".process" : function.handler();
        return files(function.source(), method, function.imports(), session);
    }

    /** @throws SnowflakeException if an import is not there or the source does not compile */
    List<Path> of(Procedure procedure, SessionContext session) {
        return files(procedure.source(), procedure.handler(), procedure.imports(), session);
    }

    private List<Path> files(@Nullable String source, String handler, List<Import> staged, SessionContext session) {
        List<Path> jars = staged.stream().map(one -> imports.file(one, session)).toList();
        return Stream.concat(Stream.ofNullable(source).map(text -> sources.jar(text, handler, jars)), jars.stream())
                .toList();
    }
}
