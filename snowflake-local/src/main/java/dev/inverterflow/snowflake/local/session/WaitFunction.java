package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * SYSTEM$WAIT. It waits by the machine's clock, whatever the server's says: who waits wants others to get on meanwhile.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_wait">SYSTEM$WAIT</a>
 */
final class WaitFunction implements SystemFunctionProvider {

    private static final String NAME = "SYSTEM$WAIT";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Set<ChronoUnit> UNITS = Set.of(
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS,
            ChronoUnit.MILLIS,
            ChronoUnit.MICROS,
            ChronoUnit.NANOS);

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return name.equals(NAME) && (arguments == 1 || arguments == 2)
                ? Optional.of(SnowflakeType.VARCHAR)
                : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        long amount = amount(text(arguments.get(0)));
        ChronoUnit unit = arguments.size() == 1 ? ChronoUnit.SECONDS : unit(text(arguments.get(1)));
        await(duration(amount, unit), session);
        return Constant.text("waited " + amount + " " + word(unit).toLowerCase(Locale.ROOT));
    }

    private static String text(Constant argument) {
        return Objects.requireNonNullElse(argument.text(), "");
    }

    private static long amount(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Errors.invalidValue(text, NAME);
        }
        return Long.parseLong(text);
    }

    private static ChronoUnit unit(String text) {
        return UNITS.stream()
                .filter(unit -> word(unit).equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Errors.invalidValue(text, NAME));
    }

    private static Duration duration(long amount, ChronoUnit unit) {
        try {
            return Duration.of(amount, unit);
        } catch (ArithmeticException beyondAllTime) {
            throw Errors.invalidValue(Long.toString(amount), NAME);
        }
    }

    private static String word(ChronoUnit unit) {
        return switch (unit) {
            case MILLIS -> "MILLISECONDS";
            case MICROS -> "MICROSECONDS";
            case NANOS -> "NANOSECONDS";
            default -> unit.name();
        };
    }

    private static void await(Duration time, SessionContext session) {
        long start = System.nanoTime();
        Duration left = time;
        try {
            while (left.compareTo(Duration.ZERO) > 0) {
                session.requireNotCanceled();
                Duration next = left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS;
                TimeUnit.NANOSECONDS.sleep(next.toNanos());
                left = time.minusNanos(System.nanoTime() - start);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Errors.statementCanceled();
        }
    }
}
