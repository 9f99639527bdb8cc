package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files to readings and rejects, inside a transaction of the caller.
 *
 * <p>A backlog is worked in chunks of files, in the order in which they were loaded, so that memory does not grow with it.
 * The relation is read several times; for the stream that is sound, because it is repeatable within a transaction and its
 * offset moves with the commit (Introduction to streams, "Repeatable read isolation").
 */
final class FileFlattening {

    private static final Logger LOG = LoggerFactory.getLogger(FileFlattening.class);

    private final Database database;
    private final Run run;
    private final ReadingRules rules;
    private final String relation;

    /** @param relation what has the columns of INVERTER_DATA_RAW */
    FileFlattening(Database database, Run run, String relation) {
        this.database = database;
        this.run = run;
        this.rules = ReadingRules.load(database);
        this.relation = relation;
    }

    /** What became of the files, all chunks together. */
    FlattenCounts run() {
        List<FileChunk> chunks = database.rows(new FileSql(relation, run.id()).chunks(rules.chunkRecords())).stream()
                .map(FileChunk::of)
                .toList();
        FlattenCounts total = FlattenCounts.NONE;
        @Nullable String after = null;
        for (FileChunk chunk : chunks) {
            String part = chunks.size() == 1 ? relation : FileSql.between(relation, after, chunk.lastKey());
            FlattenCounts counts = flatten(part, chunk);
            LOG.info("run {}: chunk of {} files: {}", run.id(), chunk.files(), counts);
            total = total.plus(counts);
            after = chunk.lastKey();
        }
        return total;
    }

    private FlattenCounts flatten(String part, FileChunk chunk) {
        FileSql files = new FileSql(part, run.id());
        RecordFlattening records = new RecordFlattening(
                database, new FlattenSql(new RecordSource.Files(part, chunk.since()), rules, run.id()));
        FlattenCounts counts = records.run();
        long rejectedFiles = chunk.notArrays() == 0 ? 0 : database.change(files.insertRejects(chunk.since()));
        FlattenCounts ofFiles = new FlattenCounts(
                chunk.files(),
                chunk.probes(),
                chunk.notArrays(),
                0,
                rejectedFiles,
                0,
                chunk.notArrays() - rejectedFiles);
        boolean allTyped = counts.records() == counts.typed() && chunk.notArrays() == 0;
        database.execute(allTyped ? files.insertTyped() : files.mergeCounts(records.dates(), chunk.since()));
        return counts.plus(ofFiles);
    }
}
