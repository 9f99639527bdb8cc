package dev.inverterflow.deploy.destroy;

import dev.inverterflow.deploy.apply.DeployHistory;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.inventory.Inventory;
import dev.inverterflow.deploy.inventory.InventoryReader;
import dev.inverterflow.deploy.inventory.ObjectState;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.SqlStatement;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Drops what deploy's scripts made in the schema, users before what they use, and nothing else. What holds data or a
 * position (tables, stages, streams, sequences) stays unless told, and so do database, roles, warehouse and integration,
 * which bootstrap made.
 */
public final class Demolition {
    private static final List<ObjectKind> MOVING = List.of(
            ObjectKind.ALERT,
            ObjectKind.TASK,
            ObjectKind.PIPE,
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.VIEW,
            ObjectKind.FILE_FORMAT);
    private static final List<ObjectKind> HOLDING =
            List.of(ObjectKind.STREAM, ObjectKind.STAGE, ObjectKind.SEQUENCE, ObjectKind.TABLE);
    private static final Set<String> BOOKS = Set.of("DEPLOY_HISTORY", "DEPLOY_LOCK");

    /** What becomes of tables, stages, streams and sequences. */
    public enum Data {
        KEPT,
        DROPPED
    }

    private final SnowflakeSession session;
    private final Target target;
    private final Data data;
    private final DeployHistory history;
    private final List<ObjectKey> doomed = new ArrayList<>();
    private final List<ObjectKey> kept = new ArrayList<>();
    private final List<ObjectKey> foreign = new ArrayList<>();

    public Demolition(SnowflakeSession session, Target target, Data data) {
        this.session = session;
        this.target = target;
        this.data = data;
        this.history = new DeployHistory(session, target);
        sort();
    }

    /** What would be dropped, in that order. */
    public List<ObjectKey> doomed() {
        return doomed;
    }

    /** What deploy made and that stays. */
    public List<ObjectKey> kept() {
        return kept;
    }

    /** What somebody else made in the schema; never touched. */
    public List<ObjectKey> foreign() {
        return foreign;
    }

    /** Drops; a later apply makes all of it again. */
    public void run(PrintWriter out) {
        target.enterAsTasksOwner(session);
        Pipeline pipeline = new Pipeline(session, target, out);
        pipeline.suspend(pipeline.running());
        for (ObjectKey key : doomed) {
            enterAsOwnerOf(key);
            session.execute("drop " + key.kind().words() + " if exists " + address(key));
            out.println("  dropped " + key);
            out.flush();
        }
        target.enterAsOwner(session);
        history.forget();
        if (data == Data.DROPPED && foreign.isEmpty()) {
            session.execute("drop schema if exists " + target.schemaName());
            out.println("  dropped SCHEMA " + target.schemaName());
        }
    }

    private void sort() {
        Set<ObjectKey> made = made();
        Inventory now = new InventoryReader(session, target).objects();
        for (ObjectState state : now.all()) {
            ObjectKey key = state.key();
            if (isBook(key)) {
                continue;
            }
            if (!made.contains(key)) {
                foreign.add(key);
            } else if (MOVING.contains(key.kind()) || data == Data.DROPPED) {
                doomed.add(key);
            } else {
                kept.add(key);
            }
        }
        doomed.sort(
                Comparator.comparingInt((ObjectKey key) -> order(key.kind())).thenComparing(ObjectKey::name));
    }

    private Set<ObjectKey> made() {
        Set<ObjectKey> made = new HashSet<>();
        for (Map.Entry<String, String> script : history.texts().entrySet()) {
            for (SqlStatement statement :
                    RenderedScript.ofText(script.getKey(), script.getValue()).statements()) {
                statement.declaration().ifPresent(declaration -> made.add(declaration.key()));
            }
        }
        return made;
    }

    private static boolean isBook(ObjectKey key) {
        return key.kind() == ObjectKind.TABLE && BOOKS.contains(key.name());
    }

    private static int order(ObjectKind kind) {
        int moving = MOVING.indexOf(kind);
        return moving >= 0 ? moving : MOVING.size() + HOLDING.indexOf(kind);
    }

    private void enterAsOwnerOf(ObjectKey key) {
        if (key.kind() == ObjectKind.TASK || key.kind() == ObjectKind.ALERT) {
            target.enterAsTasksOwner(session);
        } else {
            target.enterAsOwner(session);
        }
    }

    private String address(ObjectKey key) {
        int open = key.kind().isOverloaded() ? key.name().indexOf('(') : -1;
        String name = open < 0 ? key.name() : key.name().substring(0, open);
        String arguments = open < 0 ? "" : key.name().substring(open).toLowerCase(Locale.ROOT);
        return target.object('"' + name.replace("\"", "\"\"") + '"' + arguments);
    }
}
