package dev.inverterflow.client.run;

import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.reading.ReadingJson;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Cuts the readings of a tick into files of about equal numbers, and names them. */
final class BatchMaker {
    private static final int BRACKETS = 4;
    private static final int SEPARATOR = 2;

    private final Settings.Files settings;
    private final ReadingJson json = new ReadingJson();

    BatchMaker(Settings.Files settings) {
        this.settings = settings;
    }

    /** The files of a batch: as many as set, fewer if there are fewer readings, more if one would become too large. */
    List<NewFile> files(BatchName batch, List<Reading> readings) {
        List<byte[]> records = readings.stream().map(json::bytes).toList();
        List<List<byte[]>> parts = parts(records);
        List<NewFile> files = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<byte[]> part = parts.get(i);
            files.add(new NewFile(key(batch, i + 1, parts.size(), part.size()), content(part)));
        }
        return files;
    }

    private List<List<byte[]>> parts(List<byte[]> records) {
        int number = Math.min(settings.number(), records.size());
        List<List<byte[]>> parts = cut(records, number);
        while (number < records.size() && parts.stream().anyMatch(part -> size(part) > settings.maxBytes())) {
            number = Math.min(records.size(), number + 1 + number / 4);
            parts = cut(records, number);
        }
        return parts;
    }

    private static List<List<byte[]>> cut(List<byte[]> records, int number) {
        List<List<byte[]>> parts = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int from = (int) ((long) records.size() * i / number);
            int to = (int) ((long) records.size() * (i + 1) / number);
            parts.add(records.subList(from, to));
        }
        return parts;
    }

    private static long size(List<byte[]> part) {
        return part.stream().mapToLong(bytes -> bytes.length + SEPARATOR).sum() + BRACKETS;
    }

    /** {@code <prefix>/YYYY-MM-DD/<tick>_<client>_r<run>_p<part>of<parts>_n<records>.json[.gz]}. */
    private String key(BatchName batch, int part, int parts, int records) {
        String date = DateTimeFormatter.ISO_LOCAL_DATE.format(batch.tick().atOffset(ZoneOffset.UTC));
        String suffix = settings.compression() == Compression.GZIP ? ".json.gz" : ".json";
        return settings.prefix() + date + "/" + BatchName.compact(batch.tick()) + "_" + settings.clientId() + "_r"
                + batch.run() + "_p" + part + "of" + parts + "_n" + records + suffix;
    }

    private byte[] content(List<byte[]> part) {
        ByteArrayOutputStream array = new ByteArrayOutputStream((int) size(part));
        array.writeBytes("[\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < part.size(); i++) {
            array.writeBytes(part.get(i));
            array.writeBytes((i + 1 < part.size() ? ",\n" : "\n").getBytes(StandardCharsets.UTF_8));
        }
        array.write(']');
        byte[] plain = array.toByteArray();
        return settings.compression() == Compression.GZIP ? gzip(plain) : plain;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory failed", e);
        }
        return bytes.toByteArray();
    }
}
