package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.store.Decompression;
import dev.inverterflow.snowflake.local.load.store.OpenFile;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import dev.inverterflow.snowflake.local.load.store.S3Stores;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An external stage, or a path inside one, whose storage integration lets it be read.
 *
 * @param root the stage's URL
 * @param location the URL with the statement's path behind it
 */
public record ExternalStage(S3Location root, S3Location location, S3Stores stores) {
    /**
     * Opens a path of a stage.
     *
     * @throws SnowflakeException if the stage is no external stage on S3, or its integration is missing, disabled or does not
     *     allow the location
     */
    static ExternalStage open(Stage stage, String path, Catalog catalog, S3Stores stores) {
        var root = root(stage);
        checkIntegration(stage, root, catalog);
        return new ExternalStage(root, root.resolve(path), stores);
    }

    /** The location of a stage's URL, without a look at its integration. */
    public static S3Location root(Stage stage) {
        var url = stage.url();
        if (url == null) {
            throw Errors.notSupported("loading from internal stage " + stage.name());
        }
        return S3Location.parse(url)
                .orElseThrow(() -> Errors.notSupported("stage " + stage.name() + " with URL '" + url + "'"));
    }

    private static void checkIntegration(Stage stage, S3Location root, Catalog catalog) {
        var name = stage.integration();
        if (name == null) {
            throw Errors.notSupported("external stage " + stage.name() + " without STORAGE_INTEGRATION");
        }
        var integration = catalog.account(AccountType.INTEGRATION)
                .find(name)
                .orElseThrow(() -> Errors.objectDoesNotExist("Integration", name));
        if (!Boolean.parseBoolean(integration.properties().getOrDefault("ENABLED", "FALSE"))) {
            throw LoadErrors.integrationDisabled(name);
        }
        var allowed = locations(integration.properties().getOrDefault("STORAGE_ALLOWED_LOCATIONS", ""));
        var blocked = locations(integration.properties().getOrDefault("STORAGE_BLOCKED_LOCATIONS", ""));
        if (allowed.stream().noneMatch(prefix -> contains(prefix, root))
                || blocked.stream().anyMatch(prefix -> contains(prefix, root))) {
            throw LoadErrors.locationNotAllowed(root, name);
        }
    }

    private static boolean contains(String prefix, S3Location location) {
        return prefix.equals("*")
                || S3Location.parse(prefix)
                        .filter(parent -> parent.contains(location))
                        .isPresent();
    }

    private static List<String> locations(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Every file of the location, by path. */
    public List<StoredFile> list() {
        try (var files = stores.of(location).list(location)) {
            return files.toList();
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(location, failure);
        }
    }

    Optional<StoredFile> find(S3Location file) {
        try {
            return stores.of(file).find(file);
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(file, failure);
        }
    }

    /** Opens a file; its content comes decompressed. */
    OpenFile open(S3Location file) throws IOException {
        try {
            var open = stores.of(file).open(file);
            return new OpenFile(open.file(), Decompression.auto(open.content()));
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(file, failure);
        }
    }

    void delete(StoredFile file) {
        try {
            stores.of(file.location()).delete(file.location());
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(file.location(), failure);
        }
    }

    /** The file's path below the statement's location, as COPY_HISTORY names it. */
    String relativeName(StoredFile file) {
        return file.location().path().substring(location.path().length());
    }
}
