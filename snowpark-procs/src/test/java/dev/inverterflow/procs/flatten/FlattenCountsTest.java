package dev.inverterflow.procs.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlattenCountsTest {

    @Test
    void givesStableKeys() {
        assertThat(new FlattenCounts(3, 1, 122, 110, 6, 4, 2).named().toString())
                .isEqualTo("{files=3, probes=1, records=122, typed=110, rejected=6, duplicates=4, unchanged=2}");
    }

    @Test
    void addsUp() {
        assertThat(new FlattenCounts(3, 1, 122, 110, 6, 4, 2).plus(new FlattenCounts(1, 0, 5, 1, 1, 1, 2)))
                .isEqualTo(new FlattenCounts(4, 1, 127, 111, 7, 5, 4));
    }

    @Test
    void refusesARunThatLosesARecord() {
        assertThatThrownBy(() -> new FlattenCounts(1, 0, 60, 58, 1, 0, 0))
                .hasMessageContaining("60 records read, but 58 typed + 1 rejected + 0 duplicates + 0 unchanged");
    }

    @Test
    void putsDatesBeyondTheMonthIntoASecondMerge() {
        List<LocalDate> dates = Stream.iterate(LocalDate.of(2026, 11, 23), date -> date.minusDays(1))
                .limit(33)
                .toList();

        assertThat(RecordFlattening.groups(dates)).containsExactly(dates.subList(0, 31), dates.subList(31, 33));
        assertThat(RecordFlattening.groups(dates.subList(0, 2))).containsExactly(dates.subList(0, 2));
        assertThat(RecordFlattening.groups(List.of())).isEmpty();
    }
}
