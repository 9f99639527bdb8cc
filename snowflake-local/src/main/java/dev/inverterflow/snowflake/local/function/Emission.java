package dev.inverterflow.snowflake.local.function;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a call as DuckDB SQL. */
public interface Emission {
    String emit(CallText call);

    /**
     * A template: {@code {0}} is the first argument, {@code {1?5}} the second or 5 if it is not there, {@code {*}} all
     * of them, separated by commas, {@code {order}} and {@code {over}} what belongs to an aggregate.
     */
    static Emission sql(String template) {
        return call -> Template.fill(template, call);
    }

    /** Fills in templates. */
    final class Template {
        private static final Pattern PLACE = Pattern.compile("\\{(\\*|order|over|\\d+)(?:\\?([^}]*))?}");

        private Template() {}

        private static String fill(String template, CallText call) {
            return PLACE.matcher(template)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            place(match.group(1), match.group(2) == null ? "" : match.group(2), call)));
        }

        private static String place(String place, String absent, CallText call) {
            if (place.equals("*")) {
                return call.arguments().stream().map(Argument::sql).collect(Collectors.joining(", "));
            }
            if (place.equals("order")) {
                return call.order();
            }
            if (place.equals("over")) {
                return call.over();
            }
            int index = Integer.parseInt(place);
            return index < call.size() ? call.sql(index) : absent;
        }
    }
}
