package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Texts of XML that PARSE_XML takes as numbers or booleans: those that are printed again as they were written, and numbers
 * in scientific notation. A number with zeros at its end stands in canonical text as {@code @X} and its digits, so that
 * XML shows {@code 27.00} where JSON shows {@code 27}; whoever reads it out of the object gets the number.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/functions/parse_xml, usage notes.
 */
final class XmlScalar {
    private static final String MARK = TypedScalar.MARK + "X";

    private static final Pattern FIXED = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?[0-9]+(\\.[0-9]+)?[eE][+-]?[0-9]+");

    private XmlScalar() {}

    static String canonical(String written) {
        if (written.equals("true") || written.equals("false")) {
            return written;
        }
        if (FIXED.matcher(written).matches()) {
            return fixed(written);
        }
        if (SCIENTIFIC.matcher(written).matches() && Double.isFinite(Double.parseDouble(written))) {
            return JsonNumber.canonical(written);
        }
        return JsonText.quote(written);
    }

    private static String fixed(String written) {
        boolean negativeZero = written.startsWith("-") && new BigDecimal(written).signum() == 0;
        if (negativeZero) {
            return JsonText.quote(written);
        }
        var canonical = JsonNumber.canonical(written);
        return canonical.equals(written) || JsonNumber.isFloatingPoint(canonical) ? canonical : MARK + written;
    }

    /** A value inside a canonical text as everybody but XML's printer sees it. */
    static String plain(String value) {
        return value.startsWith(MARK) ? JsonNumber.canonical(value.substring(MARK.length())) : value;
    }

    /** The text of a value as XML shows it, without its escapes. */
    static String text(String value) {
        if (value.startsWith(MARK)) {
            return value.substring(MARK.length());
        }
        return switch (JsonKind.of(value)) {
            case VARCHAR -> JsonText.unquote(value);
            case DOUBLE -> VariantDisplay.floatingPoint(value);
            case DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, BINARY -> TypedScalar.text(value);
            default -> VariantDisplay.json(value);
        };
    }
}
