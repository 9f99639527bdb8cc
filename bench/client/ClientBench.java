import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.backfill.Backfill;
import dev.inverterflow.client.backfill.BackfillFiles;
import dev.inverterflow.client.backfill.BackfillPlan;
import dev.inverterflow.client.backfill.BackfillProgress;
import dev.inverterflow.client.backfill.BackfillSink;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.generate.GeneratorOptions;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.run.StopSignal;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.spool.NewBatch;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Generate, judge and write as JSON (a back-fill whose files go nowhere) beside Jackson's streaming generator writing the same records,
 * prepared in memory. By CPU time of the whole process, so that other work on the machine and helping threads do not count.
 */
public final class ClientBench {
    private static final int ROUNDS = 5;
    private static final Instant FROM = Instant.parse("2026-06-21T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(20);
    private static final Field[] FIELDS = Field.values();

    private ClientBench() {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> fleets = arguments.length > 0
                ? Arrays.stream(arguments).map(Integer::valueOf).toList()
                : List.of(60, 600, 6_000);
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, %s; median of %d rounds after one to warm up, by CPU time%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                ROUNDS);
        for (int inverters : fleets) {
            compare(inverters, Math.max(1, 1_200_000 / inverters));
        }
    }

    private static void compare(int inverters, int ticks) throws Exception {
        List<Prepared> prepared = prepare(inverters, Math.max(1, 60_000 / inverters));
        List<Measured> ours = new ArrayList<>();
        List<Measured> jackson = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Measured client = measure(() -> backfill(inverters, ticks));
            Measured reference = measure(() -> writeByJackson(prepared, client.readings()));
            if (round > 0) {
                ours.add(client);
                jackson.add(reference);
            }
        }
        Measured client = median(ours);
        Measured reference = median(jackson);
        System.out.printf(
                Locale.ROOT,
                "%,6d inverters x %,6d ticks: client %,9.0f readings/s %6.1f MB/s   Jackson alone %,9.0f readings/s %6.1f MB/s   ratio %.2f%n",
                inverters,
                ticks,
                client.perSecond(),
                client.megabytesPerSecond(),
                reference.perSecond(),
                reference.megabytesPerSecond(),
                client.perSecond() / reference.perSecond());
    }

    private static long[] backfill(int inverters, int ticks) throws Exception {
        List<Inverter> fleet = fleet(inverters);
        Nowhere nowhere = new Nowhere();
        BackfillProgress made = new Backfill(
                        new BackfillPlan(FROM, FROM.plus(INTERVAL.multipliedBy(ticks)), INTERVAL, "bench"),
                        new Generator(fleet, new GeneratorOptions(42, 0.1, 0, 1)),
                        new Delivery(42, Delivery.Rates.NONE),
                        Delivery.Rates.NONE,
                        new Validator(ReadingRules.defaults(), RatedPowers.of(fleet, 10_000)),
                        new BackfillFiles(
                                new Settings.Files(
                                        "readings/", "bench", 1, 16 << 20, Settings.Compression.NONE, Optional.empty()),
                                inverters,
                                new ClientMetrics()),
                        nowhere,
                        new StopSignal(),
                        progress -> {})
                .run();
        return new long[] {made.readings(), nowhere.bytes};
    }

    /** As often over as it takes for so many records; field names are encoded once, doubles by Jackson's fast writer. */
    private static long[] writeByJackson(List<Prepared> prepared, long records) throws IOException {
        SerializedString[] names =
                Arrays.stream(FIELDS).map(field -> new SerializedString(field.jsonName())).toArray(SerializedString[]::new);
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        CountingStream out = new CountingStream();
        long written = 0;
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartArray();
            while (written < records) {
                for (Prepared record : prepared) {
                    write(record, names, json);
                }
                written += prepared.size();
            }
            json.writeEndArray();
        }
        return new long[] {written, out.bytes};
    }

    private static void write(Prepared record, SerializedString[] names, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName(names[0]);
        json.writeString(record.inverterId());
        json.writeFieldName(names[1]);
        json.writeString(record.timestamp());
        for (int i = 2; i < names.length; i++) {
            json.writeFieldName(names[i]);
            json.writeNumber(record.numbers()[i]);
        }
        json.writeEndObject();
    }

    private static List<Prepared> prepare(int inverters, int ticks) {
        Generator generator = new Generator(fleet(inverters), GeneratorOptions.quiet(42));
        List<Prepared> prepared = new ArrayList<>();
        for (int i = 0; i < ticks; i++) {
            generator.readings(FROM.plus(Duration.ofHours(10)).plus(INTERVAL.multipliedBy(i)))
                    .forEach(reading -> prepared.add(Prepared.of(reading)));
        }
        return prepared;
    }

    private static List<Inverter> fleet(int inverters) {
        return IntStream.rangeClosed(1, inverters)
                .mapToObj(i -> new Inverter(String.format("INV-%04d", i), "SITE-1", "", 10_000, 37.39, -5.99))
                .toList();
    }

    private static Measured measure(Work work) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long[] done = work.run();
        return new Measured(done[0], done[1], (system.getProcessCpuTime() - cpu) / 1e9);
    }

    private static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted((left, right) -> Double.compare(left.perSecond(), right.perSecond()))
                .toList()
                .get(rounds.size() / 2);
    }

    /** A record as Jackson gets it: nothing is left to do but to write it. */
    private record Prepared(String inverterId, String timestamp, double[] numbers) {
        static Prepared of(Reading reading) {
            double[] numbers = new double[FIELDS.length];
            for (int i = 2; i < FIELDS.length; i++) {
                numbers[i] = reading.number(FIELDS[i]);
            }
            return new Prepared(reading.inverterId(), reading.text(Field.TIMESTAMP), numbers);
        }
    }

    private record Measured(long readings, long bytes, double seconds) {
        double perSecond() {
            return readings / seconds;
        }

        double megabytesPerSecond() {
            return bytes / seconds / 1e6;
        }
    }

    private interface Work {
        long[] run() throws Exception;
    }

    private static final class Nowhere implements BackfillSink {
        private long bytes;

        @Override
        public JsonNode state() {
            return null;
        }

        @Override
        public JsonNode stateOfRuns() {
            return null;
        }

        @Override
        public long beginRun() {
            return 1;
        }

        @Override
        public boolean commit(Batch batch) {
            bytes += batch.files().stream().mapToLong((NewBatch.NewFile file) -> file.content().length).sum();
            return true;
        }
    }

    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] content, int from, int length) {
            bytes += length;
        }
    }
}
