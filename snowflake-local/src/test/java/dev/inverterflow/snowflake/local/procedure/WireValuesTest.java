package dev.inverterflow.snowflake.local.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.spi.SqlKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireValuesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsTheSameAfterTheWayToTheHandlerAndBack(SqlKind kind, String text, Object value) {
        assertThat(WireValues.decode(kind, text, NEW_YORK)).isEqualTo(value);
        assertThat(WireValues.encode(kind, value)).isEqualTo(text);
    }

    private static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(SqlKind.TEXT, "grün", "grün"),
                Arguments.of(SqlKind.FIXED, "-12.50", new BigDecimal("-12.50")),
                Arguments.of(SqlKind.REAL, "NaN", Double.NaN),
                Arguments.of(SqlKind.BOOLEAN, "1", true),
                Arguments.of(SqlKind.BINARY, "00FF", new byte[] {0, (byte) 0xFF}),
                Arguments.of(SqlKind.DATE, "-1", LocalDate.of(1969, 12, 31)),
                Arguments.of(SqlKind.TIME, "3723.000000001", LocalTime.of(1, 2, 3, 1)),
                Arguments.of(
                        SqlKind.TIMESTAMP_NTZ, "-0.001000000", LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000)),
                Arguments.of(
                        SqlKind.TIMESTAMP_LTZ,
                        "1706920506.123456789",
                        OffsetDateTime.parse("2024-02-02T19:35:06.123456789-05:00")),
                Arguments.of(
                        SqlKind.TIMESTAMP_TZ,
                        "1706920506.500000000 1560",
                        OffsetDateTime.parse("2024-02-03T02:35:06.5+02:00")),
                Arguments.of(SqlKind.VARIANT, "{\"a\":1}", "{\"a\":1}"));
    }
}
