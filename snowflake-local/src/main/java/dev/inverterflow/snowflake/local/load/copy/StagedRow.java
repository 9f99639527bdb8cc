package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.load.format.RowPlace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a staged file, before any transformation.
 *
 * @param values its fields, null for SQL NULL; a VARIANT as canonical JSON text
 * @param fileName the file's path relative to its bucket or internal stage
 * @param rowNumber position in the file, from 1
 * @param place where it stands in the file
 * @param contentKey checksum of the file
 * @param lastModified when the file was stored
 * @param scanTime when the reading of the file began
 * @see <a href="https://docs.snowflake.com/en/user-guide/querying-metadata">Querying metadata for staged files</a>
 */
public record StagedRow(
        List<@Nullable String> values,
        String fileName,
        long rowNumber,
        RowPlace place,
        String contentKey,
        Instant lastModified,
        Instant scanTime) {}
