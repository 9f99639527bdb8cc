package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;

/** CREATE of what lives beside the databases and is described by properties alone. */
public sealed interface CreateAccountObject extends CreateStatement {
    /** CREATE WAREHOUSE. */
    record CreateWarehouse(CreateMode mode, QualifiedName name, Properties properties, Span span)
            implements CreateAccountObject {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitWarehouse(this);
        }
    }

    /** CREATE RESOURCE MONITOR … TRIGGERS …. */
    record CreateResourceMonitor(
            CreateMode mode, QualifiedName name, Properties properties, List<MonitorTrigger> triggers, Span span)
            implements CreateAccountObject {
        public CreateResourceMonitor {
            triggers = List.copyOf(triggers);
        }

        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitResourceMonitor(this);
        }
    }

    /**
     * {@code ON 80 PERCENT DO NOTIFY}.
     *
     * @param percent of the credit quota; may exceed 100
     */
    record MonitorTrigger(int percent, MonitorAction action) {}

    /** What a resource monitor does at a threshold. */
    enum MonitorAction {
        NOTIFY,
        SUSPEND,
        SUSPEND_IMMEDIATE
    }

    /** CREATE ROLE or CREATE DATABASE ROLE. */
    record CreateRole(CreateMode mode, ObjectKind kind, QualifiedName name, Properties properties, Span span)
            implements CreateAccountObject {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitRole(this);
        }
    }

    /** CREATE USER. */
    record CreateUser(CreateMode mode, QualifiedName name, Properties properties, Span span)
            implements CreateAccountObject {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitUser(this);
        }
    }

    /** CREATE STORAGE INTEGRATION or CREATE NOTIFICATION INTEGRATION. */
    record CreateIntegration(
            CreateMode mode, IntegrationKind kind, QualifiedName name, Properties properties, Span span)
            implements CreateAccountObject {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitIntegration(this);
        }
    }

    /** The word before INTEGRATION. */
    enum IntegrationKind {
        STORAGE,
        NOTIFICATION
    }
}
