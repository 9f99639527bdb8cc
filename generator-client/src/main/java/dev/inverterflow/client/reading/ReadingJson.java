package dev.inverterflow.client.reading;

import dev.inverterflow.client.reading.Candidate.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes readings as compact JSON objects, fields in their order, absent ones left out. Written by hand and not with a JSON library:
 * identifiers and times need no escapes, and this is most of the work of a back-fill (bench/README.md has the comparison).
 */
@SuppressWarnings("EnumOrdinal") // An array is looked up for each field of each reading.
public final class ReadingJson {
    private static final Field[] FIELDS = Field.values();
    /** {@code ,"pac":} and so on, by ordinal. */
    private static final byte[][] NAMES = Arrays.stream(FIELDS)
            .map(field -> (",\"" + field.jsonName() + "\":").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final byte[] START = "{\"inverter_id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIME = "\",\"timestamp\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int TYPICAL_SIZE = 320;
    private static final long DAY_SECONDS = 86_400;
    /** Years that are written with four digits and no sign. */
    private static final int FIRST_YEAR = 0;

    private static final int LAST_YEAR = 9_999;

    private ReadingJson() {}

    /** The UTF-8 bytes of one reading's JSON object. */
    public static byte[] bytes(SendableRecord reading) {
        JsonBuffer buffer = new JsonBuffer(TYPICAL_SIZE);
        reading.appendTo(buffer);
        return buffer.toByteArray();
    }

    static void append(Reading reading, JsonBuffer buffer) {
        buffer.append(START);
        buffer.appendAscii(reading.inverterId());
        buffer.append(TIME);
        appendTime(reading.time(), buffer);
        buffer.append('"');
        for (Field field : FIELDS) {
            if (reading.content(field) == Content.NUMBER) {
                buffer.append(NAMES[field.ordinal()]);
                buffer.appendDecimal(reading.scaled(field), field.decimals());
            }
        }
        buffer.append('}');
    }

    static String decimal(long scaled, Field field) {
        JsonBuffer buffer = new JsonBuffer(TYPICAL_SIZE);
        buffer.appendDecimal(scaled, field.decimals());
        return new String(buffer.toByteArray(), StandardCharsets.US_ASCII);
    }

    /** As {@link Instant#toString} has it, which takes longer than half a reading. */
    private static void appendTime(Instant time, JsonBuffer buffer) {
        long day = Math.floorDiv(time.getEpochSecond(), DAY_SECONDS);
        LocalDate date = LocalDate.ofEpochDay(day);
        if (time.getNano() != 0 || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            buffer.appendAscii(time.toString());
            return;
        }
        int second = (int) (time.getEpochSecond() - day * DAY_SECONDS);
        buffer.appendDigits(date.getYear(), 4);
        buffer.append('-');
        buffer.appendDigits(date.getMonthValue(), 2);
        buffer.append('-');
        buffer.appendDigits(date.getDayOfMonth(), 2);
        buffer.append('T');
        buffer.appendDigits(second / 3_600, 2);
        buffer.append(':');
        buffer.appendDigits(second / 60 % 60, 2);
        buffer.append(':');
        buffer.appendDigits(second % 60, 2);
        buffer.append('Z');
    }
}
