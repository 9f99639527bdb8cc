package dev.inverterflow.client.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.inverterflow.client.run.GenerationRun;
import dev.inverterflow.client.settings.Settings.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines to standard error, in code: reading a configuration file would double the time to the first line. */
public final class Logging extends ContextAwareBase implements Configurator {

    /** Called by logback before the first line. */
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        configure(context, LogFormat.TEXT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void use(LogFormat format) {
        if (format != LogFormat.TEXT && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            configure(context, format);
        }
    }

    /** Text above a status line, which says of each batch what the log then needs not to. */
    static void above(StatusLine line) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
            configure(context, LogFormat.TEXT, appender, () -> appender.setOutputStream(line.above()));
            context.getLogger(GenerationRun.BATCH_LOG).setLevel(Level.WARN);
        }
    }

    private static void configure(LoggerContext context, LogFormat format) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        configure(context, format, appender, () -> appender.setTarget("System.err"));
    }

    private static void configure(
            LoggerContext context, LogFormat format, OutputStreamAppender<ILoggingEvent> appender, Runnable target) {
        EncoderBase<ILoggingEvent> encoder = encoder(format);
        encoder.setContext(context);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder((Encoder<ILoggingEvent>) encoder);
        target.run();
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        context.getLogger("dev.inverterflow").setLevel(Level.INFO);
    }

    private static EncoderBase<ILoggingEvent> encoder(LogFormat format) {
        return switch (format) {
            case JSON -> {
                JsonEncoder json = new JsonEncoder();
                json.setWithFormattedMessage(true);
                json.setWithMessage(false);
                json.setWithArguments(false);
                json.setWithContext(false);
                json.setWithSequenceNumber(false);
                json.setWithNanoseconds(false);
                yield json;
            }
            case TEXT -> {
                PatternLayoutEncoder text = new PatternLayoutEncoder();
                text.setPattern("%d{HH:mm:ss} %-5level %msg%n%ex{short}");
                yield text;
            }
        };
    }
}
