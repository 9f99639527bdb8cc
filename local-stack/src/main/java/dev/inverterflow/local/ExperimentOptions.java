package dev.inverterflow.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What an experiment is asked to do.
 *
 * @param numFiles files per tick, one run each
 * @param batches ticks of each run
 * @param interval time between ticks, whole seconds
 * @param inverters readings per tick
 * @param file where the Markdown goes
 */
record ExperimentOptions(List<Integer> numFiles, int batches, Duration interval, int inverters, Path file) {

    /** The options of one of its runs. */
    LocalOptions run(int files, int ticks) {
        return new LocalOptions(ticks, interval, inverters, files, null, 0, 0);
    }
}
