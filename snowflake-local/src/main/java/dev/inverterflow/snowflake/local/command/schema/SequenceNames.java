package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import java.util.List;

/** {@code sequence.NEXTVAL} as a default. */
final class SequenceNames {

    private static final String NEXTVAL = "NEXTVAL";

    private SequenceNames() {}

    /** Whether the expression is the next number of a sequence. */
    static boolean isNextValue(Expression expression) {
        return expression instanceof ColumnReference reference
                && reference.parts().size() > 1
                && reference.last().isWord(NEXTVAL);
    }

    /** The same with the sequence's name in full, as DESCRIBE shows it, too. */
    static Expression qualified(Expression nextValue, SessionContext session) {
        ColumnReference reference = (ColumnReference) nextValue;
        List<Identifier> sequence =
                reference.parts().subList(0, reference.parts().size() - 1);
        String name =
                session.resolve(new QualifiedName(sequence, reference.span())).toString();
        return new SqlParser().parseExpression(name + "." + NEXTVAL);
    }
}
