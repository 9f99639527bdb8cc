package dev.inverterflow.client.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of JSON that grow at their end. Numbers are written from scaled integers: a back-fill writes some ten numbers a reading, and
 * printing doubles took longer than everything else together.
 */
public final class JsonBuffer {
    /** Digits of the longest long. */
    private static final int MOST_DIGITS = 19;

    private byte[] bytes;
    private int length;

    public JsonBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    /** Forgets everything from the given length on. */
    public void truncate(int newLength) {
        if (newLength < 0 || newLength > length) {
            throw new IllegalArgumentException("newLength is " + newLength + ", length is " + length);
        }
        length = newLength;
    }

    public void append(char ascii) {
        require(1);
        bytes[length++] = (byte) ascii;
    }

    public void append(byte[] content) {
        append(content, 0, content.length);
    }

    public void append(byte[] content, int from, int to) {
        require(to - from);
        System.arraycopy(content, from, bytes, length, to - from);
        length += to - from;
    }

    /** Adds a part of another buffer. */
    public void append(JsonBuffer other, int from, int to) {
        append(other.bytes, from, to);
    }

    /** Adds text as it is, in UTF-8; quotes and escapes are the caller's. */
    public void append(String text) {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds text of which the caller knows that it is ASCII and needs no escapes. */
    void appendAscii(String text) {
        require(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** Adds a number of zero or more with leading zeros. */
    void appendDigits(int number, int digits) {
        require(digits);
        int rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Adds {@code scaled / 10^decimals} with exactly so many decimals. */
    public void appendDecimal(long scaled, int decimals) {
        require(MOST_DIGITS + 3);
        if (scaled < 0) {
            bytes[length++] = '-';
        }
        // Negative while it is taken apart: Long.MIN_VALUE has no positive counterpart.
        long rest = scaled < 0 ? scaled : -scaled;
        int digits = Math.max(digits(rest), decimals + 1);
        int end = length + digits + (decimals > 0 ? 1 : 0);
        int position = end;
        for (int i = 0; i < digits; i++) {
            if (i == decimals && decimals > 0) {
                bytes[--position] = '.';
            }
            long left = rest / 10;
            bytes[--position] = (byte) ('0' - (rest - left * 10));
            rest = left;
        }
        length = end;
    }

    /** The bytes; a buffer that was made as large as it became gives its own, so nothing may be added after. */
    public byte[] toByteArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    public void writeTo(OutputStream out, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }

    /** @param negative zero or less */
    private static int digits(long negative) {
        int digits = 1;
        for (long limit = -10; negative <= limit && digits < MOST_DIGITS; limit *= 10) {
            digits++;
        }
        return digits;
    }

    private void require(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), Math.addExact(length, length / 2)));
        }
    }
}
