package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML document as the object that PARSE_XML makes of it: {@code $} is the content, {@code @} the name of the element,
 * {@code @a} the attribute a, and the name of an inner element its place in the content, or an array of places. Content of
 * one item is that item, of several an array, of none an empty text; blanks around texts do not count.
 *
 * <p>Names are taken as they are written, prefixes included. A DOCTYPE is refused: nothing is ever expanded or fetched.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/functions/xmlget and /en/user-guide/semistructured-data-formats.
 */
final class XmlText {
    /** Inner elements are read by recursion, here and wherever the object is read again. */
    private static final int DEEPEST = 500;

    private final XMLStreamReader reader;
    private final Conversion conversion;

    private XmlText(XMLStreamReader reader, Conversion conversion) {
        this.reader = reader;
        this.conversion = conversion;
    }

    /** What becomes of texts that are numbers or booleans. */
    enum Conversion {
        TO_NATIVE,
        NONE;

        String value(String written) {
            return this == NONE ? JsonText.quote(written) : XmlScalar.canonical(written);
        }
    }

    /**
     * The canonical text of the object.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 100100 if the text is no XML document
     */
    static String canonical(String text, Conversion conversion) {
        try {
            var reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return new XmlText(reader, conversion).document();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw XmlFault.of(e, text);
        }
    }

    /** One each time: the JDK does not promise that a factory may be used by several threads. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private String document() throws XMLStreamException {
        String root = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw Errors.notSupported("a DOCTYPE in XML");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                root = element(1);
            }
        }
        return root;
    }

    private String element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw ValueErrors.xml(
                    "document is nested too deeply", reader.getLocation().getCharacterOffset());
        }
        Map<String, String> members = new TreeMap<>();
        members.put("@", JsonText.quote(name()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var name = written(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
            members.put("@" + name, conversion.value(reader.getAttributeValue(i)));
        }
        boolean blanksCount = "\"preserve\"".equals(members.get("@xml:space"));
        Map<String, List<String>> places = new TreeMap<>();
        var items = blanksCount ? List.of(wholeText()) : content(depth, places);
        members.put("$", items.isEmpty() ? "\"\"" : items.size() == 1 ? items.get(0) : JsonText.array(items));
        places.forEach((name, found) -> members.put(name, found.size() == 1 ? found.get(0) : JsonText.array(found)));
        return JsonText.object(members);
    }

    private String name() {
        return written(reader.getPrefix(), reader.getLocalName());
    }

    /** The parser takes names of elements whole and those of attributes apart. */
    private static String written(@Nullable String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    /** docs.snowflake.com/en/release-notes/bcr-bundles/2025_01/bcr-1862 */
    private String wholeText() throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                throw Errors.notSupported("elements inside an element of XML with xml:space=\"preserve\"");
            }
            addText(text);
        }
        return conversion.value(text.toString());
    }

    private List<String> content(int depth, Map<String, List<String>> places) throws XMLStreamException {
        List<String> items = new ArrayList<>();
        var text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                endText(text, items);
                places.computeIfAbsent(name(), name -> new ArrayList<>()).add(String.valueOf(items.size()));
                items.add(element(depth + 1));
            } else {
                addText(text);
            }
        }
        endText(text, items);
        return items;
    }

    /** Comments and processing instructions are no content. */
    private void addText(StringBuilder text) {
        switch (reader.getEventType()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text.append(reader.getText());
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw ValueErrors.xml(
                        "unknown entity &" + reader.getLocalName() + ";",
                        reader.getLocation().getCharacterOffset());
            default -> {}
        }
    }

    private void endText(StringBuilder text, List<String> items) {
        var written = text.toString().strip();
        text.setLength(0);
        if (!written.isEmpty()) {
            items.add(conversion.value(written));
        }
    }
}
