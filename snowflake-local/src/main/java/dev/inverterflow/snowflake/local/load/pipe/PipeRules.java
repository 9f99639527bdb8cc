package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.ast.CreateStatement.CreatePipe;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.copy.CopyNames;
import dev.inverterflow.snowflake.local.load.copy.CopyOptions;
import dev.inverterflow.snowflake.local.load.copy.CopyRules;
import dev.inverterflow.snowflake.local.load.copy.FilePattern;
import dev.inverterflow.snowflake.local.load.copy.OnError;
import dev.inverterflow.snowflake.local.load.copy.StageNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pipe of its CREATE statement, refusing what Snowflake refuses.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-pipe#usage-notes">CREATE PIPE, usage notes</a>
 */
public final class PipeRules {
    /** Copy options that a pipe does not take. */
    private static final Set<String> NOT_IN_A_PIPE = Set.of(
            "FILES", "SIZE_LIMIT", "PURGE", "FORCE", "RETURN_FAILED_ONLY", "VALIDATION_MODE", "LOAD_UNCERTAIN_FILES");

    private static final Set<String> PROPERTIES = Set.of("AUTO_INGEST", "ERROR_INTEGRATION", "COMMENT");

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
        var stage = stages.open(statement.copy().source().location(), session)
                .stage()
                .orElseThrow(() -> Errors.notSupported("a pipe on the stage of a table or a user"));
        var feed = feed(statement, stage);
        var pattern = statement.copy().options().text("PATTERN").orElse(null);
        FilePattern.of(pattern);
        var table = session.resolve(statement.copy().target());
        return new Pipe(
                session.resolve(statement.name()),
                session.catalog().newId(),
                CopyNames.withFullNames(statement.copy(), table, session),
                table,
                PipeSource.of(stage),
                pattern,
                feed,
                errorIntegration(statement.properties(), session),
                PipeState.RUNNING,
                session.role(),
                session.clock().instant(),
                statement.properties().text("COMMENT").orElse(""));
    }

    private static Pipe.Feed feed(CreatePipe statement, Stage stage) {
        boolean autoIngest = statement.properties().flag("AUTO_INGEST").orElse(false);
        if (autoIngest && !stage.external()) {
            throw Errors.notSupported("AUTO_INGEST = TRUE with internal stage " + stage.name());
        }
        return autoIngest ? Pipe.Feed.EVENTS : Pipe.Feed.REFRESH;
    }

    /**
     * The notification integration that a statement names.
     *
     * @throws SnowflakeException if there is none of this name, or it is none that sends
     */
    static @Nullable String errorIntegration(Properties properties, SessionContext session) {
        var named = properties.text("ERROR_INTEGRATION");
        if (named.isEmpty()) {
            return null;
        }
        var integration = session.catalog()
                .account(AccountType.INTEGRATION)
                .find(named.get())
                .orElseThrow(() -> Errors.objectDoesNotExist("Integration", named.get()));
        boolean sends = integration.type().equals("QUEUE")
                && integration.properties().getOrDefault("DIRECTION", "").equalsIgnoreCase("OUTBOUND");
        if (!sends) {
            throw Errors.invalidValue(named.get(), "ERROR_INTEGRATION");
        }
        return integration.name();
    }

    private static void checkProperties(CreatePipe statement) {
        for (var property : statement.properties().all()) {
            if (!PROPERTIES.contains(property.name())) {
                throw Errors.notSupported("CREATE PIPE … " + property.name());
            }
        }
    }

    private static void checkOptions(CopyIntoTable copy) {
        for (var option : copy.options().all()) {
            if (NOT_IN_A_PIPE.contains(option.name())) {
                throw refused(option.name());
            }
        }
        var options = CopyOptions.of(copy.options(), OnError.SKIP_FILE);
        if (options.onError().aborts()) {
            throw refused("ON_ERROR = ABORT_STATEMENT");
        }
    }

    private static SnowflakeException refused(String option) {
        return new SnowflakeException(
                1420, "22023", "SQL compilation error:\nCopy option " + option + " is not supported in a pipe.");
    }
}
