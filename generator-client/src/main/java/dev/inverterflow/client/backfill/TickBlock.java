package dev.inverterflow.client.backfill;

import dev.inverterflow.client.batch.Judge;
import dev.inverterflow.client.batch.RecordBlock;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.validate.Validator;
import dev.inverterflow.client.validate.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one slice of the fleet says in some ticks: generated, judged and written as JSON, all on one thread. */
final class TickBlock {
    private final RecordBlock records = new RecordBlock();
    private final int[] endOfTick;
    private final List<List<Judge.Refused>> refused = new ArrayList<>();
    private final List<Delivery.Counts> trouble = new ArrayList<>();

    private TickBlock(int ticks) {
        this.endOfTick = new int[ticks];
    }

    static TickBlock make(Generator.Slice slice, Judge judge, Validator validator, Ticks ticks) {
        TickBlock block = new TickBlock(ticks.number());
        for (int i = 0; i < ticks.number(); i++) {
            Instant tick = ticks.tick(i);
            Validator.At now = validator.at(tick);
            List<Judge.Refused> refusedNow = new ArrayList<>(0);
            slice.readings(tick, reading -> block.add(reading, judge.violations(reading, now), refusedNow));
            block.endTick(i, refusedNow, Delivery.Counts.NONE);
        }
        return block;
    }

    /** The whole fleet, with trouble on the way, which needs the readings of a tick together. */
    static TickBlock make(Generator generator, Delivery delivery, Judge judge, Validator validator, Ticks ticks) {
        TickBlock block = new TickBlock(ticks.number());
        for (int i = 0; i < ticks.number(); i++) {
            Instant tick = ticks.tick(i);
            Delivery.Delivered delivered = delivery.deliver(generator.readings(tick));
            Validator.At now = validator.at(tick);
            List<Judge.Refused> refusedNow = new ArrayList<>(0);
            delivered.readings().forEach(reading -> block.add(reading, judge.violations(reading, now), refusedNow));
            block.endTick(i, refusedNow, delivered.counts());
        }
        return block;
    }

    private void endTick(int tick, List<Judge.Refused> refusedNow, Delivery.Counts troubleNow) {
        refused.add(refusedNow);
        trouble.add(troubleNow);
        endOfTick[tick] = records.records();
    }

    private void add(Reading reading, List<Violation> violations, List<Judge.Refused> refusedNow) {
        if (violations.isEmpty()) {
            records.add(reading);
        } else {
            refusedNow.add(new Judge.Refused(reading, violations));
        }
    }

    RecordBlock records() {
        return records;
    }

    int firstOf(int tick) {
        return tick == 0 ? 0 : endOfTick[tick - 1];
    }

    int endOf(int tick) {
        return endOfTick[tick];
    }

    List<Judge.Refused> refusedIn(int tick) {
        return refused.get(tick);
    }

    Delivery.Counts troubleIn(int tick) {
        return trouble.get(tick);
    }

    /** Some ticks in a row. */
    record Ticks(Instant first, Duration interval, int number) {
        Instant tick(int index) {
            return first.plus(interval.multipliedBy(index));
        }
    }
}
