package dev.inverterflow.snowflake.local.history;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest queries of a server, as many as one call of QUERY_HISTORY can answer, in memory. Those that began first are
 * forgotten first, earlier if their texts are long.
 */
public final class QueryHistory {

    private static final int KEPT = 10_000;
    private static final long KEPT_CHARACTERS = 20_000_000;
    private static final Comparator<QueryEntry> LATEST_END_FIRST = Comparator.comparing(
            QueryEntry::end,
            Comparator.nullsFirst(Comparator.comparing(QueryEntry.End::at).reversed()));

    private final Map<String, QueryEntry> entries = new LinkedHashMap<>();
    private long characters;

    /** A query begins. */
    public synchronized void add(QueryEntry entry) {
        entries.put(entry.id(), entry);
        characters += entry.text().length();
        Iterator<QueryEntry> oldest = entries.values().iterator();
        while ((entries.size() > KEPT || characters > KEPT_CHARACTERS) && oldest.hasNext()) {
            characters -= oldest.next().text().length();
            oldest.remove();
        }
    }

    /** It is known now what kind of query it is. */
    public synchronized void type(String id, String type) {
        entries.computeIfPresent(id, (key, entry) -> entry.withType(type));
    }

    /** A query ends; one that is not in the history stays out of it. */
    public synchronized void end(String id, QueryEntry.End end) {
        entries.computeIfPresent(id, (key, entry) -> entry.ended(end));
    }

    /** Those that run, then those that ended, the latest first. */
    public synchronized List<QueryEntry> latest() {
        return entries.values().stream().sorted(LATEST_END_FIRST).toList();
    }
}
