package dev.inverterflow.snowflake.local.function;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every function that SQL may call; a name that is not here is unknown (002140). */
public final class FunctionRegistry {
    private static final FunctionRegistry STANDARD = new FunctionRegistry(List.of(
            OperatorRows.rows(),
            ConditionalRows.rows(),
            NumericRows.rows(),
            BitRows.rows(),
            DigestRows.rows(),
            DataRows.rows(),
            TextRows.rows(),
            WordRows.rows(),
            MomentRows.rows(),
            CalendarRows.rows(),
            SemiStructuredRows.rows(),
            XmlRows.rows(),
            VariantTypeRows.rows(),
            ArrayRows.rows(),
            ConversionRows.rows(),
            AggregateRows.rows(),
            StatisticsRows.rows(),
            WindowRows.rows()));

    private final Map<String, List<FunctionRow>> rows;

    private FunctionRegistry(List<List<FunctionRow>> groups) {
        rows = Map.copyOf(groups.stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(FunctionRow::name, Collectors.toUnmodifiableList())));
    }

    /** The registry; it never changes. */
    public static FunctionRegistry standard() {
        return STANDARD;
    }

    /** The forms of a function, the one to try first coming first; empty if there is no such function. */
    public List<FunctionRow> find(String name) {
        return rows.getOrDefault(name, List.of());
    }

    /** All rows by name, for the reference page and the tests. */
    public Map<String, List<FunctionRow>> all() {
        return rows;
    }
}
