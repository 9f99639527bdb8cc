package dev.inverterflow.client.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inverterflow.client.reading.Candidate.Content;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.reading.ReadingJson;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
    private static final Instant MIDSUMMER_MIDNIGHT = Instant.parse("2026-06-21T00:00:00Z");
    private static final Instant MIDSUMMER_NOON = Instant.parse("2026-06-21T12:00:00Z");
    private static final double RATED = 10_000;

    @Test
    void theSameSeedAndTicksGiveTheSameBytes() {
        assertThat(bytes(42)).isEqualTo(bytes(42));
        assertThat(bytes(42)).isNotEqualTo(bytes(43));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 16, 100})
    void theNumberOfThreadsDoesNotChangeAByte(int threads) throws Exception {
        assertThat(bytesByThreads(threads)).isEqualTo(bytes(42));
    }

    @Test
    void aRestartInBetweenDoesNotChangeTheReadings() {
        Generator first = generator(options(42, 1));
        String whole = texts(first, 0, 40);

        Generator before = generator(options(42, 1));
        String parts = texts(before, 0, 17);
        Generator after = generator(options(42, 1));
        after.restore(before.counters());
        parts += texts(after, 17, 40);

        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void everyReadingOfAYearIsValidWithoutScriptedTroubleWhateverTheFaults() {
        Validator validator = new Validator(ReadingRules.defaults(), RatedPowers.allOf(RATED));
        Generator generator = generator(new GeneratorOptions(7, 4, 0, 1));
        Instant tick = MIDSUMMER_MIDNIGHT;
        for (int i = 0; i < 365; i++, tick = tick.plus(Duration.ofHours(25)).plusSeconds(20)) {
            for (Reading reading : generator.readings(tick)) {
                assertThat(validator.violations(reading, tick))
                        .as("%s", text(reading))
                        .isEmpty();
            }
        }
    }

    @Test
    void energyNeverFallsAndIsTheIntegralOfPower() {
        Generator generator = generator(new GeneratorOptions(42, 1, 0, 1));
        Map<String, Double> totals = new HashMap<>();
        double firstTotal = 0;
        double integral = 0;
        double powerBefore = 0;
        for (Instant tick = MIDSUMMER_MIDNIGHT; tick.isBefore(MIDSUMMER_NOON); tick = tick.plusSeconds(60)) {
            List<Reading> readings = generator.readings(tick);
            for (Reading reading : readings) {
                double total = reading.number(Field.TOTAL_ENERGY);
                assertThat(total).isGreaterThanOrEqualTo(totals.getOrDefault(reading.inverterId(), 0.0));
                totals.put(reading.inverterId(), total);
            }
            Reading first = readings.get(0);
            assertThat(first.inverterId()).isEqualTo("INV-0001");
            firstTotal = firstTotal == 0 ? first.number(Field.TOTAL_ENERGY) : firstTotal;
            integral += (powerBefore + first.number(Field.PAC)) / 2 / 60;
            powerBefore = first.number(Field.PAC);
        }
        double gained = totals.get("INV-0001") - firstTotal;
        assertThat(gained).isGreaterThan(5_000).isCloseTo(integral, within(1.0));
    }

    @Test
    void theDaysEnergyStartsAnewAtTheSitesMidnightAndTheTotalGoesOn() {
        Generator generator = generator(GeneratorOptions.quiet(42));
        Reading evening = first(generator, Instant.parse("2026-06-21T20:00:00Z"));
        Reading night = first(generator, Instant.parse("2026-06-22T00:00:20Z"));

        assertThat(evening.number(Field.DAY_ENERGY)).isBetween(15_000.0, 90_000.0);
        assertThat(night.number(Field.DAY_ENERGY)).isZero();
        assertThat(night.number(Field.TOTAL_ENERGY)).isGreaterThanOrEqualTo(evening.number(Field.TOTAL_ENERGY));
    }

    @Test
    void aPauseOfDaysIsIntegratedAndAClockSetBackAddsNothing() {
        Generator generator = generator(GeneratorOptions.quiet(42));
        double start = first(generator, MIDSUMMER_NOON).number(Field.TOTAL_ENERGY);
        double setBack = first(generator, MIDSUMMER_NOON.minusSeconds(3_600)).number(Field.TOTAL_ENERGY);
        double later = first(generator, MIDSUMMER_NOON.plus(Duration.ofDays(2))).number(Field.TOTAL_ENERGY);

        assertThat(setBack).isEqualTo(start);
        assertThat(later - start).isBetween(30_000.0, 180_000.0);
    }

    @Test
    void aCounterReadForTheFirstTimeIsNeverBelowWhatAnEarlierStartHasReached() {
        List<Inverter> everywhere = IntStream.rangeClosed(-18, 18)
                .mapToObj(i -> new Inverter("INV-" + (i + 100), "S", "", RATED, i * 5.0, 0))
                .toList();
        for (String start : List.of("2026-06-20T00:00:00Z", "2026-12-20T00:00:00Z")) {
            Instant from = Instant.parse(start);
            Generator early = new Generator(everywhere, GeneratorOptions.quiet(1));
            early.readings(from);
            Instant to = from.plus(Duration.ofDays(3));
            List<Reading> reached = early.readings(to);
            List<Reading> anew = new Generator(everywhere, GeneratorOptions.quiet(1)).readings(to);
            for (int i = 0; i < reached.size(); i++) {
                assertThat(anew.get(i).number(Field.TOTAL_ENERGY))
                        .as("%s", text(anew.get(i)))
                        .isGreaterThanOrEqualTo(reached.get(i).number(Field.TOTAL_ENERGY));
            }
        }
    }

    @Test
    void atNightInvertersStandByWithoutPower() {
        for (Reading reading : generator(GeneratorOptions.quiet(42)).readings(MIDSUMMER_MIDNIGHT)) {
            assertThat(reading.number(Field.PAC)).isZero();
            assertThat(reading.number(Field.PDC)).isZero();
            assertThat(reading.number(Field.STATUS_CODE)).isEqualTo(8);
            assertThat(reading.number(Field.ERROR_CODE)).isZero();
        }
    }

    @Test
    void atNoonTheyRunWithinTheirRatedPowerAndSomeAreClippedOnAClearDay() {
        Generator generator = generator(GeneratorOptions.quiet(42));
        boolean clipped = false;
        for (int day = 0; day < 30; day++) {
            for (Reading reading : generator.readings(MIDSUMMER_NOON.plus(Duration.ofDays(day)))) {
                assertThat(reading.number(Field.PAC)).isBetween(1_000.0, RATED);
                assertThat(reading.number(Field.STATUS_CODE)).isEqualTo(7);
                assertThat(reading.number(Field.PAC) / reading.number(Field.PDC))
                        .isBetween(0.85, 0.99);
                clipped |= reading.number(Field.PAC) == RATED;
            }
        }
        assertThat(clipped).isTrue();
    }

    @Test
    void theCabinetFollowsPowerAndAir() {
        Generator generator = generator(GeneratorOptions.quiet(42));
        double night = mean(generator.readings(Instant.parse("2026-06-21T03:00:00Z")), Field.TEMPERATURE);
        double noon = mean(generator.readings(MIDSUMMER_NOON), Field.TEMPERATURE);
        double winter = mean(generator.readings(Instant.parse("2026-12-21T12:00:00Z")), Field.TEMPERATURE);

        assertThat(noon).isGreaterThan(night + 15);
        assertThat(winter).isLessThan(noon - 5);
    }

    @Test
    void gridVoltageAndFrequencyScatterAroundTheirNominalValues() {
        List<Reading> readings = generator(GeneratorOptions.quiet(42)).readings(MIDSUMMER_NOON);
        assertThat(readings).allSatisfy(reading -> {
            assertThat(reading.number(Field.UAC)).isBetween(227.0, 236.0);
            assertThat(reading.number(Field.FAC)).isBetween(49.9, 50.1);
        });
        assertThat(readings.stream().map(reading -> reading.number(Field.UAC)).distinct())
                .hasSizeGreaterThan(20);
    }

    @Test
    void theInvalidRateSpoilsAboutThatShareOfTheReadings() {
        Validator validator = new Validator(ReadingRules.defaults(), RatedPowers.allOf(RATED));
        Generator generator = generator(new GeneratorOptions(42, 0, 0.1, 1));
        int invalid = 0;
        boolean incomplete = false;
        for (int i = 0; i < 50; i++) {
            Instant tick = MIDSUMMER_NOON.plusSeconds(20L * i);
            for (Reading reading : generator.readings(tick)) {
                invalid += validator.violations(reading, tick).isEmpty() ? 0 : 1;
                incomplete |= reading.content(Field.PAC) == Content.ABSENT;
            }
        }
        assertThat(invalid).isBetween(220, 380);
        assertThat(incomplete).isTrue();
    }

    @Test
    void theModelAndTheRatedPowerOfAnInverterAreItsOwn() {
        List<Inverter> fleet = List.of(
                new Inverter("INV-1", "S", "Symo 10.0-3", 10_000, 37.39, -5.99),
                new Inverter("INV-2", "S", "trio-50.0", 50_000, 37.39, -5.99),
                new Inverter("INV-3", "S", "unheard of", 3_000, 37.39, -5.99));
        List<Reading> readings = new Generator(fleet, GeneratorOptions.quiet(42)).readings(MIDSUMMER_NOON);

        assertThat(readings.get(1).number(Field.PAC)).isBetween(10_001.0, 50_000.0);
        assertThat(readings.get(2).number(Field.PAC)).isBetween(300.0, 3_000.0);
        assertThat(readings.get(1).number(Field.UDC)).isGreaterThan(520);
    }

    private static double mean(List<Reading> readings, Field field) {
        return readings.stream()
                .mapToDouble(reading -> reading.number(field))
                .average()
                .orElse(Double.NaN);
    }

    private static Reading first(Generator generator, Instant tick) {
        return generator.readings(tick).get(0);
    }

    private static byte[] bytes(long seed) {
        return texts(generator(options(seed, 1)), 0, 40).getBytes(StandardCharsets.UTF_8);
    }

    /** Each slice on a thread of its own, as a back-fill does it. */
    private static byte[] bytesByThreads(int threads) throws Exception {
        Generator generator = generator(options(42, threads));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<String>>> parts = new ArrayList<>();
            for (Generator.Slice slice : generator.slices()) {
                parts.add(executor.submit(() -> {
                    List<String> ticks = new ArrayList<>();
                    for (int i = 0; i < 40; i++) {
                        StringBuilder part = new StringBuilder();
                        slice.readings(tick(i), reading -> part.append(text(reading)));
                        ticks.add(part.toString());
                    }
                    return ticks;
                }));
            }
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                for (Future<List<String>> part : parts) {
                    all.append(part.get().get(i));
                }
            }
            return all.toString().getBytes(StandardCharsets.UTF_8);
        } finally {
            executor.shutdownNow();
        }
    }

    private static String texts(Generator generator, int fromTick, int toTick) {
        StringBuilder all = new StringBuilder();
        for (int i = fromTick; i < toTick; i++) {
            generator.readings(tick(i)).forEach(reading -> all.append(text(reading)));
        }
        return all.toString();
    }

    /** Over sunrise, so that there is something to differ in. */
    private static Instant tick(int number) {
        return Instant.parse("2026-06-21T04:30:00Z").plusSeconds(260L * number);
    }

    private static String text(Reading reading) {
        return new String(ReadingJson.bytes(reading), StandardCharsets.UTF_8);
    }

    private static GeneratorOptions options(long seed, int threads) {
        return new GeneratorOptions(seed, 2, 0.2, threads);
    }

    private static Generator generator(GeneratorOptions options) {
        List<Inverter> fleet = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Inverter(String.format("INV-%04d", i), "S", "", RATED, 37.39, -5.99))
                .toList();
        return new Generator(fleet, options);
    }
}
