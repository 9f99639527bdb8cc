package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import java.nio.file.Path;

/** Where the files of IMPORTS are. */
interface ProcedureImports {

    /** What an entry of the clause means, its stage's name resolved in this session. */
    Import resolve(String text, SessionContext session);

    /** The file on this machine. */
    Path file(Import one, SessionContext session);
}
