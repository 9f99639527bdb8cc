package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What is wrong with an XML text: in Snowflake's words where they are documented, else in the parser's. */
final class XmlFault {
    private static final Pattern PARSERS_MESSAGE = Pattern.compile("(?s).*?\\nMessage: (.*)");
    private static final Pattern WRONG_END = Pattern.compile("must be terminated by the matching end-tag");
    private static final Pattern TOO_SHORT =
            Pattern.compile("Premature end of file|must start and end within the same entity");

    private static final Pattern UNKNOWN_ENTITY =
            Pattern.compile("The entity \"(.+)\" was referenced, but not declared");

    private XmlFault() {}

    static SnowflakeException of(XMLStreamException malformed, String text) {
        int offset = offset(malformed, text);
        var message = message(malformed);
        int tag = text.lastIndexOf("</", offset);
        int end = tag < 0 ? -1 : text.indexOf('>', tag);
        if (WRONG_END.matcher(message).find() && end > 0) {
            // docs.snowflake.com/en/sql-reference/functions/check_xml
            return ValueErrors.xml("no opening tag for " + text.substring(tag, end + 1), end + 1L);
        }
        var entity = UNKNOWN_ENTITY.matcher(message);
        if (entity.find()) {
            // docs.snowflake.com/en/release-notes/bcr-bundles/2025_01/bcr-1862
            return ValueErrors.xml("unknown entity &" + entity.group(1) + ";", offset);
        }
        return TOO_SHORT.matcher(message).find()
                ? ValueErrors.xml("prematurely terminated XML document", text.length())
                : ValueErrors.xml(message, offset);
    }

    private static int offset(XMLStreamException malformed, String text) {
        int offset =
                malformed.getLocation() == null ? 0 : malformed.getLocation().getCharacterOffset();
        return Math.max(0, Math.min(offset, text.length()));
    }

    private static String message(XMLStreamException malformed) {
        var whole = String.valueOf(malformed.getMessage());
        var parsers = PARSERS_MESSAGE.matcher(whole);
        return (parsers.matches() ? parsers.group(1) : whole).replaceFirst("\\.$", "");
    }
}
