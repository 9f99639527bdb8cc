package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path language of GET_PATH and FLATTEN: {@code a.b[0]["c d"]}. */
final class JsonPath {
    private final String path;
    private int at;

    private JsonPath(String path) {
        this.path = path;
    }

    /** One step from a value to a value inside it. */
    interface Step {
        @Nullable
        String from(JsonReader value);
    }

    record Field(String name) implements Step {
        @Override
        public @Nullable String from(JsonReader value) {
            return value.member(name);
        }
    }

    record Element(long index) implements Step {
        @Override
        public @Nullable String from(JsonReader value) {
            return value.element(index);
        }
    }

    /**
     * The steps of a path; none for an empty one.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the text is no path
     */
    static List<Step> parse(String path) {
        return new JsonPath(path).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        while (at < path.length()) {
            steps.add(step(steps.isEmpty()));
        }
        return steps;
    }

    private Step step(boolean first) {
        char c = path.charAt(at);
        if (c == '[') {
            return bracket();
        }
        if (c == '.' || c == ':') {
            at++;
        } else if (!first) {
            throw ValueErrors.invalidPath(path);
        }
        return name();
    }

    private Step bracket() {
        at++;
        if (at < path.length() && (path.charAt(at) == '"' || path.charAt(at) == '\'')) {
            var name = quoted(path.charAt(at));
            expect(']');
            return new Field(name);
        }
        int end = path.indexOf(']', at);
        try {
            var index = Long.parseLong(path.substring(at, Math.max(end, at)).strip());
            at = end + 1;
            return new Element(index);
        } catch (NumberFormatException e) {
            throw ValueErrors.invalidPath(path);
        }
    }

    private Step name() {
        if (at < path.length() && path.charAt(at) == '"') {
            return new Field(quoted('"'));
        }
        int start = at;
        while (at < path.length() && ".:[".indexOf(path.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw ValueErrors.invalidPath(path);
        }
        return new Field(path.substring(start, at));
    }

    private String quoted(char quote) {
        var name = new StringBuilder();
        at++;
        while (at < path.length()) {
            char c = path.charAt(at++);
            if (c != quote) {
                name.append(c);
            } else if (at < path.length() && path.charAt(at) == quote) {
                name.append(quote);
                at++;
            } else {
                return name.toString();
            }
        }
        throw ValueErrors.invalidPath(path);
    }

    private void expect(char c) {
        if (at >= path.length() || path.charAt(at) != c) {
            throw ValueErrors.invalidPath(path);
        }
        at++;
    }
}
