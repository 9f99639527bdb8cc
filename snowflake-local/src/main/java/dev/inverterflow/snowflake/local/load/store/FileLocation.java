package dev.inverterflow.snowflake.local.load.store;

/** Where a staged file lies, or a path that several of them share. */
public sealed interface FileLocation permits S3Location, InternalLocation {
    /** The path below the bucket or the internal stage, which METADATA$FILENAME shows. */
    String path();

    /** As LIST and COPY print it. */
    String shown();

    /** What the load history knows the file by: the same for no two files. */
    String key();

    /** The location of something below this one. */
    FileLocation resolve(String relativePath);

    /** Whether the other lies at or below this one, as prefixes of names go. */
    boolean contains(FileLocation other);
}
