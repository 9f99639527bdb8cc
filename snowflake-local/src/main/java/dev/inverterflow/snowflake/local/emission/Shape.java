package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.function.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a document that a statement reads: what DuckDB's {@code from_json} takes as a structure. */
sealed interface Shape {
    /** The structure for DuckDB. */
    String structure(String leafType);

    /** DuckDB's type of what is read with that structure. */
    String type(String leafType);

    /** The shape for {@code sf_shaped}. */
    String text();

    /** A value that is read as a whole. */
    record Leaf() implements Shape {
        @Override
        public String structure(String leafType) {
            return '"' + leafType + '"';
        }

        @Override
        public String type(String leafType) {
            return leafType;
        }

        @Override
        public String text() {
            return "0";
        }
    }

    /** An object of which members are read; null for a shape that may not be read so. */
    record Members(Map<String, Shape> shapes) implements Shape {
        public Members {
            shapes = new LinkedHashMap<>(shapes);
        }

        @Override
        public String structure(String leafType) {
            return listed("{", "}", (name, shape) -> '"' + name + "\":" + shape.structure(leafType));
        }

        @Override
        public String type(String leafType) {
            return listed("STRUCT(", ")", (name, shape) -> Sql.name(name) + " " + shape.type(leafType));
        }

        @Override
        public String text() {
            return shapes.entrySet().stream()
                    .map(entry ->
                            '"' + entry.getKey() + "\":" + entry.getValue().text())
                    .collect(joining(",", "{", "}"));
        }

        private interface Item {
            String of(String name, Shape shape);
        }

        private String listed(String open, String close, Item item) {
            return shapes.entrySet().stream()
                    .map(entry -> item.of(entry.getKey(), entry.getValue()))
                    .collect(joining(",", open, close));
        }

        /**
         * Adds a shape below other members.
         *
         * @param names the path to it
         * @return false if a part of that path is read in another way already, or by another name for DuckDB
         */
        boolean add(List<String> names, Shape shape) {
            var name = names.get(0);
            @Nullable Shape there = shapes.get(name);
            if (there == null
                    && shapes.keySet().stream().anyMatch(key -> lower(key).equals(lower(name)))) {
                return false;
            }
            if (names.size() == 1) {
                return shapes.putIfAbsent(name, shape) == null;
            }
            var below = there == null ? new Members(Map.of()) : there;
            shapes.putIfAbsent(name, below);
            return below instanceof Members members && members.add(names.subList(1, names.size()), shape);
        }

        private static String lower(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An array of which all elements are read.
     *
     * @param objects whether the members of an object are read, too
     */
    record Elements(Shape element, boolean objects) implements Shape {
        @Override
        public String structure(String leafType) {
            return "[" + element.structure(leafType) + "]";
        }

        @Override
        public String type(String leafType) {
            return element.type(leafType) + "[]";
        }

        @Override
        public String text() {
            return "[" + element.text() + (objects ? ",\"o\"" : "") + "]";
        }
    }
}
