package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntBinaryOperator;

/** Bits of whole numbers, which have 128 of them and a sign, and of bytes, which come and go as hexadecimal digits. */
final class Bits {
    private static final int WIDTH = 128;
    private static final BigInteger MOST = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

    private Bits() {}

    /** What is shifted past the end is dropped, what comes into the highest bit is the sign (functions/bitshiftleft). */
    static String left(String number, long places) {
        var bits = new BigInteger(number).shiftLeft(checked(places)).mod(BigInteger.ONE.shiftLeft(WIDTH));
        return kept(bits.testBit(WIDTH - 1) ? bits.subtract(BigInteger.ONE.shiftLeft(WIDTH)) : bits);
    }

    /** Snowflake shows numbers of 39 digits here, which the engine has no type for. */
    private static String kept(BigInteger number) {
        if (number.abs().compareTo(MOST) > 0) {
            throw Errors.notSupported("a shift to a number of more than 38 digits");
        }
        return number.toString();
    }

    static String right(String number, long places) {
        return new BigInteger(number).shiftRight(checked(places)).toString();
    }

    static long bit(String number, long position) {
        return new BigInteger(number).testBit(checked(position)) ? 1 : 0;
    }

    /** Nothing is said of other places, and machines differ in them. */
    private static int checked(long places) {
        if (places < 0 || places >= WIDTH) {
            throw Errors.notSupported("bit " + places + " of a number");
        }
        return (int) places;
    }

    /** A sum of 64-bit numbers as one of them again. */
    static long signed64(String sum) {
        return new BigInteger(sum).longValue();
    }

    /** Byte by byte; the shorter value is filled with zeros on the side that is named (functions/bitor). */
    static String combined(String first, String second, String side, IntBinaryOperator operator) {
        byte[] a = HexFormat.of().parseHex(first);
        byte[] b = HexFormat.of().parseHex(second);
        if (a.length != b.length && side.isEmpty()) {
            throw ValueErrors.differingLengths(a.length, b.length);
        }
        boolean atLeft = isLeft(side);
        byte[] result = new byte[Math.max(a.length, b.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) operator.applyAsInt(at(a, i, result.length, atLeft), at(b, i, result.length, atLeft));
        }
        return hex(result);
    }

    private static boolean isLeft(String side) {
        return switch (side.toUpperCase(Locale.ROOT)) {
            case "LEFT", "" -> true;
            case "RIGHT" -> false;
            default -> throw Errors.notSupported("padding on the side '" + side + "'");
        };
    }

    private static int at(byte[] bytes, int place, int length, boolean atLeft) {
        int index = atLeft ? place - (length - bytes.length) : place;
        return index >= 0 && index < bytes.length ? bytes[index] : 0;
    }

    static String not(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return hex(bytes);
    }

    /** The length stays (functions/bitshiftleft, examples). */
    static String bytesLeft(String digits, long places) {
        return shifted(digits, places, true);
    }

    static String bytesRight(String digits, long places) {
        return shifted(digits, places, false);
    }

    private static String shifted(String digits, long places, boolean toTheLeft) {
        int width = digits.length() * 4;
        if (places < 0) {
            throw Errors.notSupported("a shift by " + places + " bits");
        }
        if (places >= width) {
            return "0".repeat(digits.length());
        }
        var bits = new BigInteger(1, HexFormat.of().parseHex(digits));
        var moved = toTheLeft
                ? bits.shiftLeft((int) places).mod(BigInteger.ONE.shiftLeft(width))
                : bits.shiftRight((int) places);
        var text = moved.toString(16);
        return "0".repeat(digits.length() - text.length()) + text;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
