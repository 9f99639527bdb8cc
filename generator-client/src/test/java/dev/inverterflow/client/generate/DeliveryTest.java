package dev.inverterflow.client.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.client.generate.Delivery.Counts;
import dev.inverterflow.client.generate.Delivery.Delivered;
import dev.inverterflow.client.generate.Delivery.Rates;
import dev.inverterflow.client.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant START = Instant.parse("2026-06-21T12:00:00Z");

    @Test
    void withoutTroubleEveryReadingComesAtOnce() {
        List<Reading> made = made(0);
        Delivered delivered = new Delivery(42, Rates.NONE).deliver(made);
        assertThat(delivered.readings()).isEqualTo(made);
        assertThat(delivered.counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void lateReadingsComeTwoToFifteenBatchesLaterAndEachComesOnce() {
        Delivery delivery = new Delivery(42, new Rates(0.2, 0, 0));
        List<Reading> come = new ArrayList<>();
        int heldBack = 0;
        int late = 0;
        for (int batch = 0; batch < 50; batch++) {
            Delivered delivered = delivery.deliver(batch < 30 ? made(batch) : List.of());
            for (Reading reading : delivered.readings()) {
                long behind = Duration.between(reading.time(), tick(batch)).toSeconds() / 20;
                assertThat(behind == 0 || (behind >= 2 && behind <= 15))
                        .as("%d batches late", behind)
                        .isTrue();
            }
            come.addAll(delivered.readings());
            heldBack += delivered.counts().heldBack();
            late += delivered.counts().late();
        }
        assertThat(come).hasSize(30 * 40).doesNotHaveDuplicates();
        assertThat(heldBack).isEqualTo(late).isBetween(180, 300);
        assertThat(delivery.held()).isEmpty();
    }

    @Test
    void readingsOutOfOrderComeBehindTheNextOfTheirInverter() {
        Delivery delivery = new Delivery(42, new Rates(0, 0, 0.1));
        int outOfOrder = 0;
        for (int batch = 0; batch < 30; batch++) {
            List<Reading> readings = delivery.deliver(made(batch)).readings();
            Instant thisTick = tick(batch);
            for (int i = 0; i < readings.size(); i++) {
                Reading reading = readings.get(i);
                if (reading.time().isBefore(tick(batch))) {
                    outOfOrder++;
                    assertThat(reading.time()).isEqualTo(tick(batch - 1));
                    assertThat(readings.subList(i, readings.size()))
                            .noneMatch(behind -> behind.time().equals(thisTick));
                }
            }
        }
        assertThat(outOfOrder).isBetween(80, 160);
    }

    @Test
    void duplicatesAreEqualAndCounted() {
        Delivered delivered = new Delivery(42, new Rates(0, 0.5, 0)).deliver(made(0));
        assertThat(delivered.counts().duplicates()).isBetween(10, 30);
        assertThat(delivered.readings()).hasSize(40 + delivered.counts().duplicates());
        assertThat(delivered.readings().stream().distinct()).hasSize(40);
    }

    @Test
    void aRestartLosesNothingThatIsOnItsWay() {
        Rates rates = new Rates(0.3, 0.1, 0.1);
        Delivery whole = new Delivery(42, rates);
        List<String> expected = new ArrayList<>();
        for (int batch = 0; batch < 20; batch++) {
            whole.deliver(made(batch)).readings().forEach(reading -> expected.add(name(reading)));
        }

        Delivery before = new Delivery(42, rates);
        List<String> come = new ArrayList<>();
        for (int batch = 0; batch < 9; batch++) {
            before.deliver(made(batch)).readings().forEach(reading -> come.add(name(reading)));
        }
        Delivery after = new Delivery(42, rates);
        after.restore(before.held());
        for (int batch = 9; batch < 20; batch++) {
            after.deliver(made(batch)).readings().forEach(reading -> come.add(name(reading)));
        }
        assertThat(come).isEqualTo(expected);
    }

    private static String name(Reading reading) {
        return reading.inverterId() + " " + reading.time();
    }

    private static List<Reading> made(int batch) {
        return IntStream.range(0, 40)
                .mapToObj(i -> Reading.of("INV-" + i, tick(batch)).build())
                .toList();
    }

    private static Instant tick(int batch) {
        return START.plusSeconds(20L * batch);
    }
}
