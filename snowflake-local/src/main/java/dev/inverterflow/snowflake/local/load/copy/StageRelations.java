package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Staged files as something to read from: {@code SELECT $1, METADATA$FILENAME FROM @stage}, and what a COPY has read. */
public final class StageRelations implements RelationProvider {
    private final StageNames stages;
    private final StagedRows stagedRows;

    /** By identity: two COPY statements may read stages of the same name at the same time. */
    private final Map<StageRelation, RelationSource.Physical> offered =
            Collections.synchronizedMap(new IdentityHashMap<>());

    public StageRelations(StageNames stages, StagedRows stagedRows) {
        this.stages = stages;
        this.stagedRows = stagedRows;
    }

    /** Lets this relation of a statement stand for these rows, until it is withdrawn. */
    void offer(StageRelation relation, List<StagedRow> rows, RowFormat.Fields fields, Origin origin) {
        offered.put(relation, stagedRows.relation(rows, fields, origin));
    }

    void withdraw(StageRelation relation) {
        var rows = offered.remove(relation);
        if (rows != null) {
            stagedRows.release(rows);
        }
    }

    @Override
    public Optional<RelationSource> stage(StageRelation relation, SessionContext session) {
        RelationSource rows = offered.get(relation);
        if (rows != null) {
            return Optional.of(rows);
        }
        return Optional.of(read(relation, session));
    }

    private RelationSource read(StageRelation relation, SessionContext session) {
        var opened = stages.open(relation.location(), session);
        var format = FileFormats.of(relation.options(), opened.stage(), session);
        if (!FileFormats.forms(relation.options(), opened.stage(), session).isUsual()) {
            throw Errors.notSupported("DATE_FORMAT and the like of a file format in a query over staged files");
        }
        var pattern = FilePattern.of(relation.options().text("PATTERN").orElse(null));
        var files = opened.list().stream()
                .filter(file -> pattern.matches(opened.patternPath(file)))
                .map(StoredFile::location)
                .toList();
        return stagedRows.relation(
                () -> files.stream()
                        .flatMap(file -> rows(FileReading.read(file, opened, format, session.clock())).stream())
                        .iterator(),
                format.fields(),
                origin(opened));
    }

    private static Origin origin(StagedFiles files) {
        return files.stage()
                .map(Stage::name)
                .map(name -> new Origin(Origin.Kind.STAGE, name.database(), name.schema(), name.name()))
                .orElseGet(
                        () -> new Origin(Origin.Kind.STAGE, "", "", files.root().shown()));
    }

    private static List<StagedRow> rows(FileReading reading) {
        var fault = reading.fault();
        if (fault != null) {
            throw new SnowflakeException(
                    fault.code(),
                    fault.sqlState(),
                    fault.message() + "\n  File '" + reading.file().location().path() + "', line " + fault.line()
                            + ", character " + fault.character());
        }
        return reading.rows();
    }
}
