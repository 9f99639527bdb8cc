package dev.inverterflow.procs.project;

/** Ways of loading that a projection sets side by side. */
enum Way {
    /** Files in S3, announced to a pipe; what this project deploys. */
    SNOWPIPE,
    /** Rows sent to Snowpipe Streaming, high-performance architecture; no files. */
    SNOWPIPE_STREAMING,
    /** Files in S3, loaded by COPY INTO in a task on a warehouse of size XSMALL, which flattens too. */
    SCHEDULED_COPY
}
