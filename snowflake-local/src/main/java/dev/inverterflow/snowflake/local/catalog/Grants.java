package dev.inverterflow.snowflake.local.catalog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Who was granted what. Recorded and shown; which of it is enforced stands in the reference page. */
public final class Grants {

    private final CopyOnWriteArrayList<Grant> grants = new CopyOnWriteArrayList<>();

    /** Adds the grant unless the grantee already has it. */
    public synchronized void add(Grant grant) {
        if (grants.stream().noneMatch(grant::sameAs)) {
            grants.add(grant);
        }
    }

    /** Takes away every grant that matches; returns how many there were. */
    public synchronized int removeIf(Predicate<Grant> condition) {
        int before = grants.size();
        grants.removeIf(condition);
        return before - grants.size();
    }

    /** The grants that match, oldest first. */
    public List<Grant> matching(Predicate<Grant> condition) {
        return grants.stream().filter(condition).toList();
    }
}
