package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import com.snowflake.snowpark_java.types.Variant;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultsTest {

    @ParameterizedTest
    @MethodSource("conversions")
    void aJavaValueIsTakenAsItsSqlType(Object result, SqlKind kind, Object expected) throws HandlerException {
        assertThat(Results.toSql(result, kind)).isEqualTo(expected);
    }

    private static Stream<Arguments> conversions() {
        Timestamp moment = Timestamp.from(Instant.parse("2026-01-31T09:00:00.5Z"));
        return Stream.of(
                of("a", SqlKind.TEXT, "a"),
                of(12, SqlKind.FIXED, new BigDecimal("12")),
                of(" 1.50 ", SqlKind.FIXED, new BigDecimal("1.50")),
                of(1.5f, SqlKind.REAL, 1.5),
                of(true, SqlKind.BOOLEAN, true),
                of(java.sql.Date.valueOf("2026-01-31"), SqlKind.DATE, LocalDate.of(2026, 1, 31)),
                of(moment, SqlKind.TIMESTAMP_NTZ, LocalDateTime.parse("2026-01-31T09:00:00.5")),
                of(moment, SqlKind.TIMESTAMP_LTZ, OffsetDateTime.parse("2026-01-31T09:00:00.5Z")),
                of(new Variant("{\"a\":[1.50,null]}"), SqlKind.VARIANT, "{\"a\":[1.5,null]}"),
                of("{\"a\": [1, null]}", SqlKind.VARIANT, "{\"a\":[1,null]}"),
                of(" \"x\"", SqlKind.VARIANT, "\"x\""),
                of(new TreeMap<>(Map.of("a", "1", "b", "x\"y")), SqlKind.OBJECT, "{\"a\":\"1\",\"b\":\"x\\\"y\"}"),
                of("1.5", SqlKind.REAL, 1.5),
                of("10:00:00.5", SqlKind.TIME, LocalTime.parse("10:00:00.5")),
                of("{\"x\": 3}", SqlKind.OBJECT, "{\"x\":3}"),
                of("[1, null]", SqlKind.ARRAY, "[1,null]"),
                of(new String[] {"1", "x"}, SqlKind.ARRAY, "[\"1\",\"x\"]"));
    }

    @Test
    void nullIsNullOfEveryType() throws HandlerException {
        assertThat(Results.toSql(null, SqlKind.VARIANT)).isNull();
    }

    @Test
    void aJavaValueOfAnotherTypeIsRefusedByName() {
        assertThatThrownBy(() -> Results.toSql(1, SqlKind.VARIANT))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("java.lang.Integer")
                .hasMessageContaining("VARIANT");
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOLEAN", "BINARY", "DATE", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ"})
    void textIsNoResultOfATypeThatTakesItAsArgumentOnly(SqlKind kind) {
        assertThatThrownBy(() -> Results.toSql("true", kind))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining(kind.name());
    }

    @Test
    void textThatIsNoJsonOfTheTypeIsRefused() {
        assertThatThrownBy(() -> Results.toSql("[1]", SqlKind.OBJECT))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("'[1]' is no JSON of the declared SQL type");
        assertThatThrownBy(() -> Results.toSql("solar", SqlKind.VARIANT))
                .isInstanceOf(HandlerException.class)
                .hasMessageContaining("'solar' is no JSON of the declared SQL type");
    }

    @Test
    void textThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Results.toSql("twelve", SqlKind.FIXED))
                .isInstanceOf(HandlerException.class)
                .hasMessage("Numeric value 'twelve' is not recognized");
    }
}
