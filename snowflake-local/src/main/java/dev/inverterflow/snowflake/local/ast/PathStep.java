package dev.inverterflow.snowflake.local.ast;

/** One step into a VARIANT. */
public sealed interface PathStep {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * {@code :name}, {@code .name}, {@code :"na me"} or {@code ['name']}.
     *
     * @param name case-sensitive, as written
     */
    record Field(String name) implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitField(this);
        }
    }

    /**
     * {@code [0]}.
     *
     * @param index 0-based, as written
     */
    record Element(int index) implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitElement(this);
        }
    }

    /** {@code [expression]} where the expression is no string and no number constant: its type decides. */
    record Computed(Expression key) implements PathStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitComputed(this);
        }
    }

    /** One method per kind of step. */
    interface Visitor<R> {
        R visitField(Field step);

        R visitElement(Element step);

        R visitComputed(Computed step);
    }
}
