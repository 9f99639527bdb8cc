package dev.inverterflow.client.batch;

import dev.inverterflow.client.reading.JsonBuffer;
import dev.inverterflow.client.reading.SendableRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Records as JSON, one after the other, with the places where they end: what files are cut from. */
public final class RecordBlock {
    private static final byte[] OPEN = "[\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEPARATOR = ",\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "\n]".getBytes(StandardCharsets.US_ASCII);
    private static final int INITIAL_BYTES = 32_768;

    private final JsonBuffer json = new JsonBuffer(INITIAL_BYTES);
    private int[] ends = new int[128];
    private int records;

    public void add(SendableRecord record) {
        record.appendTo(json);
        endRecord();
    }

    /** Where a record can be written to by hand; {@link #endRecord} follows. */
    JsonBuffer json() {
        return json;
    }

    void endRecord() {
        if (records == ends.length) {
            ends = Arrays.copyOf(ends, records + records / 2);
        }
        json.append(SEPARATOR);
        ends[records++] = json.length();
    }

    public void addAll(RecordBlock other, int from, int to) {
        int shift = json.length() - other.start(from);
        json.append(other.json, other.start(from), other.start(to));
        if (records + to - from > ends.length) {
            ends = Arrays.copyOf(ends, Math.max(records + to - from, records + records / 2));
        }
        for (int i = from; i < to; i++) {
            ends[records++] = other.ends[i] + shift;
        }
    }

    public void clear() {
        json.truncate(0);
        records = 0;
    }

    public int records() {
        return records;
    }

    /** Size of a file with all records. */
    public int fileBytes() {
        return fileBytes(0, records);
    }

    /** Size of a file with the records from one to before another. */
    public int fileBytes(int from, int to) {
        return start(to) - start(from) - SEPARATOR.length + OPEN.length + CLOSE.length;
    }

    /** The first record of a part, when all are cut into so many parts of about equal numbers. */
    int firstOfPart(int part, int parts) {
        return (int) ((long) records * part / parts);
    }

    int largestPart(int parts) {
        int largest = 0;
        for (int part = 0; part < parts; part++) {
            largest = Math.max(largest, fileBytes(firstOfPart(part, parts), firstOfPart(part + 1, parts)));
        }
        return largest;
    }

    /** A JSON array of the records from one to before another, one a line. */
    JsonBuffer array(int from, int to) {
        JsonBuffer array = new JsonBuffer(fileBytes(from, to));
        array.append(OPEN);
        array.append(json, start(from), start(to) - SEPARATOR.length);
        array.append(CLOSE);
        return array;
    }

    private int start(int record) {
        return record == 0 ? 0 : ends[record - 1];
    }
}
