package dev.inverterflow.snowflake.local.snowpark.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Makes the loggers of handlers; found through {@link java.util.ServiceLoader}. The library and its driver log nothing. */
public final class HandlerLogProvider implements SLF4JServiceProvider {
    private static final String API = "2.0.99";
    private static final String SNOWPARK = "com.snowflake.snowpark";
    private static final String DRIVER = "net.snowflake.client";

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new BasicMDCAdapter();
    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, HandlerLogProvider::logger);
    }

    private static Logger logger(String name) {
        return name.startsWith(SNOWPARK) || name.startsWith(DRIVER) ? NOPLogger.NOP_LOGGER : new HandlerLogger(name);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return API;
    }

    @Override
    public void initialize() {
        // All of it is made with the fields.
    }
}
