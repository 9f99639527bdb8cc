package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.load.store.S3Endpoint;
import dev.inverterflow.snowflake.local.usage.UsageLag;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a {@link SnowflakeLocalBuilder} was told. */
record Settings(
        int port,
        @Nullable String database,
        @Nullable String schema,
        String user,
        String password,
        @Nullable S3Endpoint s3,
        @Nullable Path snowparkRuntime,
        @Nullable Path dataDirectory,
        @Nullable Path stageDirectory,
        double taskClockSpeed,
        UsageLag usageLag,
        Clock clock) {

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", user=" + user + ", database=" + database + ", schema=" + schema + "]";
    }
}
