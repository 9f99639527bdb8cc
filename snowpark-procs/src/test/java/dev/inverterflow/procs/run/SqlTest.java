package dev.inverterflow.procs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void textCannotLeaveItsQuotes() {
        assertThat(Sql.text("it's \\' or 1=1 --")).isEqualTo("'it''s \\\\'' or 1=1 --'");
    }

    @Test
    void datesOfAnEmptyBatchMatchNothing() {
        assertThat(Sql.dates(List.of())).isEqualTo("NULL");
    }

    @Test
    void datesAreLiterals() {
        assertThat(Sql.dates(List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 22))))
                .isEqualTo("'2026-11-23'::DATE, '2026-11-22'::DATE");
    }

    @Test
    void timestampsCarryNoZone() {
        assertThat(Sql.timestamp(LocalDateTime.of(2026, 11, 23, 6, 5, 4, 123_456_789)))
                .isEqualTo("'2026-11-23T06:05:04.123'::TIMESTAMP_NTZ");
    }

    @Test
    void numbersAreFloats() {
        assertThat(Sql.number(1.1)).isEqualTo("1.1::FLOAT");
        assertThat(Sql.number(-Double.MAX_VALUE)).isEqualTo("-1.7976931348623157E308::FLOAT");
    }
}
