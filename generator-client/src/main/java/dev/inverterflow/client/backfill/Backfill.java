package dev.inverterflow.client.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.backfill.TickBlock.Ticks;
import dev.inverterflow.client.batch.Judge;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.run.Waiter;
import dev.inverterflow.client.source.GeneratorState;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.validate.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes history as fast as the machine allows. Slices of the fleet are generated, judged and written as JSON on threads of their own,
 * a block of ticks at a time, and put together in the order of ticks and fleet: the bytes do not depend on the number of threads.
 * While files of one block are committed, the next block is made. Runs once.
 */
public final class Backfill {
    /** Large enough that handing over costs nothing, small enough that two blocks fit into a small heap. */
    private static final int READINGS_A_SLICE = 8_192;

    private final BackfillPlan plan;
    private final Generator generator;
    private final Delivery delivery;
    private final Delivery.Rates rates;
    private final Validator validator;
    private final BackfillFiles files;
    private final BackfillSink sink;
    private final Waiter waiter;
    private final Consumer<BackfillProgress> progress;
    private final JsonMapper json = new JsonMapper();
    private final List<Judge> judges = new ArrayList<>();
    private final long begun = System.nanoTime();

    public Backfill(
            BackfillPlan plan,
            Generator generator,
            Delivery delivery,
            Delivery.Rates rates,
            Validator validator,
            BackfillFiles files,
            BackfillSink sink,
            Waiter waiter,
            Consumer<BackfillProgress> progress) {
        this.plan = plan;
        this.generator = generator;
        this.delivery = delivery;
        this.rates = rates;
        this.validator = validator;
        this.files = files;
        this.sink = sink;
        this.waiter = waiter;
        this.progress = progress;
        generator.slices().forEach(slice -> judges.add(new Judge(validator)));
    }

    /** Whether a back-fill of this plan was ended before, and so has nothing to do. */
    public static boolean isDone(BackfillPlan plan, BackfillSink sink) {
        return before(plan, sink).map(BackfillState::done).orElse(false);
    }

    /** Where a back-fill of this plan goes on, if it was begun before. */
    public static Optional<Instant> goesOnAt(BackfillPlan plan, BackfillSink sink) {
        return before(plan, sink).filter(state -> !state.done()).map(BackfillState::nextTick);
    }

    private static Optional<BackfillState> before(BackfillPlan plan, BackfillSink sink) {
        return BackfillState.from(sink.state())
                .filter(state -> state.fingerprint().equals(plan.fingerprint()));
    }

