package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction.ColumnChange;
import dev.inverterflow.snowflake.local.ast.AlterAction.ColumnChangeKind;
import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Literal;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Operation;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.command.query.Compiler;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/**
 * What ADD COLUMN takes less of than CREATE TABLE, and what cannot be changed afterwards.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-table">ALTER TABLE, "Table column actions"</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-table-column">ALTER COLUMN, "Usage notes"</a>
 */
final class AddedColumnRules {

    private AddedColumnRules() {}

    /** Refuses what IF NOT EXISTS excludes: a default, a numbering and keys. */
    static void requirePlain(ColumnDefinition definition) {
        boolean plain = definition.defaultValue() == null
                && definition.identity() == null
                && definition.constraints().isEmpty();
        if (!plain) {
            throw new SnowflakeException(
                    2,
                    "0A000",
                    "SQL compilation error:\nUnsupported feature 'ADD COLUMN IF NOT EXISTS with DEFAULT, AUTOINCREMENT,"
                            + " IDENTITY, UNIQUE, PRIMARY KEY or FOREIGN KEY'.");
        }
    }

    /** Refuses a default that is no literal, or a count where a date or time belongs. */
    static void requireLiteral(Column column, SessionContext session) {
        Expression written = column.defaultValue();
        if (written == null) {
            return;
        }
        if (!isLiteral(written)) {
            throw new SnowflakeException(
                    2263,
                    "22000",
                    "SQL compilation error:\nInvalid column default expression ["
                            + written.span().text() + "]");
        }
        if (written instanceof StringLiteral text
                && isMoment(column.type())
                && text.value().matches("\\d+")) {
            throw DefaultRules.otherType(
                    column.type(), Compiler.of(session).simple(written).type(), column.name());
        }
    }

    /** Refuses to take away a default that older rows have from ADD COLUMN, and NOT NULL of semi-structured values. */
    static void requireChangeable(ColumnChange change, Column column, boolean filled) {
        if (change.kind() == ColumnChangeKind.DROP_DEFAULT && column.defaultAddedLater()) {
            throw new SnowflakeException(
                    2,
                    "0A000",
                    "SQL compilation error:\nUnsupported feature 'Alter Column Drop Default' of column '"
                            + column.name() + "', which was added with its default.");
        }
        boolean semiStructured = column.type().kind().isSemiStructured();
        if (change.kind() == ColumnChangeKind.SET_NOT_NULL && semiStructured && filled) {
            throw new SnowflakeException(
                    2,
                    "0A000",
                    "SQL compilation error:\nUnsupported feature 'Alter Column Set Not Null' of column '"
                            + column.name() + "' of type " + column.type() + " in a table with rows.");
        }
    }

    private static boolean isLiteral(Expression written) {
        return written instanceof Literal
                || written instanceof Operation.Unary unary && unary.operand() instanceof Literal;
    }

    private static boolean isMoment(SnowflakeType type) {
        return type.is(TypeKind.DATE) || type.is(TypeKind.TIME) || type.kind().isTimestamp();
    }
}
