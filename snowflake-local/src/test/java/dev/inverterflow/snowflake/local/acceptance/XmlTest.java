package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * XML as a driver sees it. Documents and expected values are those of the documentation: the pages of the functions
 * (docs.snowflake.com/en/sql-reference/functions/…) and "Examples of working with XML"
 * (docs.snowflake.com/en/user-guide/semistructured-data-formats).
 */
@Tag("driver")
class XmlTest {
    /** The document of "Example of loading an XML document", without its DOCTYPE and its last three parts. */
    private static final String PARTS = """
            <?xml version="1.0"?>
            <?xml-stylesheet type="text/css" href="xmlpartsstyle.css"?>
            <parts>
               <part count="4">
                  <item>Spark Plugs</item>
                  <partnum>A3-400</partnum>
                  <manufacturer>ABC company</manufacturer>
                  <price units="dollar"> 27.00</price>
               </part>
               <part count="1">
                  <item>Motor Oil</item>
                  <partnum>B5-300</partnum>
                  <source>XYZ company</source>
                  <price units="dollar"> 16.75</price>
               </part>
            </parts>
            """;

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE parts (src VARIANT)");
            statement.execute("INSERT INTO parts SELECT PARSE_XML($$" + PARTS + "$$)");
            statement.execute("CREATE OR REPLACE TABLE xml_demo (id INTEGER, object_col OBJECT)");
            statement.execute(
                    "INSERT INTO xml_demo SELECT 1001, PARSE_XML('<level1> 1 <level2> 2 <level3> 3A </level3> "
                            + "<level3> 3B </level3> </level2> </level1>')");
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aDocumentIsShownWithOneElementPerLine() throws SQLException {
        assertThat(value("SELECT src FROM parts")).isEqualTo("""
                <parts>
                  <part count="4">
                    <item>Spark Plugs</item>
                    <partnum>A3-400</partnum>
                    <manufacturer>ABC company</manufacturer>
                    <price units="dollar">27.00</price>
                  </part>
                  <part count="1">
                    <item>Motor Oil</item>
                    <partnum>B5-300</partnum>
                    <source>XYZ company</source>
                    <price units="dollar">16.75</price>
                  </part>
                </parts>""");
    }

    /** The three rows of PARSE_XML's example, and the text between elements of XMLGET's. */
    @Test
    void emptyElementsTextsAndMixedContentAreShownAsDocumented() throws SQLException {
        assertThat(rows("SELECT PARSE_XML(column1) FROM VALUES ('<a/>'), ('<a attr=\"123\">text</a>'), "
                        + "('<a><b>X</b><b>Y</b></a>')"))
                .containsExactly("<a></a>", "<a attr=\"123\">text</a>", "<a>\n  <b>X</b>\n  <b>Y</b>\n</a>");
        assertThat(value("SELECT object_col FROM xml_demo")).isEqualTo("""
                <level1>
                  1
                  <level2>
                    2
                    <level3>3A</level3>
                    <level3>3B</level3>
                  </level2>
                </level1>""");
    }

    @Test
    void theDollarGivesTheContentAsJsonIfItIsASeries() throws SQLException {
        assertThat(value("SELECT src:\"$\"[0] FROM parts")).startsWith("<part count=\"4\">");
        assertThat(value("SELECT src:\"$\" FROM parts")).startsWith("""
                [
                  {
                    "$": [
                      {
                        "$": "Spark Plugs",
                        "@": "item"
                      },
                      {
                        "$": "A3-400",
                        "@": "partnum"
                      },
                      {
                        "$": "ABC company",
                        "@": "manufacturer"
                      },
                      {
                        "$": 27,
                        "@": "price",
                        "@units": "dollar"
                      }
                    ],
                    "@": "part",
                    "@count": 4,
                    "item": 0,
                    "manufacturer": 2,
                    "partnum": 1,
                    "price": 3
                  },
                """);
        assertThat(value("SELECT GET(XMLGET(object_col, 'level2'), '$') FROM xml_demo"))
                .isEqualTo("""
                [
                  2,
                  {
                    "$": "3A",
                    "@": "level3"
                  },
                  {
                    "$": "3B",
                    "@": "level3"
                  }
                ]""");
    }

