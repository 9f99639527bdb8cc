package dev.inverterflow.client.batch;

import dev.inverterflow.client.reading.JsonBuffer;
import dev.inverterflow.client.reading.SendableRecord;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Cuts the records of a batch into files of about equal numbers, and names them. */
public final class BatchMaker {
    private final Settings.Files settings;

    public BatchMaker(Settings.Files settings) {
        this.settings = settings;
    }

    /** The files of a batch: as many as set, fewer if there are fewer readings, more if one would become too large. */
    public List<NewFile> files(BatchName batch, List<? extends SendableRecord> readings) {
        RecordBlock block = new RecordBlock();
        readings.forEach(block::add);
        return files(batch, block, settings.number());
    }

    /** As few files as their size allows. */
    public List<NewFile> largeFiles(BatchName batch, RecordBlock block) {
        return files(batch, block, 1);
    }

    /** Refused readings with their reasons, in as few files as their size allows. */
    public List<NewFile> invalidFiles(String prefix, BatchName batch, List<Judge.Refused> refused) {
        RecordBlock block = new RecordBlock();
        refused.forEach(one -> InvalidRecord.append(one, block));
        // In the spool the files of a batch lie side by side, so their last segments differ too.
        return files(prefix, ".invalid", batch, block, 1);
    }

    private List<NewFile> files(BatchName batch, RecordBlock block, int number) {
        return files(settings.prefix(), "", batch, block, number);
    }

    private List<NewFile> files(String prefix, String kind, BatchName batch, RecordBlock block, int wanted) {
        int number = Math.min(wanted, block.records());
        while (number < block.records() && block.largestPart(number) > settings.maxBytes()) {
            number = Math.min(block.records(), number + 1 + number / 4);
        }
        List<NewFile> files = new ArrayList<>(number);
        for (int part = 0; part < number; part++) {
            int from = block.firstOfPart(part, number);
            int to = block.firstOfPart(part + 1, number);
            files.add(
                    new NewFile(key(prefix, kind, batch, part + 1, number, to - from), content(block.array(from, to))));
        }
        return files;
    }

    /** {@code <prefix>/YYYY-MM-DD/<tick>_<client>_r<run>_p<part>of<parts>_n<records>[.invalid].json[.gz]}. */
    private String key(String prefix, String kind, BatchName batch, int part, int parts, int records) {
        String date = DateTimeFormatter.ISO_LOCAL_DATE.format(batch.tick().atOffset(ZoneOffset.UTC));
        String suffix = settings.compression() == Compression.GZIP ? ".json.gz" : ".json";
        return prefix + date + "/" + BatchName.compact(batch.tick()) + "_" + settings.clientId() + "_r" + batch.run()
                + "_p" + part + "of" + parts + "_n" + records + kind + suffix;
    }

    private byte[] content(JsonBuffer array) {
        if (settings.compression() == Compression.NONE) {
            return array.toByteArray();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(array.length() / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            array.writeTo(gzip, 0, array.length());
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory failed", e);
        }
        return bytes.toByteArray();
    }
}
