package dev.inverterflow.snowflake.local.ast;

/** What a privilege is granted on. */
public sealed interface GrantTarget {
    /** Calls the method of its kind. */
    <R> R accept(Visitor<R> visitor);

    /** ON ACCOUNT. */
    record OnAccount() implements GrantTarget {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOnAccount(this);
        }
    }

    /** ON kind name. */
    record OnObject(ObjectTarget object) implements GrantTarget {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOnObject(this);
        }
    }

    /**
     * ON ALL kinds IN container, or ON FUTURE kinds IN container.
     *
     * @param container its kind is DATABASE or SCHEMA
     */
    record OnMany(Which which, ObjectKind kind, ObjectTarget container) implements GrantTarget {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOnMany(this);
        }
    }

    /** Those that are there, or those to come. */
    enum Which {
        ALL,
        FUTURE
    }

    /** One method per kind. */
    interface Visitor<R> {
        R visitOnAccount(OnAccount account);

        R visitOnObject(OnObject object);

        R visitOnMany(OnMany many);
    }
}
