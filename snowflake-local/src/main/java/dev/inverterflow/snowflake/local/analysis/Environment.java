package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import dev.inverterflow.snowflake.local.function.FunctionRegistry;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the analysis of one statement shares, and what names of relations mean at a place of it. */
final class Environment {
    /** What belongs to the whole statement. */
    static final class Shared {
        final FunctionRegistry functions;
        final SessionFacts facts;
        final SystemFunctions systemFunctions;
        final List<SnowflakeType> binds;
        final ConstantEvaluator constants;
        final Set<Origin> origins = new LinkedHashSet<>();
        boolean readsValues;
        private int relations;
        private int commonTables;

        Shared(
                FunctionRegistry functions,
                SessionFacts facts,
                SystemFunctions systemFunctions,
                List<SnowflakeType> binds,
                ConstantEvaluator constants) {
            this.functions = functions;
            this.facts = facts;
            this.systemFunctions = systemFunctions;
            this.binds = List.copyOf(binds);
            this.constants = constants;
        }

        int nextRelation() {
            return ++relations;
        }

        int nextCommonTable() {
            return ++commonTables;
        }
    }

    /** A common table expression that is in sight. */
    record CommonTable(String duckName, List<ResultColumn> columns) {}

    private final Shared shared;
    private final RelationCatalog catalog;
    private final Map<String, CommonTable> commonTables;

    private Environment(Shared shared, RelationCatalog catalog, Map<String, CommonTable> commonTables) {
        this.shared = shared;
        this.catalog = catalog;
        this.commonTables = Map.copyOf(commonTables);
    }

    static Environment of(Shared shared, RelationCatalog catalog) {
        return new Environment(shared, catalog, Map.of());
    }

    Shared shared() {
        return shared;
    }

    RelationCatalog catalog() {
        return catalog;
    }

    /** A parameter of the session that is true or false. */
    boolean flag(String parameter, boolean unlessSet) {
        return Boolean.parseBoolean(shared.facts.parameters().getOrDefault(parameter, String.valueOf(unlessSet)));
    }

    /** The environment inside a view: its own catalog and none of the common tables around it. */
    Environment inside(RelationCatalog viewCatalog) {
        return new Environment(shared, viewCatalog, Map.of());
    }

    Environment with(String name, CommonTable table) {
        Map<String, CommonTable> more = new HashMap<>(commonTables);
        more.put(name, table);
        return new Environment(shared, catalog, more);
    }

    Optional<CommonTable> commonTable(String name) {
        @Nullable CommonTable found = commonTables.get(name);
        return Optional.ofNullable(found);
    }
}
