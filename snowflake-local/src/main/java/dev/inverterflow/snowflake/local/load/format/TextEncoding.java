package dev.inverterflow.snowflake.local.load.format;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a file become characters.
 *
 * @param charset the character set (ENCODING)
 * @param invalid what becomes of bytes that are none of its characters (REPLACE_INVALID_CHARACTERS)
 */
public record TextEncoding(Charset charset, Invalid invalid) {
    /** What becomes of bytes that are no characters. */
    public enum Invalid {
        FAULT,
        REPLACED
    }

    public static final TextEncoding UTF8 = new TextEncoding(StandardCharsets.UTF_8, Invalid.FAULT);

    /** The characters; reading fails with a {@link java.nio.charset.CharacterCodingException} at the first fault. */
    public Reader read(InputStream content) {
        var action = invalid == Invalid.FAULT ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(action)
                        .onUnmappableCharacter(action)
                        .replaceWith(String.valueOf((char) 0xfffd)));
    }
}
