package dev.inverterflow.client.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inverterflow.client.generate.Generator.Generated;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final Instant MIDSUMMER_MIDNIGHT = Instant.parse("2026-06-21T00:00:00Z");
    private static final Instant MIDSUMMER_NOON = Instant.parse("2026-06-21T12:00:00Z");
    private static final double RATED = 10_000;

    @Test
    void theSameSeedAndTicksGiveTheSameBytes() {
        assertThat(bytes(42, 0.2)).isEqualTo(bytes(42, 0.2));
        assertThat(bytes(42, 0.2)).isNotEqualTo(bytes(43, 0.2));
    }

    @Test
    void aRestartInBetweenDoesNotChangeTheReadings() {
        EnergyCounters before = generator(42, 0).readings(MIDSUMMER_NOON, null).counters();
        Instant next = MIDSUMMER_NOON.plusSeconds(20);
        Generator goingOn = generator(42, 0);
        goingOn.readings(MIDSUMMER_NOON, null);

        assertThat(text(generator(42, 0).readings(next, before))).isEqualTo(text(goingOn.readings(next, before)));
    }

    @Test
    void everyReadingOfAYearIsValidWithoutScriptedTrouble() {
        Validator validator = new Validator(ReadingRules.defaults(), RatedPowers.allOf(RATED));
        Generator generator = generator(7, 0);
        EnergyCounters counters = null;
        Instant tick = MIDSUMMER_MIDNIGHT;
        for (int i = 0; i < 365; i++, tick = tick.plus(Duration.ofHours(25)).plusSeconds(20)) {
            Generated generated = generator.readings(tick, counters);
            counters = generated.counters();
            for (Reading reading : generated.readings()) {
                assertThat(validator.violations(reading, tick))
                        .as("%s", new String(new ReadingJson().bytes(reading), StandardCharsets.UTF_8))
                        .isEmpty();
            }
        }
    }

    @Test
    void energyNeverFallsAndIsTheIntegralOfPower() {
        Generator generator = generator(42, 0);
        EnergyCounters counters = null;
        Map<String, Double> totals = new HashMap<>();
        double firstTotal = 0;
        double integral = 0;
        double powerBefore = 0;
        for (Instant tick = MIDSUMMER_MIDNIGHT; tick.isBefore(MIDSUMMER_NOON); tick = tick.plusSeconds(60)) {
            Generated generated = generator.readings(tick, counters);
            counters = generated.counters();
            for (Reading reading : generated.readings()) {
                double total = reading.number(Field.TOTAL_ENERGY);
                assertThat(total).isGreaterThanOrEqualTo(totals.getOrDefault(reading.inverterId(), 0.0));
                totals.put(reading.inverterId(), total);
            }
            Reading first = generated.readings().get(0);
            firstTotal = firstTotal == 0 ? first.number(Field.TOTAL_ENERGY) : firstTotal;
            integral += (powerBefore + first.number(Field.PAC)) / 2 / 60;
            powerBefore = first.number(Field.PAC);
        }
        double gained = totals.get("INV-0001") - firstTotal;
        assertThat(gained).isPositive().isCloseTo(integral, within(1.0 + integral * 0.01));
    }

    @Test
    void theDaysEnergyStartsAnewAtTheSitesMidnightAndTheTotalGoesOn() {
        Generator generator = generator(42, 0);
        Instant evening = Instant.parse("2026-06-21T20:00:00Z");
        Generated before = generator.readings(evening, null);
        Generated after = generator.readings(Instant.parse("2026-06-22T00:00:20Z"), before.counters());

        assertThat(before.readings().get(0).number(Field.DAY_ENERGY)).isGreaterThan(10_000);
        assertThat(after.readings().get(0).number(Field.DAY_ENERGY)).isZero();
        assertThat(after.readings().get(0).number(Field.TOTAL_ENERGY))
                .isGreaterThanOrEqualTo(before.readings().get(0).number(Field.TOTAL_ENERGY));
    }

    @Test
    void aPauseOfDaysIsIntegratedAndAClockSetBackAddsNothing() {
        Generator generator = generator(42, 0);
        Generated first = generator.readings(MIDSUMMER_NOON, null);
        Generated later = generator.readings(MIDSUMMER_NOON.plus(Duration.ofDays(2)), first.counters());
        Generated setBack = generator.readings(MIDSUMMER_NOON.minusSeconds(3_600), first.counters());

        double start = first.readings().get(0).number(Field.TOTAL_ENERGY);
        assertThat(later.readings().get(0).number(Field.TOTAL_ENERGY) - start).isBetween(30_000.0, 160_000.0);
        assertThat(setBack.readings().get(0).number(Field.TOTAL_ENERGY)).isEqualTo(start);
    }

    @Test
    void atNightInvertersStandByWithoutPower() {
        for (Reading reading :
                generator(42, 0).readings(MIDSUMMER_MIDNIGHT, null).readings()) {
            assertThat(reading.number(Field.PAC)).isZero();
            assertThat(reading.number(Field.STATUS_CODE)).isEqualTo(8);
            assertThat(reading.number(Field.ERROR_CODE)).isZero();
        }
    }

    @Test
    void atNoonTheyRunWithinTheirRatedPower() {
        List<Reading> readings = generator(42, 0).readings(MIDSUMMER_NOON, null).readings();
        assertThat(readings)
                .allSatisfy(reading -> assertThat(reading.number(Field.PAC)).isBetween(0.0, RATED));
        assertThat(readings.stream().filter(reading -> reading.number(Field.STATUS_CODE) == 7))
                .hasSizeGreaterThan(50);
        assertThat(readings.stream()
                        .mapToDouble(reading -> reading.number(Field.PAC))
                        .average()
                        .orElse(0))
                .isGreaterThan(1_500);
    }

    @Test
    void aFaultStopsAnInverterAndShowsItsCode() {
        Generator generator = generator(42, 0);
        List<Reading> faulty = new ArrayList<>();
        for (int minutes = 0; minutes < 6 * 60; minutes += 10) {
            generator.readings(MIDSUMMER_NOON.plusSeconds(60L * minutes), null).readings().stream()
                    .filter(reading -> reading.number(Field.ERROR_CODE) != 0)
                    .forEach(faulty::add);
        }
        assertThat(faulty).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.number(Field.PAC)).isZero();
            assertThat(reading.number(Field.STATUS_CODE)).isEqualTo(10);
        });
    }

    @Test
    void theInvalidRateSpoilsAboutThatShareOfTheReadings() {
        Validator validator = new Validator(ReadingRules.defaults(), RatedPowers.allOf(RATED));
        Generator generator = generator(42, 0.1);
        int invalid = 0;
        boolean incomplete = false;
        for (int i = 0; i < 50; i++) {
            Instant tick = MIDSUMMER_NOON.plusSeconds(20L * i);
            for (Reading reading : generator.readings(tick, null).readings()) {
                invalid += validator.violations(reading, tick).isEmpty() ? 0 : 1;
                incomplete |= reading.content(Field.PAC) == Content.ABSENT;
            }
        }
        assertThat(invalid).isBetween(220, 380);
        assertThat(incomplete).isTrue();
    }

    @Test
    void theClearSkyIsThatOfHaurwitzUnderTheRealSun() {
        Inverter seville = new Inverter("INV-1", "S", RATED, 37.39, -5.99);
        double cosine = Sky.cosineOfZenith(seville, Instant.parse("2026-06-21T10:00:00Z"));
        assertThat(Math.toDegrees(Math.acos(cosine))).isCloseTo(34.1, within(0.1));
        assertThat(Sky.clearSky(cosine)).isCloseTo(849, within(2.0));
    }

    private static byte[] bytes(long seed, double invalidRate) {
        StringBuilder all = new StringBuilder();
        Generator generator = generator(seed, invalidRate);
        EnergyCounters counters = null;
        for (int i = 0; i < 5; i++) {
            Generated generated = generator.readings(MIDSUMMER_NOON.plusSeconds(20L * i), counters);
            counters = generated.counters();
            all.append(text(generated));
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Generated generated) {
        StringBuilder all = new StringBuilder();
        generated
                .readings()
                .forEach(reading -> all.append(new String(new ReadingJson().bytes(reading), StandardCharsets.UTF_8)));
        return all.toString();
    }

    private static Generator generator(long seed, double invalidRate) {
        List<Inverter> fleet = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Inverter(String.format("INV-%04d", i), "S", RATED, 37.39, -5.99))
                .toList();
        return new Generator(fleet, seed, invalidRate);
    }
}
