package dev.inverterflow.snowflake.local.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The class loaders of the imports, one for each set of files, told apart by content: two procedures with the same jars
 * share their classes, and a jar that was put anew under the same name gets a new loader while calls that still run on
 * the old one end undisturbed.
 */
final class ImportLoaders implements AutoCloseable {

    private final ContentHashes hashes;
    private final Map<List<Path>, List<String>> contentOf = new HashMap<>();
    private final Map<List<String>, Entry> entries = new HashMap<>();

    ImportLoaders(Clock clock) {
        this.hashes = new ContentHashes(clock);
    }

    /**
     * Takes the loader of these files for one call.
     *
     * @param imports existing files
     * @param library the parent of a new loader
     */
    synchronized Lease lease(List<Path> imports, ClassLoader library) throws IOException {
        List<String> content = new ArrayList<>();
        for (Path file : imports) {
            content.add(hashes.of(file) + " " + file.getFileName());
        }
        @Nullable Entry entry = entries.get(content);
        if (entry == null) {
            entry = new Entry(ImportCopies.of(imports), library);
            entries.put(content, entry);
        }
        @Nullable List<String> before = contentOf.put(imports, content);
        if (before != null && !before.equals(content)) {
            retireUnlessUsed(before);
        }
        entry.leases++;
        return new Lease(entry);
    }

    @Override
    public synchronized void close() {
        entries.values().forEach(Entry::close);
        entries.clear();
        contentOf.clear();
    }

    private void retireUnlessUsed(List<String> content) {
        if (!contentOf.containsValue(content)) {
            @Nullable Entry entry = entries.remove(content);
            if (entry != null) {
                entry.retired = true;
                closeIfDone(entry);
            }
        }
    }

    private synchronized void giveBack(Entry entry) {
        entry.leases--;
        closeIfDone(entry);
    }

    private static void closeIfDone(Entry entry) {
        if (entry.retired && entry.leases == 0) {
            entry.close();
        }
    }

    /** A loader for the time of one call. */
    final class Lease implements AutoCloseable {

        private final Entry entry;

        private Lease(Entry entry) {
            this.entry = entry;
        }

        ClassLoader classes() {
            return entry.classes;
        }

        @Override
        public void close() {
            giveBack(entry);
        }
    }

    private static final class Entry {

        private final ImportCopies copies;
        private final HandlerClassLoader classes;
        private int leases;
        private boolean retired;

        private Entry(ImportCopies copies, ClassLoader library) {
            this.copies = copies;
            this.classes = new HandlerClassLoader(copies.urls(), library);
        }

        private void close() {
            try {
                classes.close();
                copies.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The imports of a procedure cannot be closed.", e);
            }
        }
    }
}
