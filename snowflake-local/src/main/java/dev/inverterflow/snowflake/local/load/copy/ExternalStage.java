package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.OpenFile;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import dev.inverterflow.snowflake.local.load.store.S3Stores;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An external stage, or a path inside one, whose storage integration lets it be read.
 *
 * @param stage as the catalog has it
 * @param root the stage's URL
 * @param location the URL with the statement's path behind it
 */
public record ExternalStage(Optional<Stage> stage, S3Location root, S3Location location, S3Stores stores)
        implements StagedFiles {
    /**
     * Opens a path of a stage.
     *
     * @throws SnowflakeException if the stage is no external stage on S3, or its integration is missing, disabled or does not
     *     allow the location
     */
    static ExternalStage open(Stage stage, String path, Catalog catalog, S3Stores stores) {
        var root = root(stage);
        checkIntegration(stage, root, catalog);
        return new ExternalStage(Optional.of(stage), root, root.resolve(path), stores);
    }

    /** The location of a stage's URL, without a look at its integration. */
    public static S3Location root(Stage stage) {
        var url = stage.url();
        if (url == null) {
            throw new IllegalArgumentException("stage " + stage.name() + " is internal");
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

    @Override
    public List<StoredFile> list() {
        try (var files = stores.of(location).list(location)) {
            return files.toList();
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(location, failure);
        }
    }

    @Override
    public Optional<StoredFile> find(FileLocation file) {
        var object = object(file);
        try {
            return stores.of(object).find(object);
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(object, failure);
        }
    }

    @Override
    public OpenFile open(FileLocation file) {
        var object = object(file);
        try {
            return stores.of(object).open(object);
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(object, failure);
        }
    }

    @Override
    public void delete(StoredFile file) {
        var object = object(file.location());
        try {
            stores.of(object).delete(object);
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(object, failure);
        }
    }

    @Override
    public void store(Path content, FileLocation file) {
        var object = object(file);
        try {
            stores.of(object).put(content, object);
        } catch (SdkException failure) {
            throw LoadErrors.stageFailure(object, failure);
        }
    }

    private static S3Location object(FileLocation file) {
        if (file instanceof S3Location object) {
            return object;
        }
        throw new IllegalArgumentException(file.shown() + " is not in a bucket");
    }
}
