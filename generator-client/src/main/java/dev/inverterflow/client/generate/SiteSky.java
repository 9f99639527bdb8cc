package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.Noise.Topic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.Grena3;

/**
 * Sun, clouds and air above one place: a function of place and time. Keeps what the next instant will need, so it is used by one
 * thread. {@link StrictMath} where it matters, so that machines agree to the last digit.
 */
final class SiteSky {
    private static final long DAY_SECONDS = 86_400;
    private static final long CLOUD_COVER_PERIOD = 3 * 3_600;
    /**
     * The sun's position is computed this often and its height interpolated: the sine of the height bends by (2π/day)² at most, so
     * the error stays below 300² / 8 · 5.3e-9 = 6e-5, or 0.07 W/m².
     */
    private static final long SUN_SECONDS = 300;

    private final double latitude;
    private final double longitude;
    private final Noise noise;
    private final Noise.Walk cover;
    private final Noise.Walk weather;
    private long sunNode = Long.MIN_VALUE;
    private double sunAtNode;
    private double sunAtNext;
    private Conditions last = new Conditions(Long.MIN_VALUE, 0, 0, 0);

    SiteSky(double latitude, double longitude, Noise noise) {
        this.latitude = latitude;
        this.longitude = longitude;
        this.noise = noise;
        long place = Double.hashCode(latitude) * 31L + Double.hashCode(longitude);
        this.cover = noise.walk(Topic.CLOUD_COVER, place, CLOUD_COVER_PERIOD);
        this.weather = noise.walk(Topic.WEATHER, place, 2 * DAY_SECONDS);
    }

    Conditions at(long second) {
        if (last.second() != second) {
            last = new Conditions(second, clearSky(cosineOfZenith(second)), cover.at(second), airTemperature(second));
        }
        return last;
    }

    /** Zone of the site in whole hours as its longitude has it: a day of energy ends when no sun shines, in every place. */
    static long solarOffsetSeconds(double longitude) {
        return Math.round(longitude / 15) * 3_600;
    }

    /**
     * Global horizontal irradiance of a cloudless sky by Haurwitz (Insolation in relation to cloudiness and cloud density, Journal of
     * Meteorology 2, 1945), W/m², from the cosine of the sun's zenith angle.
     */
    static double clearSky(double cosine) {
        return cosine <= 0 ? 0 : 1_098 * cosine * StrictMath.exp(-0.057 / cosine);
    }

    private double cosineOfZenith(long second) {
        long node = Math.floorDiv(second, SUN_SECONDS);
        if (node != sunNode) {
            sunAtNode = node == sunNode + 1 ? sunAtNext : cosineOfZenithByLibrary(node * SUN_SECONDS);
            sunAtNext = cosineOfZenithByLibrary((node + 1) * SUN_SECONDS);
            sunNode = node;
        }
        double way = (double) (second - node * SUN_SECONDS) / SUN_SECONDS;
        return sunAtNode + (sunAtNext - sunAtNode) * way;
    }

    double cosineOfZenithByLibrary(long second) {
        ZonedDateTime utc = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
        var position = Grena3.calculateSolarPosition(utc, latitude, longitude, DeltaT.estimate(utc.toLocalDate()));
        return StrictMath.cos(StrictMath.toRadians(position.zenithAngle()));
    }

    /** Air temperature, °C: season by latitude, time of day by the sun's place, weather by a slow walk. */
    private double airTemperature(long second) {
        double dayOfYear = Math.floorMod(second, 31_556_952L) / (double) DAY_SECONDS;
        double yearAngle = 2 * Math.PI * (dayOfYear - 200) / 365.2425;
        double hemisphere = latitude >= 0 ? 1 : -1;
        double dayAngle = 2
                * Math.PI
                * (Math.floorMod(second + solarOffsetSeconds(longitude), DAY_SECONDS) - 54_000)
                / DAY_SECONDS;
        double mean = 27 - 0.35 * Math.abs(latitude);
        double season = hemisphere * 0.2 * Math.abs(latitude) * StrictMath.cos(yearAngle);
        return mean + season + 5 * StrictMath.cos(dayAngle) + 6 * (weather.at(second) - 0.5);
    }

    /** Of the grid that all inverters share, as a number in [-1, 1). */
    double gridFrequencyNoise(long second) {
        return noise.symmetric(Topic.GRID_FREQUENCY, 0, second);
    }

    /**
     * What the inverters of a place share at an instant.
     *
     * @param clearSkyIrradiance global horizontal irradiance without clouds, W/m²
     * @param cloudCover cover of the region, 0 to 1
     * @param airTemperature °C
     */
    record Conditions(long second, double clearSkyIrradiance, double cloudCover, double airTemperature) {}
}
