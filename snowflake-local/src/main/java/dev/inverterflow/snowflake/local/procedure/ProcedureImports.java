package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of IMPORTS: jars on named internal stages. */
final class ProcedureImports {

    private final SqlParser parser = new SqlParser();
    private final StageFolders folders;

    ProcedureImports(StageFolders folders) {
        this.folders = folders;
    }

    /** What an entry of the clause means. The stage must exist, the file need not until the procedure is called. */
    Import resolve(String text, SessionContext session) {
        StageLocation location = parser.parseStageLocation(text);
        QualifiedName name = location.name();
        if (location.kind() != StageKind.NAMED || name == null) {
            throw Errors.notSupported("IMPORTS of " + text + ", which is on no named stage");
        }
        if (!location.path().endsWith(".jar")) {
            throw Errors.notSupported("IMPORTS of " + text + ", which is no .jar");
        }
        Import one = new Import(text, session.resolve(name), location.path());
        if (stage(one, session).external()) {
            throw Errors.notSupported("IMPORTS of " + text + ", which is on an external stage");
        }
        return one;
    }

    /** The file on this machine. */
    Path file(Import one, SessionContext session) {
        Path folder = folders.folder(stage(one, session)).toAbsolutePath().normalize();
        Path file = folder.resolve(one.path()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new SnowflakeException(
                    2003,
                    "02000",
                    "SQL compilation error:\nThe file %s of IMPORTS does not exist.".formatted(one.text()));
        }
        return file;
    }

    private static Stage stage(Import one, SessionContext session) {
        ObjectName name = one.stage();
        return session.find(ObjectType.STAGE, name)
                .orElseThrow(() -> Errors.objectDoesNotExist("Stage", name.toString()));
    }
}
