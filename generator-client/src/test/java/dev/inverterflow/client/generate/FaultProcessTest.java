package dev.inverterflow.client.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.client.generate.FaultProcess.Episode;
import dev.inverterflow.client.generate.FaultProcess.Fault;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultProcessTest {
    private static final long START = Instant.parse("2026-06-01T00:00:00Z").getEpochSecond();
    private static final Inverter INVERTER = new Inverter("INV-1", "S", "", 10_000, 37.39, -5.99);

    @Test
    void faultsAreAsFrequentAsSetAndLastAsLongAsTheirKindDoes() {
        FaultProcess faults = new FaultProcess(new Noise(42), 7, 0.5);
        Set<Episode> episodes = new HashSet<>();
        for (long second = START; second < START + 1_000 * 86_400L; second += 120) {
            Episode episode = faults.at(second);
            if (episode != null) {
                episodes.add(episode);
            }
        }
        assertThat(episodes).hasSizeBetween(420, 580);
        assertThat(episodes.stream().map(Episode::kind).distinct()).hasSize(Fault.values().length);
        assertThat(episodes)
                .filteredOn(episode -> episode.kind() == Fault.OVER_TEMPERATURE)
                .isNotEmpty()
                .allMatch(episode -> episode.to() - episode.from() >= 600 && episode.to() - episode.from() <= 3_600);
    }

    @Test
    void noFaultsMeansNone() {
        FaultProcess faults = new FaultProcess(new Noise(42), 7, 0);
        for (long second = START; second < START + 100 * 86_400L; second += 3_600) {
            assertThat(faults.at(second)).isNull();
        }
    }

    @Test
    void eachKindShowsInTheReadingsAsItDoesOnARealInverter() {
        Map<Fault, List<Reading>> byKind = new EnumMap<>(Fault.class);
        int missing = 0;
        FaultProcess faults = new FaultProcess(new Noise(42), INVERTER.id().hashCode(), 4);
        Generator faulty = new Generator(List.of(INVERTER), new GeneratorOptions(42, 4, 0, 1));
        Generator sound = new Generator(List.of(INVERTER), GeneratorOptions.quiet(42));
        Map<Instant, Reading> without = new HashMap<>();
        for (long second = START; second < START + 30 * 86_400L; second += 120) {
            Instant tick = Instant.ofEpochSecond(second);
            without.put(tick, sound.readings(tick).get(0));
            Episode episode = faults.at(second);
            List<Reading> readings = faulty.readings(tick);
            if (episode != null && readings.isEmpty()) {
                missing++;
                assertThat(episode.kind()).isEqualTo(Fault.COMMUNICATION_GAP);
            } else if (episode != null && without.get(tick).number(Field.PAC) > 6_000) {
                byKind.computeIfAbsent(episode.kind(), kind -> new ArrayList<>())
                        .add(readings.get(0));
            }
        }

        assertThat(missing).isPositive();
        assertThat(byKind.get(Fault.GROUND_FAULT)).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.number(Field.PAC)).isZero();
            assertThat(reading.number(Field.STATUS_CODE)).isEqualTo(10);
            assertThat(reading.number(Field.ERROR_CODE)).isEqualTo(475);
        });
        assertThat(byKind.get(Fault.OVER_TEMPERATURE)).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.number(Field.PAC)).isEqualTo(5_000);
            assertThat(reading.number(Field.ERROR_CODE)).isEqualTo(517);
            assertThat(reading.number(Field.STATUS_CODE)).isEqualTo(7);
        });
        assertThat(byKind.get(Fault.STRING_LOSS)).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.number(Field.PAC))
                    .isLessThan(0.75 * without.get(reading.time()).number(Field.PAC));
            assertThat(reading.number(Field.ERROR_CODE)).isEqualTo(522);
        });
        assertThat(byKind.get(Fault.STUCK_SENSOR)).isNotEmpty();
        assertThat(byKind.get(Fault.STUCK_SENSOR)).allSatisfy(reading -> {
            assertThat(reading.number(Field.ERROR_CODE)).isZero();
            assertThat(reading.number(Field.PAC))
                    .isEqualTo(without.get(reading.time()).number(Field.PAC));
            Episode episode = faults.at(reading.time().getEpochSecond());
            assertThat(byKind.get(Fault.STUCK_SENSOR).stream()
                            .filter(other ->
                                    faults.at(other.time().getEpochSecond()).equals(episode))
                            .map(other -> other.number(Field.TEMPERATURE))
                            .distinct())
                    .hasSize(1);
        });
    }
}
