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
 * <p>Files whose records are all valid and of the dates that are expected of them, the usual case, are read for their
 * size and then once for their records: the rows that the MERGE added are then all of them. What else there is, is looked
 * for in the files that are not fully typed after it, so that bad values cost by the files that have some.
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
        long typed = records(part, chunk).merge(chunk.expectedDates());
        if (typed == chunk.records() && chunk.notArrays() == 0) {
            database.execute(files.insertTyped());
            return chunk.outcome(0).plus(FlattenCounts.typed(typed));
        }
        long rejectedFiles = chunk.notArrays() == 0 ? 0 : database.change(files.insertRejects(chunk.since()));
        database.execute(files.mergeCounts(chunk.expectedDates(), chunk.since()));
        return chunk.outcome(rejectedFiles)
                .plus(
                        typed == chunk.records()
                                ? FlattenCounts.typed(typed)
                                : rest(files.leftOver(chunk.since()), chunk, typed));
    }

    /** The files with records that the merge of the expected dates left over. */
    private FlattenCounts rest(String files, FileChunk chunk, long typed) {
        RecordFlattening records = records(files, chunk);
        FlattenCounts counts = records.runRest(chunk.records(), typed, chunk.expectedDates());
        database.execute(new FileSql(files, run.id()).mergeCounts(records.dates(), chunk.since()));
        return counts;
    }

    private RecordFlattening records(String files, FileChunk chunk) {
        return new RecordFlattening(
                database, new FlattenSql(new RecordSource.Files(files, chunk.since()), rules, run.id()));
    }
}
