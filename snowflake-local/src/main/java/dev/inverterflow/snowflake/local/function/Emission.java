package dev.inverterflow.snowflake.local.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        return new Template(template)::fill;
    }

    /** A template, taken apart once for all calls. */
    final class Template {
        private static final Pattern PLACE = Pattern.compile("\\{(\\*|order|over|\\d+)(?:\\?([^}]*))?}");

        /** What stands before each place and behind the last one. */
        private final List<String> texts = new ArrayList<>();

        private final List<Function<CallText, String>> places = new ArrayList<>();

        private Template(String template) {
            var matcher = PLACE.matcher(template);
            int end = 0;
            while (matcher.find()) {
                var place = matcher.group(1);
                var absent = matcher.group(2) == null ? "" : matcher.group(2);
                texts.add(template.substring(end, matcher.start()));
                places.add(call -> place(place, absent, call));
                end = matcher.end();
            }
            texts.add(template.substring(end));
        }

        private String fill(CallText call) {
            var filled = new StringBuilder();
            for (int i = 0; i < places.size(); i++) {
                filled.append(texts.get(i)).append(places.get(i).apply(call));
            }
            return filled.append(texts.get(places.size())).toString();
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
