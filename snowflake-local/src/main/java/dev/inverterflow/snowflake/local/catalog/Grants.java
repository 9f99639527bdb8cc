package dev.inverterflow.snowflake.local.catalog;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Who was granted what. What it allows is {@link Access}'s to say. */
public final class Grants {

    private final CopyOnWriteArrayList<Grant> grants = new CopyOnWriteArrayList<>();
    private volatile long version;

    /** Adds the grant; one that the grantee has already only gains the grant option. */
    public synchronized void add(Grant grant) {
        for (Grant old : grants) {
            if (old.sameAs(grant)) {
                if (grant.grantOption() && !old.grantOption()) {
                    replace(old::equals, one -> grant);
                }
                return;
            }
        }
        grants.add(grant);
        version++;
    }

    /** Takes away every grant that matches; returns how many there were. */
    public synchronized int removeIf(Predicate<Grant> condition) {
        int before = grants.size();
        grants.removeIf(condition);
        version++;
        return before - grants.size();
    }

    /** Puts others in the place of the grants that match. */
    public synchronized void replace(Predicate<Grant> condition, UnaryOperator<Grant> change) {
        grants.replaceAll(grant -> condition.test(grant) ? change.apply(grant) : grant);
        version++;
    }

    /** Makes the grants to and of a role those of its new name. */
    public synchronized void renameRole(String from, String to) {
        replace(grant -> true, grant -> grant.withRenamedRole(from, to));
    }

    /** The grants that match, oldest first. */
    public List<Grant> matching(Predicate<Grant> condition) {
        return grants.stream().filter(condition).toList();
    }

    /** Another number after every change. */
    long version() {
        return version;
    }
}
