package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.command.query.RowsRelation;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.TableBytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views of INFORMATION_SCHEMA, which every database has.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema">Snowflake Information Schema</a>
 */
public final class InformationSchema implements RelationProvider {

    private static final String SCHEMA = "INFORMATION_SCHEMA";
    private static final String LOAD_HISTORY = "LOAD_HISTORY";

    private final Map<String, InformationView> views;

    /** @param bytes how much tables store */
    public InformationSchema(TableBytes bytes) {
        views = Stream.of(TableViews.all(bytes), ObjectViews.all(), RoutineViews.all(), RoleViews.all())
                .flatMap(List::stream)
                .collect(Collectors.toMap(InformationView::name, Function.identity()));
    }

    /** The names of the views, sorted: rows of the reference page. */
    public List<String> names() {
        return Stream.concat(views.keySet().stream(), Stream.of(LOAD_HISTORY))
                .sorted()
                .toList();
    }

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        boolean known = name.schema().equals(SCHEMA)
                && session.catalog()
                        .account(AccountType.DATABASE)
                        .find(name.database())
                        .filter(database -> session.access().sees(AccountType.DATABASE, database))
                        .isPresent();
        if (!known) {
            return Optional.empty();
        }
        Origin origin = new Origin(Origin.Kind.SYSTEM_VIEW, name.database(), name.schema(), name.name());
        Look look = new Look(name.database(), session);
        if (name.name().equals(LOAD_HISTORY)) {
            return Optional.of(LoadHistoryView.of(look, origin));
        }
        return Optional.ofNullable(views.get(name.name()))
                .map(view -> RowsRelation.of(view.columns(), view.rows().apply(look), origin));
    }
}
