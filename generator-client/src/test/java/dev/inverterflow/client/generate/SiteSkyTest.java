package dev.inverterflow.client.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SiteSkyTest {
    private final SiteSky seville = new SiteSky(37.39, -5.99, new Noise(42));

    @Test
    void theClearSkyIsThatOfHaurwitzUnderTheRealSun() {
        double cosine = seville.cosineOfZenithByLibrary(second("2026-06-21T10:00:00Z"));
        assertThat(Math.toDegrees(Math.acos(cosine))).isCloseTo(34.1, within(0.1));
        assertThat(SiteSky.clearSky(cosine)).isCloseTo(849, within(2.0));
        assertThat(SiteSky.clearSky(-0.1)).isZero();
    }

    @Test
    void interpolationBetweenSunPositionsCostsLessThanATenthOfAWatt() {
        for (long second = second("2026-06-21T04:00:00Z"); second < second("2026-06-21T21:00:00Z"); second += 47) {
            double exact = SiteSky.clearSky(seville.cosineOfZenithByLibrary(second));
            assertThat(seville.at(second).clearSkyIrradiance()).isCloseTo(exact, within(0.1));
        }
    }

    @Test
    void conditionsDependOnTheInstantAloneAndNotOnWhatWasAskedBefore() {
        long noon = second("2026-06-21T12:00:07Z");
        SiteSky.Conditions fresh = new SiteSky(37.39, -5.99, new Noise(42)).at(noon);
        seville.at(second("2026-01-21T09:00:00Z"));
        seville.at(noon - 300);
        assertThat(seville.at(noon)).isEqualTo(fresh);
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
