package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.ast.CreateStatement.CreatePipe;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.copy.CopyNames;
import dev.inverterflow.snowflake.local.load.copy.CopyOptions;
import dev.inverterflow.snowflake.local.load.copy.CopyRules;
import dev.inverterflow.snowflake.local.load.copy.FilePattern;
import dev.inverterflow.snowflake.local.load.copy.StageNames;
import java.util.Set;

/**
 * Makes a pipe of its CREATE statement, refusing what Snowflake refuses.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-pipe#usage-notes">CREATE PIPE, usage notes</a>
 */
public final class PipeRules {
    /** Copy options that a pipe does not take. */
    private static final Set<String> NOT_IN_A_PIPE = Set.of(
            "FILES", "SIZE_LIMIT", "PURGE", "FORCE", "RETURN_FAILED_ONLY", "VALIDATION_MODE", "LOAD_UNCERTAIN_FILES");

    private static final Set<String> PROPERTIES = Set.of("AUTO_INGEST", "COMMENT");

    private final StageNames stages;
    private final CopyRules copyRules;

    public PipeRules(StageNames stages, CopyRules copyRules) {
        this.stages = stages;
        this.copyRules = copyRules;
    }

    Pipe pipe(CreatePipe statement, SessionContext session) {
        checkProperties(statement);
        checkOptions(statement.copy());
        copyRules.check(statement.copy(), session);
        copyRules.compile(statement.copy(), session);
        var stage = stages.require(statement.copy().source().location(), session);
        // Opening it checks that the integration lets the pipe read there.
        stages.open(stage, statement.copy().source().location(), session);
        var table = session.resolve(statement.copy().target());
        var pattern = statement.copy().options().text("PATTERN").orElse(null);
        FilePattern.of(pattern);
        return new Pipe(
                session.resolve(statement.name()),
                session.catalog().newId(),
                CopyNames.withFullNames(statement.copy(), table, stage.name()),
                table,
                stage.name(),
                stage.id(),
                pattern,
                Pipe.Execution.RUNNING,
                session.role(),
                session.clock().instant(),
                statement.properties().text("COMMENT").orElse(""));
    }

    private static void checkProperties(CreatePipe statement) {
        for (var property : statement.properties().all()) {
            if (!PROPERTIES.contains(property.name())) {
                throw Errors.notSupported("CREATE PIPE … " + property.name());
            }
        }
        if (!statement.properties().flag("AUTO_INGEST").orElse(false)) {
            throw Errors.notSupported("a pipe without AUTO_INGEST = TRUE, which only the REST API can feed");
        }
    }

    private static void checkOptions(CopyIntoTable copy) {
        for (var option : copy.options().all()) {
            if (NOT_IN_A_PIPE.contains(option.name())) {
                throw refused(option.name());
            }
        }
        var options = CopyOptions.of(copy.options(), CopyOptions.OnError.SKIP_FILE);
        if (options.onError() == CopyOptions.OnError.ABORT_STATEMENT) {
            throw refused("ON_ERROR = ABORT_STATEMENT");
        }
    }

    private static SnowflakeException refused(String option) {
        return new SnowflakeException(
                1420, "22023", "SQL compilation error:\nCopy option " + option + " is not supported in a pipe.");
    }
}
