package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.parser.SqlParser;

/** Names of objects that come as text, as in {@code SYSTEM$PIPE_STATUS('DB.SCHEMA.PIPE')}. */
public final class Names {

    private static final int MAX_PARTS = 3;

    private Names() {}

    /**
     * Reads a name as it would be written in a statement.
     *
     * @throws SnowflakeException if the text is no name of one to three parts
     */
    public static QualifiedName parse(String text) {
        try {
            if (new SqlParser().parseExpression(text) instanceof ColumnReference name
                    && name.parts().size() <= MAX_PARTS) {
                return new QualifiedName(name.parts(), name.span());
            }
        } catch (SnowflakeException noExpression) {
            throw Errors.objectDoesNotExist(text);
        }
        throw Errors.objectDoesNotExist(text);
    }
}
