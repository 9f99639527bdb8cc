package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskScheduleTest {
    @ParameterizedTest
    @CsvSource({"10 SECONDS, PT10S", "1 minute, PT1M", "5 M, PT5M", "12 HOURS, PT12H", "11520 MINUTES, PT192H"})
    void readsAnInterval(String text, Duration interval) {
        assertThat(TaskSchedule.parse(text)).isEqualTo(new TaskSchedule.Every(interval, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9 SECONDS", "0 MINUTES", "193 HOURS", "5", "MINUTES", "-1 MINUTE", "5 DAYS", ""})
    void refusesWhatIsNoIntervalOrOutOfBounds(String text) {
        assertThatThrownBy(() -> TaskSchedule.parse(text))
                .isInstanceOf(SnowflakeException.class)
                .hasMessageContaining("invalid value [" + text + "] for parameter 'SCHEDULE'");
    }

    @Test
    void refusesCronByName() {
        assertThatThrownBy(() -> TaskSchedule.parse("USING CRON 0 * * * * UTC"))
                .hasMessageStartingWith("not supported by snowflake-local: SCHEDULE = 'USING CRON");
    }
}
