package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.event.EventSource;
import dev.inverterflow.snowflake.local.event.Events;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.HandlerLibrary.Loaded;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerCall;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs handlers: imports from their stages, the library, a session attached to the caller's. */
final class ProcedureCalls {

    private final HandlerLibrary library;
    private final ImportLoaders loaders;
    private final HandlerFiles files;
    private final Events events;

    ProcedureCalls(HandlerLibrary library, ImportLoaders loaders, HandlerFiles files, Events events) {
        this.library = library;
        this.loaders = loaders;
        this.files = files;
        this.events = events;
    }

    /** The result in the form in which it goes over the wire, null for SQL NULL. */
    @Nullable
    String call(Procedure procedure, List<HandlerArgument> arguments, SessionContext session) throws SQLException {
        Loaded loaded = library.get();
        try (ImportLoaders.Lease lease = loaders.lease(files.of(procedure, session), loaded.classes())) {
            ByteCode.check(procedure, lease.classes());
            return ProcedureResult.encode(
                    procedure, run(procedure, arguments, session, loaded, lease.classes()), session);
        } catch (IOException e) {
            throw new UncheckedIOException("The imports of " + procedure.name() + " cannot be read.", e);
        }
    }

    private @Nullable Object run(
            Procedure procedure,
            List<HandlerArgument> arguments,
            SessionContext session,
            Loaded loaded,
            ClassLoader classes)
            throws SQLException {
        CallFrame frame = new CallFrame(procedure.name(), procedure.owner(), procedure.rights());
        HandlerThread thread = HandlerThread.current();
        HandlerLog log = log(procedure, session);
        try (CallScope scope = session.enter(frame)) {
            scope.onCancel(thread::interrupt);
            HandlerCall call = new HandlerCall(
                    procedure.name().name(),
                    procedure.handler(),
                    classes,
                    arguments,
                    WireValues.kind(procedure.returns().kind()),
                    HandlerTickets.of(session, scope),
                    log);
            return loaded.runtime().invoke(call);
        } catch (HandlerException e) {
            throw thread.wasInterrupted() ? Errors.statementCanceled() : failure(procedure, e);
        } finally {
            thread.calmDown();
        }
    }

    private HandlerLog log(Procedure procedure, SessionContext session) {
        EventSource source = new EventSource(
                EventSource.Type.PROCEDURE,
                procedure.name(),
                procedure.signature(),
                procedure.owner(),
                procedure.runtimeVersion(),
                procedure.logLevel());
        return events.log(source, ProcedurePackages.haveTelemetry(procedure.packages()), session);
    }

    private static SnowflakeException failure(Procedure procedure, HandlerException e) {
        String trace = e.handlerStackTrace();
        String message = "Java Stored Procedure " + procedure.name().name() + ": " + e.getMessage();
        return Errors.handlerFailed(trace.isEmpty() ? message : message + "\n" + trace, e);
    }
}
