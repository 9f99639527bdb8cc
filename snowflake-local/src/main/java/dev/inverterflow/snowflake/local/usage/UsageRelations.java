package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.alert.AlertScheduler;
import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.history.QueryHistory;
import dev.inverterflow.snowflake.local.storage.StorageMeter;
import dev.inverterflow.snowflake.local.task.run.TaskScheduler;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history functions of INFORMATION_SCHEMA and the views of SNOWFLAKE.ACCOUNT_USAGE and ORGANIZATION_USAGE. */
public final class UsageRelations implements RelationProvider {
    private static final String INFORMATION_SCHEMA = "INFORMATION_SCHEMA";
    private static final String SNOWFLAKE = "SNOWFLAKE";
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Map<String, UsageFunction> functions;
    private final Map<String, UsageView> views;
    private final UsageLag lag;

    /**
     * The histories of one server.
     *
     * @param tasks knows what is going on and what is due
     * @param alerts knows what is due
     * @param metering what nothing here causes
     * @param meter how long warehouses ran
     * @param storage what tables store
     * @param queries what sessions run and ran
     * @param account name of the account
     * @param lag how late the views are
     */
    public UsageRelations(
            TaskScheduler tasks,
            AlertScheduler alerts,
            Metering metering,
            WarehouseMeter meter,
            StorageMeter storage,
            QueryHistory queries,
            String account,
            UsageLag lag) {
        this.lag = lag;
        functions = Stream.of(
                        new CopyHistory(),
                        new TaskHistories(tasks),
                        new CompleteTaskGraphs(tasks),
                        new CurrentTaskGraphs(tasks),
                        new TaskDependents(),
                        new AlertRuns(alerts),
                        new ServerlessTaskHistory(),
                        new ServerlessAlertHistory(),
                        new PipeUsageHistory(),
                        new QueryHistories(QueryHistories.By.ANY, queries),
                        new QueryHistories(QueryHistories.By.SESSION, queries),
                        new QueryHistories(QueryHistories.By.USER, queries),
                        new QueryHistories(QueryHistories.By.WAREHOUSE, queries))
                .collect(Collectors.toMap(UsageFunction::name, Function.identity()));
        views = Stream.of(
                        new CopyHistory(),
                        new TaskHistories(tasks),
                        new CompleteTaskGraphs(tasks),
                        new AlertRuns(alerts),
                        new ServerlessTaskHistory(),
                        new ServerlessAlertHistory(),
                        new PipeUsageHistory(),
                        new WarehouseMeteringHistory(metering, meter),
                        new DatabaseStorageUsageHistory(metering, storage),
                        new TableStorageMetrics(metering, storage),
                        new QueryHistoryView(queries),
                        new RateSheetDaily(metering, account))
                .collect(Collectors.toMap(view -> view.schema() + "." + view.name(), Function.identity()));
    }

    /** The table functions of INFORMATION_SCHEMA, by name: rows of the reference page. */
    public List<String> functionNames() {
        return functions.keySet().stream().sorted().toList();
    }

    /** The views of SNOWFLAKE, those of ACCOUNT_USAGE without their schema: rows of the reference page. */
    public List<String> viewNames() {
        return views.keySet().stream()
                .map(name -> name.replace("ACCOUNT_USAGE.", ""))
                .sorted()
                .toList();
    }

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        if (!name.database().equals(SNOWFLAKE)) {
            return Optional.empty();
        }
        return Optional.ofNullable(views.get(name.schema() + "." + name.name()))
                .map(view -> view.view(until(view, session))
                        .source(new Origin(Origin.Kind.SYSTEM_VIEW, name.database(), name.schema(), name.name())));
    }

    /** What happens while a view is read is not left out of it. */
    private Instant until(UsageView view, SessionContext session) {
        var now = session.clock().instant();
        return lag == UsageLag.NONE ? now.plus(AHEAD) : now.minus(view.lag());
    }

    @Override
    public Optional<RelationSource> tableFunction(
            QualifiedName name, List<NamedValue> arguments, SessionContext session) {
        int parts = name.size();
        boolean ofInformationSchema =
                parts >= 2 && name.parts().get(parts - 2).name().equals(INFORMATION_SCHEMA);
        if (!ofInformationSchema) {
            return Optional.empty();
        }
        return Optional.ofNullable(functions.get(name.last().name()))
                .map(function -> function.call(arguments, session)
                        .source(new Origin(
                                Origin.Kind.TABLE_FUNCTION,
                                "",
                                INFORMATION_SCHEMA,
                                name.last().name())));
    }
}
