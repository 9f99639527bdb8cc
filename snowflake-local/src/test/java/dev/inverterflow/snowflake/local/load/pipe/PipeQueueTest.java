package dev.inverterflow.snowflake.local.load.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.load.store.S3Location;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PipeQueueTest {
    private static final Instant EARLY = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-23T06:00:09Z");
    private static final S3Location A = new S3Location("b", "a");
    private static final S3Location B = new S3Location("b", "b");

    private final PipeQueue queue = new PipeQueue();

    @Test
    void aFileAnnouncedTwiceWaitsOnceAndSinceItsFirstAnnouncement() {
        queue.add(A, EARLY);
        queue.add(B, LATE);
        queue.add(A, LATE);

        assertThat(queue.first(10))
                .containsExactly(new PipeQueue.Announced(A, EARLY), new PipeQueue.Announced(B, LATE));
    }

    @Test
    void filesStayUntilTheyAreDealtWith() {
        queue.add(A, EARLY);
        queue.add(B, LATE);

        var first = queue.first(1);
        assertThat(queue.size()).isEqualTo(2);
        queue.remove(first);

        assertThat(queue.oldest()).contains(new PipeQueue.Announced(B, LATE));
    }

    @Test
    void afterAFailureNothingIsTriedForAWhile() {
        assertThat(queue.pauseNanos()).isZero();
        queue.failed();
        long pause = queue.pauseNanos();
        queue.failed();

        assertThat(pause).isPositive();
        assertThat(queue.pauseNanos()).isGreaterThan(pause);
        queue.succeeded();
        assertThat(queue.pauseNanos()).isZero();
    }
}
