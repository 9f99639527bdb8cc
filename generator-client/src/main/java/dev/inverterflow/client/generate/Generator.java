package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.EnergyCounters.Counter;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the readings of a fleet: sun position, clear sky, clouds, DC, AC by the Sandia model, faults, counters. The same options,
 * fleet, counters and ticks give the same readings, whatever the number of threads. Ticks come in their order.
 */
public final class Generator {
    private final List<Slice> slices;
    private final Map<String, Counter> countersOfOthers = new HashMap<>();
    private @Nullable Instant last;

    public Generator(List<Inverter> fleet, GeneratorOptions options) {
        int number = Math.max(1, Math.min(options.threads(), fleet.size()));
        ModelLibrary library = ModelLibrary.load();
        List<Slice> cut = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int from = (int) ((long) fleet.size() * i / number);
            int to = (int) ((long) fleet.size() * (i + 1) / number);
            cut.add(new Slice(fleet.subList(from, to), options, library));
        }
        this.slices = List.copyOf(cut);
    }

    /** Goes on from counters of before; called before the first tick, if at all. */
    public void restore(EnergyCounters counters) {
        countersOfOthers.putAll(counters.byInverter());
        last = counters.instant();
        slices.forEach(slice -> slice.restore(countersOfOthers, counters.instant()));
    }

    /** The readings of one tick in the order of the fleet; none of an inverter that is not heard of. */
    public List<Reading> readings(Instant tick) {
        List<Reading> readings = new ArrayList<>();
        slices.forEach(slice -> slice.readings(tick, readings::add));
        last = tick;
        return readings;
    }

    /** Parts of the fleet, in its order, each of which may be used by a thread of its own; see {@link #advancedTo}. */
    public List<Slice> slices() {
        return slices;
    }

    /** Says that every slice has made its readings up to a tick. */
    public void advancedTo(Instant tick) {
        last = tick;
    }

    /**
     * The counters after the last tick.
     *
     * @throws IllegalStateException before the first tick
     */
    public EnergyCounters counters() {
        if (last == null) {
            throw new IllegalStateException("there are no counters before the first tick");
        }
        Map<String, Counter> counters = new HashMap<>(countersOfOthers);
        slices.forEach(slice -> slice.addCounters(counters));
        return new EnergyCounters(last.toString(), counters);
    }

    /** Some inverters, used by one thread at a time. */
    public static final class Slice {
        private final List<SimulatedInverter> inverters;
        private final Spoiler spoiler;

        private Slice(List<Inverter> fleet, GeneratorOptions options, ModelLibrary library) {
            Noise noise = new Noise(options.seed());
            Map<Place, SiteSky> skies = new HashMap<>();
            List<SimulatedInverter> simulated = new ArrayList<>(fleet.size());
            for (Inverter inverter : fleet) {
                SiteSky sky = skies.computeIfAbsent(
                        new Place(inverter.latitude(), inverter.longitude()),
                        place -> new SiteSky(place.latitude(), place.longitude(), noise));
                SandiaModel model =
                        library.of(inverter.model(), inverter.ratedPowerW()).ratedAt(inverter.ratedPowerW());
                simulated.add(new SimulatedInverter(inverter, sky, model, noise, options.faultsPerDay()));
            }
            this.inverters = List.copyOf(simulated);
            this.spoiler = new Spoiler(noise, options.invalidRate());
        }

        public void readings(Instant tick, Consumer<Reading> to) {
            for (SimulatedInverter inverter : inverters) {
                Reading reading = inverter.reading(tick);
                if (reading != null) {
                    to.accept(spoiler.spoil(reading));
                }
            }
        }

        private void restore(Map<String, Counter> counters, Instant at) {
            for (SimulatedInverter inverter : inverters) {
                Counter counter = counters.get(inverter.id());
                if (counter != null) {
                    inverter.meter().restore(counter, at.getEpochSecond());
                }
            }
        }

        private void addCounters(Map<String, Counter> counters) {
            for (SimulatedInverter inverter : inverters) {
                if (inverter.meter().isStarted()) {
                    counters.put(inverter.id(), inverter.meter().counter());
                }
            }
        }

        private record Place(double latitude, double longitude) {}
    }
}
