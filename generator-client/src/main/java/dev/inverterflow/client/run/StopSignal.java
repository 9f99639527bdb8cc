package dev.inverterflow.client.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in real time, until somebody presses Ctrl-C or sends SIGTERM. */
public final class StopSignal implements Waiter {
    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        if (requested.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
    }

    @Override
    public boolean isStopped() {
        return requested.getCount() == 0;
    }
}
