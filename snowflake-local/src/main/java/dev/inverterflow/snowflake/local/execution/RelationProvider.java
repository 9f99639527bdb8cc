package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.UserFunction;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;

/**
 * Relations that a package brings beside tables and views. Several are asked in turn; one that does not know the name
 * answers empty, and the session refuses what nobody knows.
 */
public interface RelationProvider {

    /** A stream, or a view of INFORMATION_SCHEMA or of the database SNOWFLAKE. */
    default Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        return Optional.empty();
    }

    /** What is no table of the catalog, and has rows that DELETE and TRUNCATE remove; other DML is refused beforehand. */
    default Optional<TargetTable> target(ObjectName name) {
        return Optional.empty();
    }

    /** The answer of a table function; {@code name} as written, often with INFORMATION_SCHEMA before it. */
    default Optional<RelationSource> tableFunction(
            QualifiedName name, List<NamedValue> arguments, SessionContext session) {
        return Optional.empty();
    }

    /** The user-defined function of that name that takes arguments of these types. */
    default Optional<UserFunction> function(ObjectName name, List<SnowflakeType> arguments, SessionContext session) {
        return Optional.empty();
    }

    /** The user-defined table functions of that name. */
    default Optional<UserTableFunction.Overloads> userTableFunction(ObjectName name, SessionContext session) {
        return Optional.empty();
    }

    /** The rows of staged files. */
    default Optional<RelationSource> stage(StageRelation stage, SessionContext session) {
        return Optional.empty();
    }
}
