package dev.inverterflow.snowflake.local.load;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Insert;
import dev.inverterflow.snowflake.local.ast.InsertSource;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Reference.PositionalColumn;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings files into a table: reads them, then inserts what the transformation makes of their rows.
 *
 * <p>Files are inserted together as long as they fit {@link #BATCH_CHARACTERS}. If such an INSERT fails, its files are
 * inserted one by one, so that a fault costs its own file only; with ON_ERROR = CONTINUE then row by row.
 */
final class FileLoader {
    private static final long BATCH_CHARACTERS = 32L * 1024 * 1024;
    private static final int BATCH_FILES = 500;

    private final StageRelations relations;

    FileLoader(StageRelations relations) {
        this.relations = relations;
    }

    /**
     * Loads files within the session's open transaction.
     *
     * @return what became of each file, in their order
     * @throws SnowflakeException at the first fault with ON_ERROR = ABORT_STATEMENT
     */
    List<FileLoad> load(
            CopyIntoTable copy,
            List<StoredFile> files,
            ExternalStage stage,
            JsonFormat format,
            CopyOptions.OnError onError,
            SessionContext session) {
        var loads = new ArrayList<FileLoad>();
        var batch = new ArrayList<FileReading>();
        long characters = 0;
        for (var file : files) {
            var reading = read(file, stage, format, session);
            if (reading.fault() != null && onError == CopyOptions.OnError.ABORT_STATEMENT) {
                throw aborted(reading, stage);
            }
            batch.add(reading);
            characters += reading.textLength();
            // One statement that aborts must not leave an earlier batch behind, so it has one batch only.
            if (onError != CopyOptions.OnError.ABORT_STATEMENT
                    && (characters >= BATCH_CHARACTERS || batch.size() >= BATCH_FILES)) {
                loads.addAll(insert(batch, copy, stage, onError, session));
                batch.clear();
                characters = 0;
            }
        }
        loads.addAll(insert(batch, copy, stage, onError, session));
        return loads;
    }

    private static FileReading read(StoredFile file, ExternalStage stage, JsonFormat format, SessionContext session) {
        try {
            return FileReading.read(file, stage, format, session.clock());
        } catch (SnowflakeException unreadable) {
            return new FileReading(
                    file,
                    List.of(),
                    new FileLoad.Fault(unreadable.getMessage(), 0, 0),
                    0,
                    session.clock().instant());
        }
    }

    private static SnowflakeException aborted(FileReading reading, ExternalStage stage) {
        var fault = reading.fault();
        var message = fault == null ? "" : fault.message();
        return LoadErrors.aborted(new SnowflakeException(100069, "22P02", message), stage.relativeName(reading.file()));
    }

    private List<FileLoad> insert(
            List<FileReading> batch,
            CopyIntoTable copy,
            ExternalStage stage,
            CopyOptions.OnError onError,
            SessionContext session) {
        boolean keepsFaulty = onError == CopyOptions.OnError.CONTINUE;
        var rows = batch.stream()
                .filter(reading -> reading.fault() == null || keepsFaulty)
                .flatMap(reading -> reading.rows().stream())
                .toList();
        var failure = rows.isEmpty() ? null : tryInsert(rows, copy, session);
        if (failure == null) {
            return batch.stream()
                    .map(reading -> outcome(
                            reading,
                            stage,
                            reading.fault() == null || keepsFaulty
                                    ? reading.rows().size()
                                    : 0,
                            reading.fault() == null ? 0 : 1,
                            reading.fault()))
                    .toList();
        }
        if (onError == CopyOptions.OnError.ABORT_STATEMENT) {
            throw LoadErrors.aborted(
                    failure, batch.size() == 1 ? stage.relativeName(batch.get(0).file()) : "");
        }
        if (batch.size() > 1) {
            return batch.stream()
                    .flatMap(reading -> insert(List.of(reading), copy, stage, onError, session).stream())
                    .toList();
        }
        return List.of(
                keepsFaulty
                        ? insertRowByRow(batch.get(0), copy, stage, session)
                        : outcome(batch.get(0), stage, 0, 1, new FileLoad.Fault(failure.getMessage(), 0, 0)));
    }

    private FileLoad insertRowByRow(
            FileReading reading, CopyIntoTable copy, ExternalStage stage, SessionContext session) {
        long loaded = 0;
        var faults = new ArrayList<FileLoad.Fault>();
        for (var row : reading.rows()) {
            var failure = tryInsert(List.of(row), copy, session);
            if (failure == null) {
                loaded++;
            } else {
                faults.add(new FileLoad.Fault(failure.getMessage(), row.rowNumber(), 0));
            }
        }
        if (reading.fault() != null) {
            faults.add(reading.fault());
        }
        return outcome(reading, stage, loaded, faults.size(), faults.isEmpty() ? null : faults.get(0));
    }

    private static FileLoad outcome(
            FileReading reading, ExternalStage stage, long loaded, long errors, FileLoad.@Nullable Fault fault) {
        FileLoad.Status status;
        if (fault == null) {
            status = FileLoad.Status.LOADED;
        } else {
            status = loaded > 0 ? FileLoad.Status.PARTIALLY_LOADED : FileLoad.Status.LOAD_FAILED;
        }
        return new FileLoad(
                reading.file(),
                stage.relativeName(reading.file()),
                status,
                reading.rows().size(),
                loaded,
                errors,
                fault,
                reading.contentBytes(),
                reading.scanTime());
    }

    private @Nullable SnowflakeException tryInsert(List<StagedRow> rows, CopyIntoTable copy, SessionContext session) {
        var from = relationOf(copy.source());
        var insert = insertStatement(copy, from);
        relations.offer(
                from,
                rows,
                new Origin(
                        Origin.Kind.STAGE,
                        "",
                        "",
                        String.valueOf(copy.source().location().name())));
        try {
            session.execute(insert, copy.span().text(), Binds.NONE);
            return null;
        } catch (SnowflakeException failure) {
            return failure;
        } finally {
            relations.withdraw(from);
        }
    }

    private static StageRelation relationOf(CopySource source) {
        return source.accept(new CopySource.Visitor<>() {
            @Override
            public StageRelation visitPlain(CopySource.Plain plain) {
                return new StageRelation(
                        plain.location(),
                        Properties.none(),
                        null,
                        plain.location().span());
            }

            @Override
            public StageRelation visitTransform(CopySource.Transform transform) {
                var alias = transform.alias();
                return new StageRelation(
                        transform.location(),
                        Properties.none(),
                        alias == null ? null : new TableAlias(alias, List.of()),
                        transform.span());
            }
        });
    }

    static Insert insertStatement(CopyIntoTable copy, StageRelation from) {
        var items = copy.source().accept(new CopySource.Visitor<List<SelectItem>>() {
            @Override
            public List<SelectItem> visitPlain(CopySource.Plain plain) {
                var span = plain.location().span();
                return List.of(new SelectItem(new PositionalColumn(null, 1, span), null, span));
            }

            @Override
            public List<SelectItem> visitTransform(CopySource.Transform transform) {
                return transform.items();
            }
        });
        var select = new QueryBody.Select(false, null, items, from, null, null, null, null, copy.span());
        var query = new Query(List.of(), select, List.of(), null, copy.span());
        return new Insert(copy.target(), false, copy.columns(), new InsertSource.FromQuery(query), copy.span());
    }
}
