package dev.inverterflow.client.run;

import java.time.Duration;

/** Lets time pass. */
public interface Waiter {

    /** Waits, unless told to stop. */
    void pause(Duration time) throws InterruptedException;

    /** Whether somebody asked to stop. */
    boolean isStopped();
}
