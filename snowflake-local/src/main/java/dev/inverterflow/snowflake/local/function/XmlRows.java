package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;

/** XML (docs.snowflake.com/en/sql-reference/functions/parse_xml and its neighbours); its values are OBJECTs. */
final class XmlRows {
    private XmlRows() {}

    static List<FunctionRow> rows() {
        return List.of(
                scalar("PARSE_XML", Accepts.TEXT)
                        .optional(Accepts.BOOLEAN)
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_parse_xml({0}, {1?false})"),
                scalar("CHECK_XML", Accepts.TEXT)
                        .optional(Accepts.BOOLEAN)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_check_xml({0}, {1?false})"),
                scalar("XMLGET", Accepts.OBJECT_OR_VARIANT, Accepts.TEXT)
                        .optional(Accepts.INTEGER)
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_xml_get({0}, {1}, CAST({2?0} AS BIGINT))"),
                scalar("TO_XML", Accepts.VARIANT).sql("sf_to_xml({0})"));
    }
}
