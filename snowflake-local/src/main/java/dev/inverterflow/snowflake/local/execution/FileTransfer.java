package dev.inverterflow.snowflake.local.execution;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the driver is to copy for a PUT or GET: the driver moves the files itself, between its own folder and the
 * stage's.
 *
 * @param direction to or from the stage
 * @param stageFolder the folder of the stage on this machine
 * @param sources for an upload the local paths exactly as in the command; for a download names relative to the folder
 * @param localFolder the client's folder of a download, empty for an upload
 * @param autoCompress whether the driver compresses what it uploads
 * @param sourceCompression how what it uploads is compressed already, as a word of SOURCE_COMPRESSION
 * @param overwrite whether it replaces files of the same name
 * @param parallel how many files it moves at once
 * @param addresses one URL per source if the driver is to read over HTTP instead of in the folder, otherwise null
 */
public record FileTransfer(
        Direction direction,
        Path stageFolder,
        List<String> sources,
        String localFolder,
        boolean autoCompress,
        String sourceCompression,
        boolean overwrite,
        int parallel,
        @Nullable List<String> addresses) {

    /** Which way the files go. */
    public enum Direction {
        UPLOAD,
        DOWNLOAD
    }

    public FileTransfer {
        sources = List.copyOf(sources);
        addresses = addresses == null ? null : List.copyOf(addresses);
    }
}
