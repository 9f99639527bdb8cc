package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.alert.AlertPart;
import dev.inverterflow.snowflake.local.authentication.Authenticator;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.account.AccessGuard;
import dev.inverterflow.snowflake.local.command.account.AccountCommands;
import dev.inverterflow.snowflake.local.command.query.QueryCommands;
import dev.inverterflow.snowflake.local.command.query.ResultRows;
import dev.inverterflow.snowflake.local.command.query.ResultScan;
import dev.inverterflow.snowflake.local.command.schema.SchemaCommands;
import dev.inverterflow.snowflake.local.command.session.SessionCommands;
import dev.inverterflow.snowflake.local.definition.DefinitionFunctions;
import dev.inverterflow.snowflake.local.emission.EngineLibrary;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.event.Events;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.execution.StatementThreads;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.information.InformationSchema;
import dev.inverterflow.snowflake.local.load.LoadPart;
import dev.inverterflow.snowflake.local.load.pipe.PendingFiles;
import dev.inverterflow.snowflake.local.notification.NotificationFunctions;
import dev.inverterflow.snowflake.local.notification.Outbox;
import dev.inverterflow.snowflake.local.persistence.DataDirectory;
import dev.inverterflow.snowflake.local.persistence.StoredCatalog;
import dev.inverterflow.snowflake.local.procedure.Procedures;
import dev.inverterflow.snowflake.local.procedure.RuntimeDirectory;
import dev.inverterflow.snowflake.local.protocol.HttpFront;
import dev.inverterflow.snowflake.local.protocol.LostAnswers;
import dev.inverterflow.snowflake.local.protocol.ResultChunks;
import dev.inverterflow.snowflake.local.rows.RowFiles;
import dev.inverterflow.snowflake.local.session.Contributions;
import dev.inverterflow.snowflake.local.session.Sessions;
import dev.inverterflow.snowflake.local.session.SessionsConfig;
import dev.inverterflow.snowflake.local.stage.InternalStages;
import dev.inverterflow.snowflake.local.stage.PresignedUrls;
import dev.inverterflow.snowflake.local.stage.StageCommands;
import dev.inverterflow.snowflake.local.storage.StorageMeter;
import dev.inverterflow.snowflake.local.stream.StreamPart;
import dev.inverterflow.snowflake.local.task.TaskPart;
import dev.inverterflow.snowflake.local.usage.Metering;
import dev.inverterflow.snowflake.local.usage.UsageRelations;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a server, put together. Those that run statements themselves and those that statements need know each other
 * through the sessions, which exist first and are given the rest before the first of them opens.
 */
final class Server implements AutoCloseable {

    private final Settings settings;
    private final Shutdown shutdown = new Shutdown();
    private final AtomicReference<@Nullable ServerAddress> address = new AtomicReference<>();
    private final AtomicReference<@Nullable HttpFront> listening = new AtomicReference<>();
    private final Sessions sessions;
    private final CommandRegistry commands;
    private final InformationSchema information;
    private final Metering metering;
    private final LostAnswers lostAnswers = new LostAnswers();
    private final UsageRelations usage;
    private final StorageMeter storage;
    private final List<SystemFunctionProvider> functions;
    private final LoadPart loads;
    private final TaskPart tasks;
    private final AlertPart alerts;
    private final Outbox outbox = new Outbox();

