package dev.inverterflow.client.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 60}, {@code 60s}, {@code 5m}. */
final class Deadline implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        String withUnit = text.matches("[0-9]+") ? text + "s" : text;
        try {
            Duration time = Duration.parse("PT" + withUnit.toUpperCase(Locale.ROOT));
            if (!time.isNegative()) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Reported below, in the same words as a negative time.
        }
        throw new TypeConversionException("'" + text + "' is no time; use 30, 30s, 5m or 1h");
    }
}
