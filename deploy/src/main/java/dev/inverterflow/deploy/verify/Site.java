package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.aws.BucketAddress;
import dev.inverterflow.deploy.connection.Environment;
import dev.inverterflow.deploy.target.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * What is looked at.
 *
 * @param integration the storage integration's name
 * @param stageUrl where clients upload
 * @param probeKey a file put by somebody else to follow; empty lets the AWS command line tool put one
 * @param patience how long a probe file may take to each place on its way
 */
public record Site(
        Target target,
        Environment environment,
        String integration,
        String stageUrl,
        Optional<String> probeKey,
        Duration patience) {
    static final String STAGE = "INVERTER_STAGE";
    static final String PIPE = "INVERTER_PIPE";
    static final String RAW = "INVERTER_DATA_RAW";
    static final String FLATTENED = "FLATTENED_FILES";

    BucketAddress bucket() {
        return BucketAddress.of(stageUrl);
    }
}
