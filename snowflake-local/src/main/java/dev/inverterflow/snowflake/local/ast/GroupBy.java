package dev.inverterflow.snowflake.local.ast;

import java.util.List;

/** What stands after GROUP BY. */
public sealed interface GroupBy {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** GROUP BY ALL: every select item without an aggregate. */
    record AllItems(Span span) implements GroupBy {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAllItems(this);
        }
    }

    /** A list of keys and grouping sets. */
    record Elements(List<Element> elements) implements GroupBy {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitElements(this);
        }
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitAllItems(AllItems all);

        R visitElements(Elements elements);
    }

    /**
     * One element of the list.
     *
     * @param sets for a plain key, one set of one expression; for ROLLUP and CUBE one set per argument
     */
    record Element(ElementKind kind, List<List<Expression>> sets) {
        public Element {
            sets = sets.stream().map(List::copyOf).toList();
        }
    }

    /** How the sets of an element are to be read. */
    enum ElementKind {
        KEY,
        GROUPING_SETS,
        ROLLUP,
        CUBE
    }
}
