package dev.inverterflow.snowflake.local.catalog;

import dev.inverterflow.snowflake.local.error.Errors;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * The character sets of ENCODING, of which a name may be written with hyphens and underscores, too.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#type-csv">TYPE = CSV, ENCODING</a>
 */
public final class Encodings {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("BIG5", "Big5"),
            Map.entry("EUCJP", "EUC-JP"),
            Map.entry("EUCKR", "EUC-KR"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("IBM420", "IBM420"),
            Map.entry("IBM424", "IBM424"),
            Map.entry("IBM949", "x-IBM949"),
            Map.entry("ISO2022CN", "ISO-2022-CN"),
            Map.entry("ISO2022JP", "ISO-2022-JP"),
            Map.entry("ISO2022KR", "ISO-2022-KR"),
            Map.entry("ISO88591", "ISO-8859-1"),
            Map.entry("ISO88592", "ISO-8859-2"),
            Map.entry("ISO88595", "ISO-8859-5"),
            Map.entry("ISO88596", "ISO-8859-6"),
            Map.entry("ISO88597", "ISO-8859-7"),
            Map.entry("ISO88598", "ISO-8859-8"),
            Map.entry("ISO88599", "ISO-8859-9"),
            Map.entry("ISO885915", "ISO-8859-15"),
            Map.entry("KOI8R", "KOI8-R"),
            Map.entry("SHIFTJIS", "Shift_JIS"),
            Map.entry("UTF8", "UTF-8"),
            Map.entry("UTF16", "UTF-16"),
            Map.entry("UTF16BE", "UTF-16BE"),
            Map.entry("UTF16LE", "UTF-16LE"),
            Map.entry("UTF32", "UTF-32"),
            Map.entry("UTF32BE", "UTF-32BE"),
            Map.entry("UTF32LE", "UTF-32LE"),
            Map.entry("WINDOWS874", "x-windows-874"),
            Map.entry("WINDOWS949", "x-windows-949"),
            Map.entry("WINDOWS1250", "windows-1250"),
            Map.entry("WINDOWS1251", "windows-1251"),
            Map.entry("WINDOWS1252", "windows-1252"),
            Map.entry("WINDOWS1253", "windows-1253"),
            Map.entry("WINDOWS1254", "windows-1254"),
            Map.entry("WINDOWS1255", "windows-1255"),
            Map.entry("WINDOWS1256", "windows-1256"));

    private Encodings() {}

    /** @throws dev.inverterflow.snowflake.local.error.SnowflakeException if there is none of this name */
    public static Charset charset(String written) {
        var name = NAMES.get(written.toUpperCase(Locale.ROOT).replace("-", "").replace("_", ""));
        if (name == null) {
            throw Errors.invalidValue(written, "ENCODING");
        }
        if (!Charset.isSupported(name)) {
            throw Errors.notSupported("file format option ENCODING = " + written);
        }
        return Charset.forName(name);
    }
}