    /** Makes what is left to make, until the end or a stop. */
    public BackfillProgress run() throws SpoolException, InterruptedException {
        BackfillState state = before(plan, sink)
                .filter(unfinished -> !unfinished.done())
                .orElseGet(() -> BackfillState.start(plan, stateOfRuns()));
        state.generatorState().ifPresent(before -> {
            generator.restore(before.counters());
            delivery.restore(before.heldReadings());
        });
        ExecutorService threads =
                Executors.newFixedThreadPool(generator.slices().size(), task -> {
                    Thread thread = new Thread(task, "generate");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return run(state, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counters of runs are gone on from if they are older; else the back-fill has counters of its own. */
    private @Nullable JsonNode stateOfRuns() {
        JsonNode ofRuns = sink.stateOfRuns();
        return GeneratorState.from(ofRuns, json)
                .filter(before -> !before.counters().instant().isAfter(plan.firstTick()))
                .map(before -> ofRuns)
                .orElse(null);
    }

    private BackfillProgress run(BackfillState begin, ExecutorService threads)
            throws SpoolException, InterruptedException {
        BackfillState state = begin;
        files.begin(sink.beginRun());
        progress.accept(progress(state));
        Optional<Block> current = begin(state.blockTick(), state.generator(), threads);
        while (current.isPresent() && !waiter.isStopped()) {
            Block block = current.get();
            List<TickBlock> made = block.made();
            Instant end = block.ticks().tick(block.ticks().number());
            generator.advancedTo(block.ticks().tick(block.ticks().number() - 1));
            JsonNode stateAfter = generatorState();
            Optional<Block> next = begin(end, stateAfter, threads);
            for (int i = 0; i < block.ticks().number() && !waiter.isStopped(); i++) {
                Instant tick = block.ticks().tick(i);
                if (tick.isBefore(state.nextTick())) {
                    continue;
                }
                if (files.isFullWith(made, i)) {
                    BackfillState after = commit(state, tick, block, false, null);
                    if (after.equals(state)) {
                        return progress(state);
                    }
                    state = after;
                }
                files.add(tick, made, i);
            }
            if (next.isEmpty() && !waiter.isStopped()) {
                state = commit(state, plan.to(), block, true, forRuns(stateAfter));
            }
            progress.accept(progress(state));
            current = next;
        }
        return progress(state);
    }

    private Optional<Block> begin(Instant first, @Nullable JsonNode stateBefore, ExecutorService threads) {
        long left = plan.ticksFrom(first);
        if (left == 0) {
            return Optional.empty();
        }
        int number =
                (int) Math.min(left, Math.max(1, READINGS_A_SLICE / Math.max(1, files.inverters() / judges.size())));
        Ticks ticks = new Ticks(first, plan.interval(), number);
        List<Future<TickBlock>> parts = new ArrayList<>();
        tasks(ticks).forEach(task -> parts.add(threads.submit(task)));
        return Optional.of(new Block(ticks, stateBefore, parts));
    }

    private List<Callable<TickBlock>> tasks(Ticks ticks) {
        if (!rates.isNone() || !delivery.held().isEmpty()) {
            return List.of(() -> TickBlock.make(generator, delivery, judges.get(0), validator, ticks));
        }
        List<Callable<TickBlock>> tasks = new ArrayList<>();
        for (int i = 0; i < judges.size(); i++) {
            Generator.Slice slice = generator.slices().get(i);
            Judge judge = judges.get(i);
            tasks.add(() -> TickBlock.make(slice, judge, validator, ticks));
        }
        return tasks;
    }

    private JsonNode generatorState() {
        return json.valueToTree(GeneratorState.of(generator.counters(), delivery.held()));
    }

    private @Nullable JsonNode forRuns(JsonNode stateAtEnd) {
        JsonNode ofRuns = sink.stateOfRuns();
        boolean newer = GeneratorState.from(ofRuns, json)
                .map(before -> before.counters().instant().isBefore(plan.to()))
                .orElse(true);
        return newer ? stateAtEnd : null;
    }

    private BackfillState commit(
            BackfillState state, Instant nextTick, Block block, boolean done, @Nullable JsonNode stateForRuns)
            throws SpoolException, InterruptedException {
        BackfillState after = new BackfillState(
                plan.fingerprint(),
                done ? nextTick.toString() : block.ticks().first().toString(),
                done ? null : block.stateBefore(),
                nextTick.toString(),
                state.readings() + files.records(),
                state.bytes() + files.bytes(),
                state.files() + files.filesOfBatch(),
                done);
        return files.commit(sink, after.json(), stateForRuns) ? after : state;
    }

    private BackfillProgress progress(BackfillState state) {
        long all = plan.ticks();
        return new BackfillProgress(
                all - plan.ticksFrom(state.nextTick()),
                all,
                state.readings(),
                state.bytes(),
                state.files(),
                System.nanoTime() - begun,
                state.done());
    }

    /** Ticks that are being made, with the state before them. */
    private record Block(Ticks ticks, @Nullable JsonNode stateBefore, List<Future<TickBlock>> parts) {
        List<TickBlock> made() throws InterruptedException {
            List<TickBlock> made = new ArrayList<>(parts.size());
            for (Future<TickBlock> part : parts) {
                try {
                    made.add(part.get());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a part of the back-fill failed: " + e.getCause(), e);
                }
            }
            return made;
        }
    }
}
