package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.function.Sql;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * INFORMATION_SCHEMA.PACKAGES: the packages of handlers that are here
 * (docs.snowflake.com/en/sql-reference/info-schema/packages). Snowpark asks it before it registers a function.
 */
final class PackagesView implements RelationProvider {

    private static final String SCHEMA = "INFORMATION_SCHEMA";
    private static final String NAME = "PACKAGES";
    private static final List<String> COLUMNS = List.of("PACKAGE_NAME", "VERSION", "LANGUAGE", "RUNTIME_VERSION");

    private final HandlerLibrary library;

    PackagesView(HandlerLibrary library) {
        this.library = library;
    }

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        if (!name.schema().equals(SCHEMA) || !name.name().equals(NAME)) {
            return Optional.empty();
        }
        var columns = COLUMNS.stream()
                .map(column -> RelationColumn.of(column, SnowflakeType.VARCHAR))
                .toList();
        var origin = new Origin(Origin.Kind.SYSTEM_VIEW, name.database(), name.schema(), name.name());
        return Optional.of(new RelationSource.Physical(columns, rows(), origin));
    }

    private String rows() {
        List<String> packages = library.exists() ? library.get().runtime().packages() : List.of();
        var names = COLUMNS.stream().map(Sql::name).collect(Collectors.joining(", "));
        var values = packages.stream().map(PackagesView::row).collect(Collectors.joining(", "));
        return packages.isEmpty()
                ? "(SELECT * FROM (VALUES ('', '', '', '')) AS \"p\"(" + names + ") WHERE FALSE)"
                : "(SELECT * FROM (VALUES " + values + ") AS \"p\"(" + names + "))";
    }

    /** {@code group:artifact:version}. */
    private static String row(String one) {
        int colon = one.lastIndexOf(':');
        return "(" + Sql.literal(one.substring(0, colon)) + ", " + Sql.literal(one.substring(colon + 1))
                + ", 'java', NULL)";
    }
}
