package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.engine.Journal.Binding;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A statement of the engine that notes in a journal what it changes. */
final class JournaledStatement implements InvocationHandler {

    private static final String UNREPEATABLE =
            "it contains a statement, other than an INSERT, whose random or generated values would come out differently";

    private final Statement real;
    private final @Nullable String sql;
    private final boolean answersRows;
    private final Journal journal;
    private final TreeMap<Integer, Binding> bindings = new TreeMap<>();

    private JournaledStatement(Statement real, @Nullable String sql, boolean answersRows, Journal journal) {
        this.real = real;
        this.sql = sql;
        this.answersRows = answersRows;
        this.journal = journal;
    }

    static Statement plain(Statement real, Journal journal) {
        return (Statement) proxy(Statement.class, new JournaledStatement(real, null, false, journal));
    }

    /**
     * @param sql the statement as it was meant
     * @param answersRows whether it was made to answer the rows it inserts instead of their number
     */
    static PreparedStatement prepared(PreparedStatement real, String sql, boolean answersRows, Journal journal) {
        return (PreparedStatement)
                proxy(PreparedStatement.class, new JournaledStatement(real, sql, answersRows, journal));
    }

    private static Object proxy(Class<?> type, JournaledStatement handler) {
        return Proxy.newProxyInstance(JournaledStatement.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            String name = method.getName();
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                bindings.put((Integer) arguments[0], new Binding(method, arguments.clone()));
            }
            return name.startsWith("execute") ? executed(method, arguments) : method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private @Nullable Object executed(Method method, Object @Nullable [] arguments)
            throws SQLException, InvocationTargetException, IllegalAccessException {
        String text = sql != null ? sql : arguments == null ? "" : String.valueOf(arguments[0]);
        boolean large = method.getReturnType() == long.class;
        boolean counts = large || method.getReturnType() == int.class;
        if (answersRows || (sql == null && counts && JournaledSql.insertsUnrepeatable(text))) {
            int inserted = inserted(text);
            return large ? (Object) (long) inserted : (Object) inserted;
        }
        Object answer = method.invoke(real, arguments);
        if (JournaledSql.changes(text)) {
            note(text, answer);
        }
        return answer;
    }

    private void note(String text, @Nullable Object answer) {
        if (JournaledSql.isRepeatable(text)) {
            long changed = answer instanceof Number number ? number.longValue() : -1;
            journal.add(text, List.of(List.copyOf(bindings.values())), changed);
        } else {
            journal.leaveGap(UNREPEATABLE);
        }
    }

    /** Runs an INSERT whose rows would not come out the same twice, and notes the rows. */
    private int inserted(String text) throws SQLException {
        try (ResultSet rows = real instanceof PreparedStatement prepared && sql != null
                ? prepared.executeQuery()
                : real.executeQuery(JournaledSql.answeringRows(text))) {
            int columns = rows.getMetaData().getColumnCount();
            List<List<Binding>> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(texts(rows, columns));
            }
            journal.add(JournaledSql.insertOfTexts(text, columns), texts, texts.size());
            return texts.size();
        }
    }

    private static List<Binding> texts(ResultSet rows, int columns) throws SQLException {
        List<Binding> row = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            row.add(new Binding(SET_STRING, new Object[] {column, rows.getString(column)}));
        }
        return row;
    }

    private static final Method SET_STRING = setString();

    private static Method setString() {
        try {
            return PreparedStatement.class.getMethod("setString", int.class, String.class);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("JDBC has setString", impossible);
        }
    }
}
