package dev.inverterflow.snowflake.local.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class EngineTimeTest {

    @Test
    void yearsOfFourAndOfFiveDigitsAreRead() {
        assertThat(EngineTime.date("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(EngineTime.date("10000-01-02")).isEqualTo(LocalDate.of(10_000, 1, 2));
        assertThat(EngineTime.timestamp("0001-01-01 00:00:00.5"))
                .isEqualTo(LocalDateTime.of(1, 1, 1, 0, 0, 0, 500_000_000));
        assertThat(EngineTime.timestamp("99999-12-31 23:59:59"))
                .isEqualTo(LocalDateTime.of(99_999, 12, 31, 23, 59, 59));
    }

    @Test
    void aVariantShowsATimestampBeyondTheYear9999() {
        assertThat(TypedScalar.text("@N10000-01-02 00:00:00")).isEqualTo("10000-01-02 00:00:00.000");
    }
}
