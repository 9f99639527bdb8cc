package dev.inverterflow.snowflake.local.load.format;

import java.util.Arrays;

/** Where a record of a file and its fields begin; lines and characters count from 1, 0 is for what is not known. */
public final class RowPlace {
    private static final int FIRST_FIELDS = 16;

    private final long line;
    private final long[] fields;

    private RowPlace(long line, long[] fields) {
        this.line = line;
        this.fields = fields;
    }

    /** The place of a record of which only the number is known: files of values have no lines of their own. */
    public static RowPlace ofRecord(long number) {
        return new RowPlace(number, new long[0]);
    }

    /** The place of the record with its fields in another order; -1 stands for one that is not there. */
    public RowPlace arranged(int[] places) {
        long[] arranged = new long[places.length];
        for (int index = 0; index < places.length; index++) {
            int from = places[index];
            arranged[index] = from >= 0 && from < fields.length ? fields[from] : line << 32;
        }
        return new RowPlace(line, arranged);
    }

    /** The line on which the record begins. */
    public long line() {
        return line;
    }

    /** The line on which a field begins; that of the record if it is not known. */
    public long line(int field) {
        return knows(field) ? fields[field - 1] >>> 32 : line;
    }

    /** The position of a field's first character in its line, behind the quote that opens it. */
    public long character(int field) {
        return knows(field) ? fields[field - 1] & 0xffffffffL : 0;
    }

    private boolean knows(int field) {
        return field >= 1 && field <= fields.length;
    }

    /** Notes the places of a record while it is read. */
    public static final class Builder {
        private final long line;
        private long[] fields = new long[FIRST_FIELDS];
        private int count;

        public Builder(long line) {
            this.line = line;
        }

        /** The next field begins here. */
        public void field(long fieldLine, long character) {
            if (count == fields.length) {
                fields = Arrays.copyOf(fields, count * 2);
            }
            fields[count] = fieldLine << 32 | character;
            count++;
        }

        public long line() {
            return line;
        }

        public RowPlace build() {
            return new RowPlace(line, Arrays.copyOf(fields, count));
        }
    }
}
