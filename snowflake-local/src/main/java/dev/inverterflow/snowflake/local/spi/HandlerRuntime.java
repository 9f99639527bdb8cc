package dev.inverterflow.snowflake.local.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs handlers on a library such as Snowpark. Found by {@link java.util.ServiceLoader} in the runtime's own class
 * loader; one instance serves all calls, from several threads at once.
 */
public interface HandlerRuntime extends AutoCloseable {

    /** The packages that handlers can name in PACKAGES, each as {@code group:artifact:version}. */
    List<String> packages();

    /**
     * Loads what a first call would have to load. May be called from any thread, at any time, more than once; a call
     * that arrives meanwhile does not wait for all of it.
     */
    void warmUp();

    /**
     * Opens and closes a session as a call does and plans a query in it without running one. Loads the rest of what a
     * first call would have to load.
     */
    void rehearse(SessionTicket session) throws HandlerException;

    /**
     * Runs one handler to its end on the calling thread.
     *
     * @return the result in the representation that {@link SqlKind} names for {@link HandlerCall#returns()}
     * @throws HandlerException if there is no result, for whatever reason
     */
    @Nullable
    Object invoke(HandlerCall call) throws HandlerException;

    /**
     * Finds the handler of a user-defined function. Its object, if it has one, is made at the first call.
     *
     * @throws HandlerException if there is no such handler
     */
    HandlerFunction prepare(FunctionHandler handler) throws HandlerException;

    /**
     * Finds the handler of a user-defined table function.
     *
     * @throws HandlerException if there is no such handler, or it does not fit the declaration
     */
    HandlerTable prepare(TableHandler handler) throws HandlerException;

    /** Lets go of everything that outlives a call. No call may be running. */
    @Override
    void close();
}
