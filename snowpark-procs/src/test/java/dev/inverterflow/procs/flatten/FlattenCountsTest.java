package dev.inverterflow.procs.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.procs.run.Run;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlattenCountsTest {

    @Test
    void givesStableKeys() {
        Run run = new Run("a-run", "FLATTEN_INVERTER_DATA", LocalDateTime.of(2026, 11, 23, 6, 0));

        assertThat(new FlattenCounts(3, 1, 120, 110, 6, 4).result(run).asJsonString())
                .isEqualTo(
                        "{\"run_id\":\"a-run\",\"files\":3,\"probes\":1,\"records\":120,\"typed\":110,\"rejected\":6,\"duplicates\":4}");
    }

    @Test
    void refusesARunThatLosesARecord() {
        assertThatThrownBy(() -> new FlattenCounts(1, 0, 60, 58, 1, 0))
                .hasMessageContaining("60 records read, but 58 typed + 1 rejected + 0 duplicates");
    }

    @Test
    void putsDatesBeyondTheMonthIntoASecondMerge() {
        List<LocalDate> dates = Stream.iterate(LocalDate.of(2026, 11, 23), date -> date.minusDays(1))
                .limit(33)
                .toList();

        assertThat(FlattenInverterData.groups(dates)).containsExactly(dates.subList(0, 31), dates.subList(31, 33));
        assertThat(FlattenInverterData.groups(dates.subList(0, 2))).containsExactly(dates.subList(0, 2));
        assertThat(FlattenInverterData.groups(List.of())).isEmpty();
    }
}