    @Test
    void theAtSignGivesNamesAndAttributes() throws SQLException {
        assertThat(rows("SELECT src:\"@\", src['@'], GET(src, '@'), src:\"$\"[0].\"@count\", src:\"$\"[1].\"@count\", "
                        + "src:\"@none\" FROM parts"))
                .containsExactly("\"parts\"|\"parts\"|\"parts\"|4|1|null");
        assertThat(value("SELECT GET(XMLGET(PARSE_XML('<level1> 1 <level2 an_attribute=\"my attribute\"> 2 </level2> "
                        + "</level1>'), 'level2'), '@an_attribute')"))
                .isEqualTo("\"my attribute\"");
    }

    @Test
    void positionsOfInnerElementsAreANumberOrAnArray() throws SQLException {
        assertThat(rows("SELECT src:part, GET(src, 'part')[1], src:\"$\"[0].price FROM parts"))
                .containsExactly("[\n  0,\n  1\n]|1|3");
    }

    @Test
    void xmlgetFindsAnInstanceOfAnElement() throws SQLException {
        assertThat(value("SELECT XMLGET(XMLGET(object_col, 'level2'), 'level3', 1) FROM xml_demo"))
                .isEqualTo("<level3>3B</level3>");
        assertThat(rows("SELECT XMLGET(src, 'part', 1):\"@count\", XMLGET(src, 'part', 2), XMLGET(src, 'parts'), "
                        + "XMLGET(src, 'part', -1), XMLGET(src, NULL), XMLGET(src, 'part', NULL), "
                        + "XMLGET(src:\"$\", 'part') FROM parts"))
                .containsExactly("1|null|null|null|null|null|null");
        assertThatThrownBy(() -> value("SELECT XMLGET('<a><b/></a>', 'b')")).hasMessageContaining("XMLGET");
        assertThatThrownBy(() -> value("SELECT XMLGET([1], 'b')")).hasMessageContaining("XMLGET");
    }

    @Test
    void flattenGoesThroughTheContent() throws SQLException {
        assertThat(rows("""
                SELECT XMLGET(VALUE, 'item'):"$"::VARCHAR AS item,
                       XMLGET(VALUE, 'partnum'):"$"::VARCHAR AS partnum,
                       COALESCE(XMLGET(VALUE, 'manufacturer'):"$"::VARCHAR,
                                XMLGET(VALUE, 'source'):"$"::VARCHAR) AS manufacturer_or_source,
                       XMLGET(VALUE, 'price'):"$"::VARCHAR AS price,
                  FROM parts,
                    LATERAL FLATTEN(INPUT => SRC:"$")"""))
                .containsExactly("Spark Plugs|A3-400|ABC company|27", "Motor Oil|B5-300|XYZ company|16.75");
        assertThat(rows("SELECT f.index, f.value FROM xml_demo, LATERAL FLATTEN(object_col:\"$\") f"))
                .element(0)
                .isEqualTo("0|1");
    }

