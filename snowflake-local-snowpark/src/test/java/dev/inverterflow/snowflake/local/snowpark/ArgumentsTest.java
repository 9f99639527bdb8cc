package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @ParameterizedTest
    @MethodSource("conversions")
    void aValueIsGivenAsTheJavaTypeThatTheHandlerAsksFor(SqlKind kind, Object value, Class<?> type, Object expected)
            throws HandlerException {
        assertThat(Arguments.toJava(new HandlerArgument("A", kind, value), type))
                .isEqualTo(expected);
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> conversions() {
        BigDecimal twelve = new BigDecimal("12.00");
        LocalDateTime wallClock = LocalDateTime.parse("2026-03-29T02:30:00.123456");
        OffsetDateTime moment = OffsetDateTime.parse("2026-01-31T10:00:00.5+01:00");
        return Stream.of(
                of(SqlKind.TEXT, "a", String.class, "a"),
                of(SqlKind.FIXED, twelve, int.class, 12),
                of(SqlKind.FIXED, twelve, Long.class, 12L),
                of(SqlKind.FIXED, twelve, String.class, "12.00"),
                of(SqlKind.REAL, 1.5, double.class, 1.5),
                of(SqlKind.BOOLEAN, true, boolean.class, true),
                of(SqlKind.DATE, LocalDate.of(2026, 1, 31), java.sql.Date.class, java.sql.Date.valueOf("2026-01-31")),
                of(
                        SqlKind.TIMESTAMP_NTZ,
                        wallClock,
                        Timestamp.class,
                        Timestamp.from(Instant.parse("2026-03-29T02:30:00.123Z"))),
                of(SqlKind.TIMESTAMP_NTZ, wallClock, String.class, "Sun, 29 Mar 2026 02:30:00"),
                of(
                        SqlKind.TIMESTAMP_LTZ,
                        moment,
                        Timestamp.class,
                        Timestamp.from(Instant.parse("2026-01-31T09:00:00.5Z"))),
                of(SqlKind.TIMESTAMP_TZ, moment, String.class, "Sat, 31 Jan 2026 10:00:00 +0100"),
                of(SqlKind.TIME, LocalTime.of(10, 0), String.class, "10:00:00.000000000"),
                of(SqlKind.BINARY, new byte[] {0, -1}, String.class, "00FF"),
                of(SqlKind.VARIANT, "{\"a\":1}", Variant.class, new Variant("{\"a\":1}")),
                of(SqlKind.VARIANT, "{\"a\": [1, null]}", String.class, "{\"a\":[1,null]}"),
                of(SqlKind.VARIANT, "\"x\"", String.class, "\"x\""),
                of(SqlKind.OBJECT, "{\"a\":1,\"b\":\"x\"}", Map.class, Map.of("a", "1", "b", "x")),
                of(SqlKind.ARRAY, "[\"x\",2]", String[].class, new String[] {"x", "2"}),
                of(SqlKind.ARRAY, "[1,2]", int[].class, new int[] {1, 2}),
                of(SqlKind.ARRAY, "[1,2]", long[].class, new long[] {1, 2}),
                of(SqlKind.ARRAY, "[1,2]", short[].class, new short[] {1, 2}),
                of(SqlKind.ARRAY, "[1,0.5]", double[].class, new double[] {1, 0.5}),
                of(SqlKind.ARRAY, "[1,0.5]", float[].class, new float[] {1, 0.5f}),
                of(SqlKind.ARRAY, "[true,false]", boolean[].class, new boolean[] {true, false}));
    }

    @Test
    void nullIsGivenToObjectsButNotToPrimitives() throws HandlerException {
        HandlerArgument none = new HandlerArgument("DAYS", SqlKind.FIXED, null);
        assertThat(Arguments.toJava(none, Long.class)).isNull();
        assertThatThrownBy(() -> Arguments.toJava(none, long.class))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("DAYS")
                .hasMessageContaining("NULL");
    }

    @Test
    void aValueThatWouldLoseDigitsIsRefused() {
        assertThatThrownBy(() ->
                        Arguments.toJava(new HandlerArgument("A", SqlKind.FIXED, new BigDecimal("1.5")), int.class))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("does not fit: 1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, null]", "[1.5]", "[\"1\"]", "[3000000000]"})
    void anArrayWithAnElementOfAnotherKindIsRefused(String json) {
        assertThatThrownBy(() -> Arguments.toJava(new HandlerArgument("A", SqlKind.ARRAY, json), int[].class))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("does not fit");
    }

    @Test
    void aVariantIsGivenAsAVariantOrAsItsJson() {
        assertThatThrownBy(() -> Arguments.toJava(new HandlerArgument("A", SqlKind.VARIANT, "1"), Integer.class))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("VARIANT");
    }

    @Test
    void aTypeWithoutCounterpartIsRefusedByName() {
        assertThatThrownBy(() -> Arguments.toJava(new HandlerArgument("A", SqlKind.TEXT, "1"), int.class))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("SQL type TEXT")
                .hasMessageContaining("Java type int");
    }

    private static org.junit.jupiter.params.provider.Arguments of(
            SqlKind kind, Object value, Class<?> type, Object expected) {
        return org.junit.jupiter.params.provider.Arguments.of(kind, value, type, expected);
    }
}
