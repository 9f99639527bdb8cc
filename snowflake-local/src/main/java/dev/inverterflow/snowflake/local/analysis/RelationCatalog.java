package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;

/**
 * What a statement can read: all that the analysis needs to know from outside.
 *
 * <p>An implementation is bound to one session, whose current database, schema and role decide what a name means. Every
 * method throws a {@link dev.inverterflow.snowflake.local.error.SnowflakeException} with Snowflake's code if there is no
 * such thing or the role may not read it: 002003 for relations, 002140 for table functions, 090105 and 090106 if a
 * current database or schema is missing.
 */
public interface RelationCatalog {
    /** A table, view or stream, or a view of INFORMATION_SCHEMA or of the database SNOWFLAKE. */
    RelationSource relation(QualifiedName name);

    /**
     * The answer of a table function over something that the stand-in records, such as COPY_HISTORY or RESULT_SCAN.
     * FLATTEN, GENERATOR and SPLIT_TO_TABLE are the analysis's own and never asked for.
     *
     * @param name as written, without the TABLE around it
     * @param arguments constants only, in the order they were written
     */
    RelationSource tableFunction(QualifiedName name, List<NamedValue> arguments);

    /**
     * The rows of staged files: columns named {@code $1}, {@code $2} …, then those metadata columns that a query may
     * name (METADATA$FILENAME …). Materialised by its owner before it is handed over.
     */
    RelationSource stage(StageRelation stage);

    /** The engine's sequence behind the sequence of that name; empty if there is none. */
    default Optional<String> sequence(QualifiedName name) {
        return Optional.empty();
    }

    /**
     * The user-defined function that a call means.
     *
     * @param name as written
     * @param arguments the types of the arguments
     * @return empty if there is none of that name that takes them
     */
    default Optional<UserFunction> function(QualifiedName name, List<SnowflakeType> arguments) {
        return Optional.empty();
    }

    /** The user-defined table functions of that name; empty if there is none. */
    default Optional<UserTableFunction.Overloads> userTableFunction(QualifiedName name) {
        return Optional.empty();
    }

    /**
     * A table that a DML statement changes. Views and streams are refused as Snowflake refuses them.
     */
    TargetTable target(QualifiedName name);
}
