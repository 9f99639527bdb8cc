package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.reading.Inverter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.Grena3;

/** Sun, clouds and air above a place. */
final class Sky {
    private static final long DAY_SECONDS = 86_400;
    private static final long CLOUD_COVER_PERIOD = 3 * 3_600;
    private static final long CLOUD_EDGE_PERIOD = 240;

    /** Enough for the steps of one day; inverters of one site share the sun. */
    private static final int KEPT_POSITIONS = 256;

    private final Noise noise;
    private final Map<Place, Double> cosines = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Double> eldest) {
            return size() > KEPT_POSITIONS;
        }
    };

    Sky(Noise noise) {
        this.noise = noise;
    }

    /** Global horizontal irradiance under the clouds, W/m². */
    double irradiance(Inverter inverter, Instant time) {
        Place place = new Place(inverter.latitude(), inverter.longitude(), time.getEpochSecond());
        double clear = clearSky(cosines.computeIfAbsent(place, key -> cosineOfZenith(inverter, time)));
        return clear == 0 ? 0 : clear * clearness(inverter, time);
    }

    /**
     * Irradiance of a cloudless sky by Haurwitz (Insolation in relation to cloudiness and cloud density, 1945), W/m², from the
     * cosine of the sun's zenith angle.
     */
    static double clearSky(double cosine) {
        return cosine <= 0 ? 0 : 1_098 * cosine * Math.exp(-0.057 / cosine);
    }

    static double cosineOfZenith(Inverter inverter, Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        var position = Grena3.calculateSolarPosition(
                utc, inverter.latitude(), inverter.longitude(), DeltaT.estimate(utc.toLocalDate()));
        return Math.cos(Math.toRadians(position.zenithAngle()));
    }

    /** The share of the clear sky's light that comes through: slow cover of the region times the edges of single clouds. */
    private double clearness(Inverter inverter, Instant time) {
        long second = time.getEpochSecond();
        double cover = noise.walk(Topic.CLOUD_COVER, place(inverter), second, CLOUD_COVER_PERIOD);
        double edge = noise.walk(Topic.CLOUD_EDGE, inverter.id().hashCode(), second, CLOUD_EDGE_PERIOD);
        return 1 - 0.75 * cover * (0.4 + 0.6 * edge);
    }

    /** Air temperature, °C: season by latitude, time of day by the sun's place, weather by a slow walk. */
    double airTemperature(Inverter inverter, Instant time) {
        long second = time.getEpochSecond();
        double yearAngle = 2 * Math.PI * (time.atZone(ZoneOffset.UTC).getDayOfYear() - 200) / 365.25;
        double hemisphere = inverter.latitude() >= 0 ? 1 : -1;
        double dayAngle = 2
                * Math.PI
                * (Math.floorMod(second + solarOffsetSeconds(inverter), DAY_SECONDS) - 54_000)
                / DAY_SECONDS;
        double mean = 27 - 0.35 * Math.abs(inverter.latitude());
        double season = hemisphere * 0.2 * Math.abs(inverter.latitude()) * Math.cos(yearAngle);
        double weather = 6 * (noise.walk(Topic.WEATHER, place(inverter), second, 2 * DAY_SECONDS) - 0.5);
        return mean + season + 5 * Math.cos(dayAngle) + weather;
    }

    /** Zone of the site in whole hours as its longitude has it: a day of energy ends when no sun shines, in every place. */
    static long solarOffsetSeconds(Inverter inverter) {
        return Math.round(inverter.longitude() / 15) * 3_600;
    }

    private static long place(Inverter inverter) {
        return Double.hashCode(inverter.latitude()) * 31L + Double.hashCode(inverter.longitude());
    }

    private record Place(double latitude, double longitude, long epochSecond) {}
}