    private Server(Settings settings) throws SQLException, IOException {
        this.settings = settings;
        try {
            Catalog catalog = new Catalog();
            ExecutorService threads = threads();
            Path directory = settings.dataDirectory();
            DataDirectory data = directory == null ? null : shutdown.add(DataDirectory.open(directory));
            InternalStages stages = new InternalStages(
                    shutdown.add(StageRoot.open(stageDirectory(data))).path());
            RowFiles rowFiles = shutdown.add(RowFiles.open());
            DuckDb engine = shutdown.add(DuckDb.open(data == null ? null : data.database(), EngineLibrary::install));
            StoredCatalog stored =
                    data == null ? null : shutdown.add(StoredCatalog.restore(catalog, engine.connectPlain()));
            Account.fill(catalog, engine.root(), settings);
            Procedures procedures = shutdown.add(new Procedures(
                    RuntimeDirectory.of(settings.snowparkRuntime()),
                    stages::folder,
                    new Events(engine.connectPlain(), settings.clock()),
                    settings.clock()));
            procedures.prepare(engine.root());
            // Closed after the sessions: a procedure that is being stopped gets its answers through it.
            shutdown.add(this::closeFront);
            sessions = shutdown.add(new Sessions(new SessionsConfig(
                    catalog,
                    engine,
                    new Authenticator(catalog, Account.NAME, settings.password(), Clock.systemUTC()),
                    settings.user(),
                    threads,
                    rowFiles,
                    stored == null ? null : stored.definitions(),
                    this::address,
                    settings.clock())));
            new ResultRows(sessions::result).register(engine.root());
            loads = new LoadPart(
                    catalog,
                    sessions,
                    settings.clock(),
                    Optional.ofNullable(settings.s3()),
                    stages,
                    new PendingFiles(engine.connectPlain()),
                    () -> address().account());
            loads.prepare(engine.root());
            tasks = new TaskPart(catalog, sessions, engine.connectPlain(), settings.clock(), settings.taskClockSpeed());
            alerts = new AlertPart(
                    catalog, sessions, engine.connectPlain(), settings.clock(), settings.taskClockSpeed());
            StreamPart streams = new StreamPart(catalog, engine.connectPlain(), settings.clock(), this::streamsChanged);
            PresignedUrls presigned = new PresignedUrls(stages, this::address, settings.clock());
            WarehouseMeter meter = new WarehouseMeter(settings.clock());
            storage = shutdown.add(new StorageMeter(catalog, engine.connectPlain(), data != null, settings.clock()));
            commands = CommandRegistry.of(List.of(
                    new SessionCommands(),
                    new QueryCommands(),
                    new SchemaCommands(stages::delete, storage::bytes),
                    new AccountCommands(meter),
                    new StageCommands(stages, loads.files(), presigned),
                    loads.commands(),
                    streams.commands(),
                    tasks.commands(),
                    alerts.commands(),
                    procedures));
            information = new InformationSchema(storage::bytes);
            metering = new Metering(tasks.history());
            usage = new UsageRelations(
                    tasks.scheduler(),
                    alerts.scheduler(),
                    metering,
                    meter,
                    storage,
                    sessions.queryHistory(),
                    Account.NAME,
                    settings.usageLag());
            functions = List.of(
                    sessions.information(),
                    sessions.stops(),
                    Sessions.waiting(),
                    new DefinitionFunctions(),
                    loads.functions(),
                    streams.functions(),
                    tasks.functions(),
                    alerts.functions(),
                    new NotificationFunctions(outbox),
                    presigned);
            sessions.install(new Contributions(
                    commands,
                    Stream.concat(
                                    Stream.of(
                                            new ResultScan(),
                                            information,
                                            streams.relations(),
                                            loads.relations(),
                                            usage),
                                    procedures.relations().stream())
                            .toList(),
                    functions,
                    List.of(streams.participant(), loads.participant(), storage),
                    new AccessGuard(),
                    meter));
            shutdown.add(loads);
            shutdown.add(tasks);
            shutdown.add(alerts);
            HttpFront front = HttpFront.start(
                    settings.port(), sessions, List.of(presigned, new ResultChunks(rowFiles)), threads, lostAnswers);
            listening.set(front);
            address.set(new ServerAddress(front.host(), front.port(), Account.NAME));
            if (stored != null) {
                stored.start();
            }
            storage.start();
            loads.start();
            tasks.start();
            alerts.start();
            if (settings.clock() instanceof MovableClock movable) {
                movable.onMove(this::clockMoved);
            }
            procedures.preload(sessions);
        } catch (SQLException | IOException | RuntimeException failure) {
            closeAfter(failure);
            throw failure;
        }
    }

    static Server start(Settings settings) {
        try {
            return new Server(settings);
        } catch (BindException taken) {
            throw new SnowflakeLocalException(
                    "Port " + settings.port() + " is taken. Choose another one, or 0 for a free one.", taken);
        } catch (SQLException | IOException failure) {
            throw new SnowflakeLocalException("snowflake-local cannot start: " + failure.getMessage(), failure);
        }
    }

    Settings settings() {
        return settings;
    }

    LoadPart loads() {
        return loads;
    }

    TaskPart tasks() {
        return tasks;
    }

    Metering metering() {
        return metering;
    }

    Faults faults() {
        return new Faults(tasks.faults(), loads, sessions::expireTokens, lostAnswers::lose);
    }

    /**
     * Runs a statement as account administrator, in a session of its own.
     *
     * @throws SnowflakeLocalException if it fails, with its message
     */
    void execute(String sql) {
        try (var session = sessions.open(
                new SystemSessionSpec(SystemSessionSpec.SYSTEM_USER, Role.ACCOUNTADMIN, null, null, null, Map.of()))) {
            session.execute(sql);
        } catch (SnowflakeException failure) {
            throw new SnowflakeLocalException(failure.getMessage(), failure);
        }
    }

    /** Everything that waits for a time looks at the clock again. */
    void clockMoved() {
        storage.clockMoved();
        tasks.clockMoved();
        alerts.clockMoved();
    }

    /** Whether nothing is being loaded or run and nothing is due. */
    boolean idle() {
        return loads.idle() && tasks.idle() && alerts.idle();
    }

    Outbox outbox() {
        return outbox;
    }

    private void streamsChanged() {
        tasks.streamsChanged();
        alerts.streamsChanged();
    }

    ServerAddress address() {
        ServerAddress known = address.get();
        if (known == null) {
            throw new IllegalStateException("the server does not listen yet");
        }
        return known;
    }

    /** The names of what this server knows, for its reference page. */
    Registries registries() {
        return new Registries(
                commands.statements(),
                information.names(),
                usage.functionNames(),
                usage.viewNames(),
                functions.stream()
                        .flatMap(provider -> provider.names().stream())
                        .sorted()
                        .toList());
    }

    @Override
    public void close() {
        shutdown.run();
    }

    private @Nullable Path stageDirectory(@Nullable DataDirectory data) {
        return settings.stageDirectory() == null && data != null ? data.stages() : settings.stageDirectory();
    }

    private void closeFront() {
        HttpFront front = listening.get();
        if (front != null) {
            front.close();
        }
    }

    private void closeAfter(Exception failure) {
        try {
            shutdown.run();
        } catch (SnowflakeLocalException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private ExecutorService threads() {
        ExecutorService threads =
                Executors.newCachedThreadPool(task -> StatementThreads.daemon(task, "snowflake-local"));
        shutdown.add(threads::shutdownNow);
        return threads;
    }
}
