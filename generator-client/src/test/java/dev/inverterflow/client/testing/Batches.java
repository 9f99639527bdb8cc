package dev.inverterflow.client.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.NewBatch;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import dev.inverterflow.client.spool.RunState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small batches for tests of what happens to them. */
public final class Batches {
    public static final Instant NOON = Instant.parse("2026-06-21T12:00:00Z");

    private Batches() {}

    /** A batch of so many files, whose contents tell batch and part. */
    public static NewBatch of(BatchName name, int files) {
        return under("readings/", name, files);
    }

    public static NewBatch under(String prefix, BatchName name, int files) {
        List<NewFile> contents = IntStream.rangeClosed(1, files)
                .mapToObj(part -> new NewFile(prefix + name(name, part, files), content(name, part)))
                .toList();
        List<String> keys = contents.stream().map(NewFile::key).toList();
        LedgerLine line = new LedgerLine(name.tick().toString(), name.run(), files, 0, Map.of(), keys, files, 0);
        return new NewBatch(
                name, contents, line, RunState.after(name, JsonNodeFactory.instance.textNode("after " + name)));
    }

    public static String key(BatchName name, int part, int files) {
        return "readings/" + name(name, part, files);
    }

    private static String name(BatchName name, int part, int files) {
        return "2026-06-21/" + name + "_p" + part + "of" + files + "_n1.json";
    }

    public static byte[] content(BatchName name, int part) {
        return ("[\"" + name + " " + part + "\"]").getBytes(StandardCharsets.UTF_8);
    }
}
