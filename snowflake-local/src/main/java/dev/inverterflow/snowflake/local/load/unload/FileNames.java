package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.copy.StagedFiles;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What unloaded files are called, by path below the stage.
 *
 * <p>The path after the stage's name is a prefix of names: files of {@code @s/a} are {@code a_0_0_0.csv.gz} and so on, those of
 * {@code @s/a/} and of a partition {@code a/data_0_0_0.csv.gz}. The three numbers are Snowflake's node, thread and file; here
 * one thread writes, so only the last one grows.
 *
 * @param target the location as written
 * @param path the path behind the stage's name
 * @param queryId part of the names; null if they have none
 */
record FileNames(
        String target,
        String path,
        boolean partitioned,
        boolean single,
        boolean overwrite,
        @Nullable String queryId,
        String extension) {
    private static final String DATA = "data";
    /** What the folder of rows is called whose partition is NULL. */
    static final String NULL_PARTITION = "__NULL__";

    static FileNames of(CopyIntoLocation statement, UnloadOptions options, UnloadFormat format, String queryId) {
        return new FileNames(
                statement.target().span().text(),
                statement.target().path(),
                statement.partitionBy() != null,
                options.single(),
                options.overwrite(),
                options.queryIdInNames() ? queryId : null,
                format.extension());
    }

    /**
     * The name of a file.
     *
     * @param partition the value of PARTITION BY
     * @param number of the file, from 0
     */
    String inPartition(String partition, int number) {
        String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        return name(folder + partition + "/", number);
    }

    /** The name of a file of a statement without PARTITION BY. */
    String whole(int number) {
        return name(path, number);
    }

    private String name(String prefix, int number) {
        String base = prefix.isEmpty() || prefix.endsWith("/") ? prefix + DATA : prefix;
        return single ? base : base + (queryId == null ? "" : "_" + queryId) + "_0_0_" + number + extension;
    }

    /**
     * Refuses to write over files: a single one over that of its name, several if any name begins with the path.
     *
     * @throws SnowflakeException 001030
     */
    void refuseTaken(StagedFiles stage) {
        if (overwrite || queryId != null) {
            return;
        }
        String own = stage.root().resolve(whole(0)).path();
        List<StoredFile> below = stage.list();
        boolean taken =
                single ? below.stream().anyMatch(file -> file.location().path().equals(own)) : !below.isEmpty();
        if (taken) {
            throw new SnowflakeException(
                    1030,
                    "22000",
                    "Files already existing at the unload destination: " + target
                            + ". Use overwrite option to force unloading.");
        }
    }
}