    @Test
    void numbersOfXmlAreNumbersWhoeverReadsThem() throws SQLException {
        assertThat(rows("SELECT p:\"$\"::NUMBER(10, 2), TYPEOF(p:\"$\"), p:\"$\" = 27, p, TO_JSON(p), "
                        + "ARRAY_CONTAINS(27::VARIANT, ARRAY_CONSTRUCT(p:\"$\"))"
                        + " FROM (SELECT XMLGET(XMLGET(src, 'part'), 'price') AS p FROM parts)"))
                .containsExactly("27.00|INTEGER|TRUE|<price units=\"dollar\">27.00</price>|"
                        + "{\"$\":27,\"@\":\"price\",\"@units\":\"dollar\"}|TRUE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NULL", textBlock = """
            PARSE_XML('<test>22257e111</test>')                                                | <test>2.225700000000000e+115</test>
            PARSE_XML('<test>22257e111</test>', TRUE)                                          | <test>22257e111</test>
            PARSE_XML(STR => '<test>22257e111</test>', DISABLE_AUTO_CONVERT => TRUE)           | <test>22257e111</test>
            PARSE_XML(DISABLE_AUTO_CONVERT => TRUE, STR => '<test>22257e111</test>')           | <test>22257e111</test>
            PARSE_XML('<test>22257e111</test>', DISABLE_AUTO_CONVERT => TRUE)                  | <test>22257e111</test>
            PARSE_XML(NULL)                                                                    | NULL
            PARSE_XML('<?PITarget PIContent ??><mytag />')                                     | <mytag></mytag>
            PARSE_XML('<mytag myattr="&lt;&gt;\\'"/>')                                         | <mytag myattr="&lt;&gt;&apos;"></mytag>
            PARSE_XML('<mytag xsl:space="preserve"> my content </mytag>')                      | <mytag xsl:space="preserve">my content</mytag>
            PARSE_XML('<mytag xml:space="preserve"> my content </mytag>')                      | <mytag xml:space="preserve"> my content </mytag>
            PARSE_XML('<n:a xmlns:n="u"><n:b q:c="1"/></n:a>'):"$"                              | <n:b q:c="1"></n:b>
            XMLGET(PARSE_XML('<n:a xmlns:n="u"><n:b q:c="1"/></n:a>'), 'n:b'):"@q:c"            | 1
            TO_VARCHAR(PARSE_XML('<n:a xmlns:n="u"/>'))                                         | <n:a xmlns:n="u"></n:a>
            PARSE_XML('<a>007</a>')                                                            | <a>007</a>
            PARSE_XML('<a><![CDATA[1 < 2 & 3]]></a>')                                          | <a>1 &lt; 2 &amp; 3</a>
            CHECK_XML('<name> Valid </name>')                                                  | NULL
            CHECK_XML('<name> Invalid </WRONG_CLOSING_TAG>')                                   | no opening tag for </WRONG_CLOSING_TAG>, pos 35
            CHECK_XML(NULL)                                                                    | NULL
            CHECK_XML('')                                                                      | NULL
            PARSE_XML('')                                                                      | NULL
            TO_VARCHAR(PARSE_XML('<note> <body>Sample XML</body> </note>'))                    | <note><body>Sample XML</body></note>
            TO_XML(PARSE_XML('<note> <body>Sample XML</body> </note>'))                        | <note><body>Sample XML</body></note>
            TO_XML(OBJECT_CONSTRUCT('key1', 'value1', 'key2', 'value2'))                       | <SnowflakeData type="OBJECT"><key1 type="VARCHAR">value1</key1><key2 type="VARCHAR">value2</key2></SnowflakeData>
            TO_XML(ARRAY_CONSTRUCT('v1', 'v2'))                                                | <SnowflakeData type="ARRAY"><e type="VARCHAR">v1</e><e type="VARCHAR">v2</e></SnowflakeData>
            TO_XML(PARSE_JSON(' { "key1": ["a1", "a2"] } '))                                   | <SnowflakeData type="OBJECT"><key1 type="ARRAY"><e type="VARCHAR">a1</e><e type="VARCHAR">a2</e></key1></SnowflakeData>
            TO_XML(NULL)                                                                       | NULL
            TYPEOF(PARSE_XML('<a/>')::VARIANT)                                                 | OBJECT
            IS_OBJECT(PARSE_XML('<a/>')::VARIANT)                                              | TRUE
            TYPEOF(PARSE_XML('<a>true</a>'):"$")                                               | BOOLEAN
            TYPEOF(PARSE_XML('<a>007</a>'):"$")                                                | VARCHAR
            TYPEOF(PARSE_XML('<a>1.50</a>'):"$")                                               | DECIMAL
            TYPEOF(PARSE_XML('<a>1.50</a>', TRUE):"$")                                         | VARCHAR
            """)
    void theFunctionsGiveWhatTheirPagesSay(String expression, @Nullable String value) throws SQLException {
        assertThat(value("SELECT " + expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <name> Invalid </WRONG_CLOSING_TAG> | Error parsing XML: no opening tag for </WRONG_CLOSING_TAG>, pos 35
            <a>                                 | Error parsing XML: prematurely terminated XML document, pos 3
            <doc>&placeholder;</doc>            | Error parsing XML: unknown entity &placeholder;, pos 18
            <a/><b/>                            | Error parsing XML: The markup in the document following the root element
            plain                               | Error parsing XML: Content is not allowed in prolog
            """)
    void whatIsNoXmlIsRefused(String document, String message) {
        assertThatThrownBy(() -> value("SELECT PARSE_XML('" + document + "')"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(100100))
                .hasMessageContaining(message);
    }

    /** Neither files nor entities inside entities: whatever has a DOCTYPE is refused before it is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>
            <!DOCTYPE d SYSTEM "file:///etc/hostname"><d/>
            <!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><d>&c;&c;</d>
            """)
    void aDoctypeIsRefusedByName(String document) {
        for (var function : List.of("PARSE_XML", "CHECK_XML")) {
            assertThatThrownBy(() -> value("SELECT " + function + "('" + document + "')"))
                    .hasMessageContaining("not supported by snowflake-local: a DOCTYPE in XML");
        }
    }

    @Test
    void nestingIsBounded() throws SQLException {
        assertThat(value("SELECT LENGTH(TO_XML(PARSE_XML(REPEAT('<a>', 500) || REPEAT('</a>', 500))))"))
                .isEqualTo("3500");
        assertThatThrownBy(() -> value("SELECT PARSE_XML(REPEAT('<a>', 100000) || REPEAT('</a>', 100000))"))
                .hasMessageContaining("document is nested too deeply");
    }

    @Test
    void whatTheDocumentationDoesNotSayIsRefusedByName() {
        assertThatThrownBy(() -> value("SELECT TO_XML(PARSE_JSON('{\"a\": null}'))"))
                .hasMessageContaining("not supported by snowflake-local: TO_XML of a null inside a value");
        assertThatThrownBy(() -> value("SELECT TO_XML(OBJECT_CONSTRUCT('two words', 1))"))
                .hasMessageContaining("not supported by snowflake-local: TO_XML of the key 'two words'");
        assertThatThrownBy(() -> value("SELECT TO_XML(src:\"$\") FROM parts"))
                .hasMessageContaining("not supported by snowflake-local: TO_XML of XML inside another value");
        assertThatThrownBy(() -> value("SELECT PARSE_XML('<a xml:space=\"preserve\"> <b/> </a>')"))
                .hasMessageContaining("not supported by snowflake-local: elements inside an element of XML");
        assertThatThrownBy(() -> {
                    value("SELECT PARSE_XML('<a>1</a>') AS x");
                    value("SELECT x FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))");
                })
                .hasMessageContaining("not supported by snowflake-local: a result of XML as rows of another query");
        assertThatThrownBy(() -> value("SELECT ABS(VALUE => 1)"))
                .hasMessageContaining("not supported by snowflake-local: named arguments of ABS");
        assertThatThrownBy(() -> value("SELECT PARSE_XML(XML => '<a/>')"))
                .hasMessageContaining("not supported by snowflake-local: these named arguments of PARSE_XML");
    }

    private @Nullable String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    /** Each row's columns, joined by bars. */
    private List<String> rows(String sql) throws SQLException {
        return LocalServer.rows(connection, sql, "|");
    }
}
